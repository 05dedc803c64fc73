package dev.shorts.bench.encode;

import static java.util.function.Predicate.not;

import dev.shorts.bench.endtoend.LocalService;
import dev.shorts.bench.report.BenchSection;
import dev.shorts.bench.report.ResultsText;
import dev.shorts.bench.run.MediaFolder;
import dev.shorts.bench.run.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Benches our x264 presets against the options of the replaced system, and decoding and filtering
 * before x264.
 */
public final class EncodeBench implements BenchSection {

  private static final Path PROJECT = Path.of("").toAbsolutePath();

  @Override
  public String name() {
    return "encode";
  }

  @Override
  public String title() {
    return "Encode";
  }

  @Override
  public ResultsText measure() throws Exception {
    var tools =
        new EncodeTools(
            PROJECT.resolve("target/tools/bin/ffmpeg"),
            PROJECT.resolve("layers/ffmpeg/target/layer/bin"));
    var made = PROJECT.resolve("bench/target/footage");
    var trials = new ArrayList<EncodeTrial>();
    try (var service = new LocalService(PROJECT)) {
      for (var footage : Footage.in(MediaFolder.folder(PROJECT), tools, made)) {
        trial(service, footage, tools, trials);
      }
    }
    return EncodeSummary.of(List.copyOf(trials), leftOut(trials));
  }

  private static List<String> leftOut(List<EncodeTrial> trials) throws IOException {
    var measured = trials.stream().map(trial -> trial.footage().name()).toList();
    try (var files = Files.list(MediaFolder.folder(PROJECT))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(not(measured::contains))
          .sorted()
          .toList();
    }
  }

  /** Unless no short can be made of it, or nothing is to be seen in it. */
  private static void trial(
      LocalService service, Footage footage, EncodeTools tools, List<EncodeTrial> trials)
      throws Exception {
    System.out.printf("%s, %s%n", footage.name(), footage.description());
    try (var folder = TemporaryFolder.make()) {
      service.upload(footage.scene().video());
      service.make(footage.scene());
      var command =
          new TranscoderCommand(
              service.encode().of(footage.scene().video().file(), folder.path()).words());
      EncodeTrial.of(footage, command, folder.path(), tools).ifPresent(trials::add);
    } catch (IllegalStateException e) {
      System.out.printf("  left out: %s%n", e.getMessage());
    }
  }
}
