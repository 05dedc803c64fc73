package dev.shorts.bench.encode;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shorts.bench.run.ProgramRunner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Runs the programs that measure encodes.
 *
 * @param stock an FFmpeg that isn't ours, which has libvmaf
 * @param layer the folder of ours
 */
record EncodeTools(Path stock, Path layer) {

  /** Seconds of processor time, as FFmpeg says at its end. */
  private static final Pattern BENCH = Pattern.compile("bench: utime=([\\d.]+)s stime=([\\d.]+)s");

  private static final List<String> MEASURED = List.of("-hide_banner", "-benchmark", "-nostdin");

  /** Runs the stock FFmpeg. */
  void stock(Path folder, String arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(stock.toString(), "-v", "error", "-nostdin"));
    command.addAll(List.of(arguments.split(" ")));
    ProgramRunner.run(folder, command);
  }

  /** Returns our ffprobe's report; "{}" if the file is no video. */
  String probe(String arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(layer.resolve("ffprobe").toString(), "-v", "quiet"));
    command.addAll(List.of(arguments.split(" ")));
    var process = new ProcessBuilder(command).start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor() == 0 ? said : "{}";
  }

  /**
   * Runs our FFmpeg.
   *
   * @return seconds of processor time that it took
   */
  double seconds(Path folder, List<String> arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(layer.resolve("ffmpeg").toString()));
    command.addAll(MEASURED);
    command.addAll(arguments);
    var said = BENCH.matcher(ProgramRunner.run(folder, command));
    if (!said.find()) {
      throw new IOException("no time was told by " + command);
    }
    return Double.parseDouble(said.group(1)) + Double.parseDouble(said.group(2));
  }
}
