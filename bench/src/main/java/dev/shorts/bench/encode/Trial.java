package dev.shorts.bench.encode;

import dev.shorts.bench.Rounds;
import dev.shorts.bench.Spread;
import dev.shorts.transcode.plan.Preparation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * One piece of footage, encoded in all ways from the frames that the transcoder's filters make.
 *
 * @param coloured whether its colours were looked up
 * @param preparation seconds of processor time for reading, decoding and filters
 */
record Trial(
    Footage footage,
    boolean coloured,
    int frames,
    Spread preparation,
    Map<Setting, Encoded> encoded) {

  static final int ROUNDS = Integer.getInteger("bench.encode.rounds", 2);

  private static final String REFERENCE = "reference.mp4";

  /** Less than this, in bytes a second without loss, is next to nothing. */
  private static final int NOTHING = 1_000_000;

  /** Something that is timed. */
  private record Step(String name, List<String> arguments) {}

  /**
   * @param command made this footage's short
   * @return empty if there is next to nothing to be seen
   */
  static Optional<Trial> of(Footage footage, TranscoderCommand command, Path folder, Tools tools)
      throws Exception {
    tools.seconds(folder, command.keepFrames(REFERENCE));
    if (Files.size(folder.resolve(REFERENCE)) < (long) NOTHING * footage.scene().seconds()) {
      return Optional.empty();
    }
    var prepare = new Step("prepare", command.prepareOnly());
    var decode = new Step("decode", encode(List.of("-vf", "trim=start=1000000"), "nothing.mp4"));
    var steps = new ArrayList<>(List.of(prepare, decode));
    var settings = new LinkedHashMap<Setting, Step>();
    for (var setting : Setting.all()) {
      var file = settings.size() + ".mp4";
      settings.put(setting, new Step(file, encode(setting.options(command), file)));
    }
    steps.addAll(settings.values());
    var seconds = Rounds.of(ROUNDS, steps, step -> tools.seconds(folder, step.arguments()));
    double decoding = Spread.of(seconds.get(decode)).median();
    var encoded = new LinkedHashMap<Setting, Encoded>();
    for (var setting : settings.entrySet()) {
      var took = seconds.get(setting.getValue()).stream().map(all -> all - decoding).toList();
      encoded.put(
          setting.getKey(), Encoded.of(took, folder, setting.getValue().name(), REFERENCE, tools));
    }
    var preparation = Spread.of(seconds.get(prepare));
    return Optional.of(
        new Trial(
            footage,
            command.looksColoursUp(),
            frames(folder, tools),
            preparation,
            Map.copyOf(encoded)));
  }

  /** What {@link Preparation} says that preparation takes, in seconds. */
  double reckonedPreparation() {
    return Preparation.seconds(footage.pixels(), frames, coloured);
  }

  /** How one of {@code figures} compares with what it replaces. */
  double ratio(Setting setting, ToDoubleFunction<Encoded> figure) {
    return figure.applyAsDouble(encoded.get(setting))
        / figure.applyAsDouble(encoded.get(setting.replaced()));
  }

  private static List<String> encode(List<String> options, String file) {
    return Stream.of(
            List.of("-y", "-threads", "2", "-i", REFERENCE, "-c:v", "libx264"),
            options,
            List.of("-f", "mp4", file))
        .flatMap(List::stream)
        .toList();
  }

  private static int frames(Path folder, Tools tools) throws IOException, InterruptedException {
    var count =
        tools.probe(
            "-select_streams v:0 -of csv=p=0 -show_entries stream=nb_frames "
                + folder.resolve(REFERENCE));
    return Integer.parseInt(
        count.lines().findFirst().orElseThrow()); // some streams are told of twice
  }
}
