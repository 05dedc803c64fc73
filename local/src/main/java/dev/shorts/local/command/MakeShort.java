package dev.shorts.local.command;

import dev.shorts.local.Endpoints;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Uploads a video, exports a scene of it and downloads the short, as a client of the API. */
final class MakeShort {

  private static final Duration BETWEEN_POLLS = Duration.ofMillis(300);

  private final Endpoints endpoints;
  private final VideoProbe probe;
  private final PrintStream out;

  MakeShort(Endpoints endpoints, VideoProbe probe, PrintStream out) {
    this.endpoints = endpoints;
    this.probe = probe;
    this.out = out;
  }

  /**
   * @param times has timed the start already
   */
  void make(ShortRequest request, Stopwatch times)
      throws IOException, InterruptedException, SQLException, UsageException {
    var demo = DemoData.insert(endpoints, request.from(), request.to());
    var client = new ApiClient(endpoints, demo.user());
    client.upload(PresignedUpload.to(endpoints, demo.key()), request.video().content().get());
    times.lap("upload");
    var options = new HashMap<String, String>();
    request.strategy().ifPresent(strategy -> options.put("aspect_ratio_strategy", strategy));
    request.quality().ifPresent(quality -> options.put("output_quality", quality));
    var export = finished(client, client.create(demo.scene(), options));
    times.lap("queue and transcode");
    Path part = request.out().resolveSibling("." + request.out().getFileName() + ".part");
    try {
      client.download(URI.create((String) export.get("download_url")), part);
      Files.move(part, request.out(), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    times.lap("download");
    report(request, export, times);
  }

  private Map<String, Object> finished(ApiClient client, Map<String, Object> created)
      throws IOException, InterruptedException, UsageException {
    var progress = ProgressDisplay.onThisConsole(out);
    var export = created;
    try {
      while (true) {
        String status = (String) export.get("status");
        switch (status) {
          case "completed" -> {
            progress.show(status, 100);
            return export;
          }
          case "failed" -> throw UsageException.of((String) export.get("error_message"));
          default -> progress.show(status, export.get("progress") instanceof Integer now ? now : 0);
        }
        TimeUnit.MILLISECONDS.sleep(BETWEEN_POLLS.toMillis());
        export = client.export((String) export.get("export_id"));
      }
    } finally {
      progress.end();
    }
  }

  private void report(ShortRequest request, Map<String, Object> export, Stopwatch times)
      throws IOException, InterruptedException {
    out.printf(
        "%nasked for   %s from %s s to %s s, %s, %s%n",
        request.video().name(),
        request.from(),
        request.to(),
        export.get("aspect_ratio_strategy"),
        export.get("output_quality"));
    out.printf("came out    %s%n", probe.describe(request.out()));
    if (export.get("notice") != null) {
      out.printf("notice      %s%n", export.get("notice"));
    }
    out.printf("took        %s%n", times);
    out.printf("short       %s%n", request.out());
  }
}
