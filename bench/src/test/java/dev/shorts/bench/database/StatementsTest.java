package dev.shorts.bench.database;

import static java.util.regex.Pattern.DOTALL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the bench's statements with those of the functions' repositories, which are private. */
class StatementsTest {

  @Test
  void createIsWhatCreateExportSends() throws IOException {
    assertThat(inOneLine(Statements.CREATE))
        .isEqualTo(sent("create-export", "create/CreateExportRepository", "CREATE"));
  }

  @Test
  void getIsWhatGetExportSends() throws IOException {
    assertThat(inOneLine(Statements.GET))
        .isEqualTo(sent("get-export", "get/GetExportRepository", "GET"));
  }

  @Test
  void claimIsWhatTranscodeSends() throws IOException {
    assertThat(inOneLine(Statements.CLAIM))
        .isEqualTo(sent("transcode", "transcode/job/JobRepository", "CLAIM"));
  }

  @Test
  void sweepAndExpiryAreWhatCleanupSends() throws IOException {
    assertThat(inOneLine(Statements.SWEEP)).isEqualTo(cleanup("SWEEP"));
    assertThat(inOneLine(Statements.EXPIRED)).isEqualTo(cleanup("EXPIRED"));
    assertThat(inOneLine(Statements.MARK_DELETED)).isEqualTo(cleanup("MARK_DELETED"));
    assertThat(inOneLine(Statements.DELETE_ROWS)).isEqualTo(cleanup("DELETE_ROWS"));
  }

  private static String cleanup(String constant) throws IOException {
    return sent("cleanup", "cleanup/CleanupRepository", constant);
  }

  /** A constant of a source file, with question marks for its parameters. */
  private static String sent(String function, String file, String constant) throws IOException {
    var source =
        functions().resolve("%s/src/main/java/dev/shorts/%s.java".formatted(function, file));
    var text =
        Pattern.compile("String " + constant + " =\\s+(?:\"\"\"(.*?)\"\"\"|\"(.*?)\");", DOTALL)
            .matcher(Files.readString(source));
    assertThat(text.find()).as("%s in %s", constant, source).isTrue();
    var sql = text.group(1) == null ? text.group(2) : text.group(1);
    return inOneLine(sql.replaceAll(":\\w+", "?"));
  }

  private static Path functions() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .map(folder -> folder.resolve("functions"))
        .filter(Files::isDirectory)
        .findFirst()
        .orElseThrow();
  }

  private static String inOneLine(String sql) {
    return sql.strip().replaceAll("\\s+", " ");
  }
}
