package dev.shorts.bench.encode;

import dev.shorts.bench.report.MedianRange;
import dev.shorts.bench.run.AlternatingRounds;
import dev.shorts.transcode.plan.EncodeCost;
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
 * Encodes one piece of footage in all ways, from the frames that the transcoder's filters make.
 *
 * @param coloured whether its colours were looked up
 * @param preparation seconds of processor time for reading, decoding and filters
 */
record EncodeTrial(
    Footage footage,
    boolean coloured,
    int frames,
    MedianRange preparation,
    Map<EncoderSetting, EncodeResult> encoded) {

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
  static Optional<EncodeTrial> of(
      Footage footage, TranscoderCommand command, Path folder, EncodeTools tools) throws Exception {
    tools.seconds(folder, command.keepFrames(REFERENCE));
    if (Files.size(folder.resolve(REFERENCE)) < (long) NOTHING * footage.scene().seconds()) {
      return Optional.empty();
    }
    var prepare = new Step("prepare", command.prepareOnly());
    var decode = new Step("decode", encode(List.of("-vf", "trim=start=1000000"), "nothing.mp4"));
    var steps = new ArrayList<>(List.of(prepare, decode));
    var settings = new LinkedHashMap<EncoderSetting, Step>();
    for (var setting : EncoderSetting.all()) {
      var file = settings.size() + ".mp4";
      settings.put(setting, new Step(file, encode(setting.options(command), file)));
    }
    steps.addAll(settings.values());
    var seconds =
        AlternatingRounds.of(ROUNDS, steps, step -> tools.seconds(folder, step.arguments()));
    double decoding = MedianRange.of(seconds.get(decode)).median();
    var encoded = new LinkedHashMap<EncoderSetting, EncodeResult>();
    for (var setting : settings.entrySet()) {
      var took = seconds.get(setting.getValue()).stream().map(all -> all - decoding).toList();
      encoded.put(
          setting.getKey(),
          EncodeResult.of(took, folder, setting.getValue().name(), REFERENCE, tools));
    }
    var preparation = MedianRange.of(seconds.get(prepare));
    return Optional.of(
        new EncodeTrial(
            footage,
            command.looksColoursUp(),
            frames(folder, tools),
            preparation,
            Map.copyOf(encoded)));
  }

  /** Returns the CPU seconds that {@link EncodeCost} estimates for decoding and filtering. */
  double reckonedPreparation() {
    return EncodeCost.seconds(footage.pixels(), frames, coloured);
  }

  /** Returns one of {@code figures} relative to the replaced system. */
  double ratio(EncoderSetting setting, ToDoubleFunction<EncodeResult> figure) {
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

  private static int frames(Path folder, EncodeTools tools)
      throws IOException, InterruptedException {
    var count =
        tools.probe(
            "-select_streams v:0 -of csv=p=0 -show_entries stream=nb_frames "
                + folder.resolve(REFERENCE));
    return Integer.parseInt(
        count.lines().findFirst().orElseThrow()); // some streams are told of twice
  }
}
