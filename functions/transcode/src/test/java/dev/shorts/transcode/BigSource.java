package dev.shorts.transcode;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A video of over a gigabyte at 22 Mb/s in any container, made by a stock FFmpeg: ten seconds of a
 * test pattern and silence, again and again. Most of its bytes are H.264's filler, which costs as
 * much to read as pictures and little to decode, as silence costs little to encode.
 */
enum BigSource {
  MP4_INDEX_AT_END("mov", ""),
  MP4_INDEX_AT_FRONT("mov", "-movflags +faststart"),
  MP4_FRAGMENTED("mov", "-movflags +frag_keyframe+empty_moov"),
  MATROSKA("matroska", ""),
  MATROSKA_WITHOUT_INDEX("matroska", "-live 1"),
  MPEG_TS("mpegts", ""),
  AVI("avi", "");

  private static final Path FFMPEG = Path.of("../../target/tools/bin/ffmpeg");
  private static final int TIMES = 38;

  private final String format;
  private final String options;

  BigSource(String format, String options) {
    this.format = format;
    this.options = options;
  }

  /** What all of them are made of. */
  static void encode(Path clip) throws IOException, InterruptedException {
    run(
        "-f lavfi -i testsrc2=size=640x360:rate=30 -f lavfi -i anullsrc=r=48000:cl=stereo -t 10"
            + " -c:v libx264 -preset ultrafast -g 30 -b:v 22M -minrate 22M -maxrate 22M -bufsize"
            + " 11M -x264-params nal-hrd=cbr -c:a aac -b:a 192k -f mov",
        clip);
  }

  void write(Path clip, Path file) throws IOException, InterruptedException {
    var input = "-stream_loop %d -i %s -c copy %s -f %s";
    run(input.formatted(TIMES - 1, clip, options, format), file);
  }

  /** Bytes of the packets that begin from one second up to another. */
  static long packets(Path file, BigDecimal from, BigDecimal to)
      throws IOException, InterruptedException {
    var ffprobe =
        new ProcessBuilder(
                Layer.path() + "/ffprobe",
                "-v",
                "error",
                "-of",
                "csv=p=0",
                "-show_entries",
                "packet=dts_time,size",
                "-read_intervals",
                from.subtract(BigDecimal.TEN) + "%" + to.add(BigDecimal.TEN),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var lines = ffprobe.inputReader().lines()) {
      return lines
          .map(line -> line.split(","))
          .filter(packet -> isBetween(from, new BigDecimal(packet[0]), to))
          .mapToLong(packet -> Long.parseLong(packet[1]))
          .sum();
    } finally {
      ffprobe.waitFor();
    }
  }

  private static boolean isBetween(BigDecimal from, BigDecimal time, BigDecimal to) {
    return time.compareTo(from) >= 0 && time.compareTo(to) < 0;
  }

  private static void run(String arguments, Path output) throws IOException, InterruptedException {
    if (!Files.isExecutable(FFMPEG)) {
      throw new IllegalStateException("there is no FFmpeg to test with: run 'build/tools' first");
    }
    var command = new ArrayList<>(List.of(FFMPEG.toString(), "-nostdin", "-v", "error", "-y"));
    Stream.of(arguments.split(" +")).filter(word -> !word.isEmpty()).forEach(command::add);
    command.add(output.toString());
    int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exitCode != 0) {
      throw new IllegalStateException(command + " ended with " + exitCode);
    }
  }
}
