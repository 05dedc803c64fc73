package dev.shorts.get;

import dev.shorts.export.Export;
import dev.shorts.export.ExportId;
import dev.shorts.export.ExportState.Completed;
import dev.shorts.export.UserId;
import dev.shorts.get.GetExportRepository.Found;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Finds an export of the caller, with a presigned URL of its file once it is completed. */
final class GetExport {

  private static final Duration LINK_VALID = Duration.ofHours(1);

  private final GetExportRepository exports;
  private final DownloadLink downloadLink;

  GetExport(GetExportRepository exports, DownloadLink downloadLink) {
    this.exports = exports;
    this.downloadLink = downloadLink;
  }

  /** A Result is an export, or the reason why there is none to show. */
  sealed interface Result {

    /**
     * @param download empty until the export is completed
     */
    record Shown(Export export, Optional<URI> download) implements Result {}

    record Expired(ExportId id) implements Result {}

    record NotFound() implements Result {}
  }

  Result get(ExportId id, UserId user) {
    return exports.find(id, user).map(this::show).orElse(new Result.NotFound());
  }

  private Result show(Found found) {
    var export = found.export();
    if (found.expired()) {
      return new Result.Expired(export.id());
    }
    return new Result.Shown(
        export,
        export.state() instanceof Completed completed
            ? Optional.of(
                downloadLink.to(
                    completed.storagePath(), fileName(export), validFor(found.expiresIn())))
            : Optional.empty());
  }

  private static String fileName(Export export) {
    return "short-%s.mp4".formatted(export.id());
  }

  /** Signatures have whole seconds too: within the last second the URL is valid for one. */
  private static Duration validFor(Duration expiresIn) {
    var left = expiresIn.isPositive() ? expiresIn : Duration.ofSeconds(1);
    return left.compareTo(LINK_VALID) < 0 ? left : LINK_VALID;
  }
}
