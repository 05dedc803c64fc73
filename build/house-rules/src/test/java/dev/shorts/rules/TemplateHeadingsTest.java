package dev.shorts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table of contents of {@code template.yaml} names its headings, in their order. */
class TemplateHeadingsTest {

  private static final Pattern ENTRY = Pattern.compile("(?m)^#   (\\S.*?)  +\\S.*$");
  private static final Pattern HEADING = Pattern.compile("(?m)^ *# == (.*) ==$");

  @Test
  void theTableOfContentsNamesEachHeading() throws IOException {
    var template = Files.readString(SourceTree.ROOT.resolve("template.yaml"));
    assertThat(matches(ENTRY, template))
        .isNotEmpty()
        .containsExactlyElementsOf(matches(HEADING, template));
  }

  @Test
  void entriesAndHeadingsAreRead() {
    var template = "#   One part     of two\n#   Other\n\n# == One part ==\n  # == Other ==\n";
    assertThat(matches(ENTRY, template)).containsExactly("One part");
    assertThat(matches(HEADING, template)).containsExactly("One part", "Other");
  }

  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }
}
