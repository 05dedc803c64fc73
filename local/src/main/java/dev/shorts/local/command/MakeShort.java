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

/** From a video to a finished short, as a client of the running system. */
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
   * @param times has taken the start already
   */
  void make(ShortRequest wish, Stopwatch times)
      throws IOException, InterruptedException, SQLException, UsageException {
    var seed = DemoData.insert(endpoints, wish.from(), wish.to());
    var client = new ApiClient(endpoints, seed.user());
    client.upload(PresignedUpload.to(endpoints, seed.key()), wish.video().content().get());
    times.lap("upload");
    var options = new HashMap<String, String>();
    wish.strategy().ifPresent(strategy -> options.put("aspect_ratio_strategy", strategy));
    wish.quality().ifPresent(quality -> options.put("output_quality", quality));
    var export = finished(client, client.create(seed.scene(), options));
    times.lap("queue and transcode");
    Path part = wish.out().resolveSibling("." + wish.out().getFileName() + ".part");
    try {
      client.download(URI.create((String) export.get("download_url")), part);
      Files.move(part, wish.out(), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    times.lap("download");
    report(wish, export, times);
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

  private void report(ShortRequest wish, Map<String, Object> export, Stopwatch times)
      throws IOException, InterruptedException {
    out.printf(
        "%nasked for   %s from %s s to %s s, %s, %s%n",
        wish.video().name(),
        wish.from(),
        wish.to(),
        export.get("aspect_ratio_strategy"),
        export.get("output_quality"));
    out.printf("came out    %s%n", probe.describe(wish.out()));
    if (export.get("notice") != null) {
      out.printf("notice      %s%n", export.get("notice"));
    }
    out.printf("took        %s%n", times);
    out.printf("short       %s%n", wish.out());
  }
}
