package dev.shorts.transcode.plan;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HdrTableIT {

  private static final Path TOOLS = Path.of("../../target/tools/bin");

  /** Of a table of four decimals: processors round differently. */
  private static final double ROUNDING = 2e-4;

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"HLG, arib-std-b67", "PQ, smpte2084"})
  void isWhatFfmpegsScalerMakesOfEveryColour(HdrTable table, String transfer) throws Exception {
    var made = folder.resolve("made.gz");
    table.write(folder);

    int exit =
        new ProcessBuilder(
                TOOLS.resolve("python").toString(),
                "src/main/hdr/make-table",
                TOOLS.resolve("ffmpeg").toString(),
                transfer,
                made.toString())
            .inheritIO()
            .start()
            .waitFor();

    assertThat(exit).isZero();
    var expected = numbers(unzipped(made));
    var ours = numbers(Files.readString(folder.resolve(table.file())));
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
