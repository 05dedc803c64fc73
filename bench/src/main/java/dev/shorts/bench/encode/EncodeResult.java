package dev.shorts.bench.encode;

import dev.shorts.bench.report.MedianRange;
import dev.shorts.emulator.host.JsonCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * An EncodeResult has the size, the quality and the CPU time of an encode.
 *
 * @param seconds of processor time, of x264 alone
 * @param mean VMAF of its frames
 * @param low VMAF of which 5 % of the frames have less
 */
record EncodeResult(MedianRange seconds, long bytes, double mean, double low) {

  private static final double LOW = 0.05;

  /** Frames are compared by their number: containers round times differently. */
  private static final String COMPARE =
      "-i %s -i %s -lavfi [0:v]settb=1/1000,setpts=N[a];[1:v]settb=1/1000,setpts=N[b];"
          + "[a][b]libvmaf=log_path=vmaf.json:log_fmt=json:n_threads=2 -f null -";

  static EncodeResult of(
      List<Double> seconds, Path folder, String file, String reference, EncodeTools tools)
      throws IOException, InterruptedException {
    tools.stock(folder, COMPARE.formatted(file, reference));
    var log = JsonCodec.map(Files.readString(folder.resolve("vmaf.json")));
    double[] sorted =
        ((List<?>) log.get("frames"))
            .stream().mapToDouble(frame -> vmaf((Map<?, ?>) frame)).sorted().toArray();
    double mean = DoubleStream.of(sorted).average().orElseThrow();
    return new EncodeResult(
        MedianRange.of(seconds),
        Files.size(folder.resolve(file)),
        mean,
        MedianRange.quantile(sorted, LOW));
  }

  /** Seconds of processor time, the median. */
  double cpu() {
    return seconds.median();
  }

  private static double vmaf(Map<?, ?> frame) {
    return ((Number) ((Map<?, ?>) frame.get("metrics")).get("vmaf")).doubleValue();
  }
}
