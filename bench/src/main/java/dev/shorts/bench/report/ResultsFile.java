package dev.shorts.bench.report;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Replaces a section of {@code bench/results.md} and keeps the others. */
public record ResultsFile(Path file) {

  private static final String HEADING = "\n## ";

  private static final String INTRODUCTION =
      """
      # Results

      Written by `make bench`. A figure is the median of several, with the least and the most behind it; what is compared was measured in turns,
      in the same minutes. Only ratios say something about other machines.
      """;

  /**
   * Puts a section into its place, and leaves the others as they are.
   *
   * @param order of all titles
   */
  public void put(String title, String text, List<String> order) throws IOException {
    var sections = sections();
    sections.put(title, text.strip());
    var all =
        order.stream()
            .filter(sections::containsKey)
            .map(name -> HEADING + name + "\n\n" + sections.get(name) + "\n")
            .collect(joining());
    Files.writeString(file, INTRODUCTION + all);
  }

  private Map<String, String> sections() throws IOException {
    var sections = new LinkedHashMap<String, String>();
    if (Files.exists(file)) {
      for (var section : List.of(Files.readString(file).split(HEADING)).stream().skip(1).toList()) {
        var titleAndText = section.split("\n", 2);
        sections.put(titleAndText[0], titleAndText[1].strip());
      }
    }
    return sections;
  }
}
