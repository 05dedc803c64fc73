package dev.shorts.bench;

import dev.shorts.bench.api.ApiBench;
import dev.shorts.bench.database.DatabaseBench;
import dev.shorts.bench.encode.EncodeBench;
import dev.shorts.bench.endtoend.EndToEndBench;
import dev.shorts.bench.report.BenchSection;
import dev.shorts.bench.report.Machine;
import dev.shorts.bench.report.ResultsFile;
import dev.shorts.bench.run.ProgramRunner;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Runs {@code make bench} in the project's root: all sections, or those that are named. */
final class BenchMain {

  private static final List<BenchSection> PARTS =
      List.of(new EncodeBench(), new EndToEndBench(), new ApiBench(), new DatabaseBench());

  private BenchMain() {}

  public static void main(String[] names) throws Exception {
    var unknown = List.of(names).stream().filter(name -> !known().contains(name)).toList();
    if (!unknown.isEmpty()) {
      System.err.printf("There is no %s to measure, but %s.%n", unknown, known());
      System.exit(2);
    }
    var results = new ResultsFile(Path.of("bench", "results.md"));
    var order = PARTS.stream().map(BenchSection::title).toList();
    var measuredOn = measuredOn();
    for (var part : PARTS) {
      if (names.length == 0 || List.of(names).contains(part.name())) {
        System.out.printf("%n== %s%n%n", part.title());
        var section = part.measure();
        System.out.println(section);
        results.put(part.title(), measuredOn + "\n\n" + section, order);
      }
    }
    System.exit(0);
  }

  private static List<String> known() {
    return PARTS.stream().map(BenchSection::name).toList();
  }

  private static String measuredOn() throws Exception {
    var commit =
        ProgramRunner.run(
            Path.of("").toAbsolutePath(),
            List.of("git", "describe", "--always", "--dirty", "--exclude=*"));
    return "%s, commit %s, on %s."
        .formatted(LocalDate.now(ZoneOffset.UTC), commit.strip(), Machine.description());
  }
}
