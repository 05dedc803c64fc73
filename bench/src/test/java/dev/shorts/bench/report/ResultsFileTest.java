package dev.shorts.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFileTest {

  private static final List<String> ORDER = List.of("Encode", "Database");

  @TempDir private Path folder;

  @Test
  void aPartMeasuredAgainTakesItsOldPlaceAndLeavesTheOthersAlone() throws IOException {
    var file = folder.resolve("results.md");
    var results = new ResultsFile(file);
    results.put("Database", "slow\n\n| a |", ORDER);
    results.put("Encode", "first", ORDER);
    results.put("Encode", "second", ORDER);

    assertThat(Files.readString(file))
        .startsWith("# Results\n")
        .endsWith("\n\n## Encode\n\nsecond\n\n## Database\n\nslow\n\n| a |\n");
  }

  @Test
  void aPartThatThereIsNoMoreIsLeftOut() throws IOException {
    var results = new ResultsFile(folder.resolve("results.md"));
    results.put("Old", "gone", List.of("Old"));
    results.put("Encode", "here", ORDER);

    assertThat(Files.readString(results.file())).doesNotContain("Old").contains("here");
  }
}
