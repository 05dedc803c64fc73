package dev.shorts.transcode.plan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HlgTableIT {

  private static final Path TOOLS = Path.of("../../target/tools/bin");

  /** Of a table of four decimals: processors round differently. */
  private static final double ROUNDING = 2e-4;

  @TempDir private Path folder;

  @Test
  void isWhatFfmpegsScalerMakesOfEveryColour() throws Exception {
    var made = folder.resolve("made.gz");
    HlgTable.write(folder);

    int exit =
        new ProcessBuilder(
                TOOLS.resolve("python").toString(),
                "src/main/hlg/make-table",
                TOOLS.resolve("ffmpeg").toString(),
                made.toString())
            .inheritIO()
            .start()
            .waitFor();

    assertThat(exit).isZero();
    var expected = numbers(unzipped(made));
    var ours = numbers(Files.readString(folder.resolve(Colour.HLG_TABLE)));
    assertThat(ours).hasSize(3 * 33 * 33 * 33).hasSameSizeAs(expected);
    for (int i = 0; i < ours.length; i++) {
      assertThat(ours[i]).as("number %d", i).isCloseTo(expected[i], within(ROUNDING));
    }
  }

  private static double[] numbers(String table) {
    return table
        .lines()
        .skip(1)
        .flatMapToDouble(row -> Arrays.stream(row.split(" ")).mapToDouble(Double::parseDouble))
        .toArray();
  }

  private static String unzipped(Path file) throws IOException {
    try (var stream = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(stream.readAllBytes(), US_ASCII);
    }
  }
}
