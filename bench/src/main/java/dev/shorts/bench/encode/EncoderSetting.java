package dev.shorts.bench.encode;

import dev.shorts.export.Quality;
import dev.shorts.transcode.plan.EncoderPreset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An EncoderSetting is a way to encode that is compared with others.
 *
 * @param preset of ours; empty for the system that this one replaces
 */
record EncoderSetting(Quality quality, Optional<EncoderPreset> preset) {

  /** All, each quality beginning with what it is compared with. */
  static List<EncoderSetting> all() {
    return Stream.of(Quality.HIGH, Quality.MEDIUM)
        .flatMap(
            quality ->
                Stream.concat(
                    Stream.of(new EncoderSetting(quality, Optional.empty())),
                    Stream.of(EncoderPreset.values())
                        .map(preset -> new EncoderSetting(quality, Optional.of(preset)))))
        .toList();
  }

  /** Returns the setting of the replaced system, for comparison. */
  EncoderSetting replaced() {
    return new EncoderSetting(quality, Optional.empty());
  }

  @Override
  public String toString() {
    var what =
        preset.map(EncoderPreset::name).orElseGet(() -> "replaced: `" + replacedOptions() + "`");
    return quality.name().toLowerCase(Locale.ROOT) + ", " + what;
  }

  /**
   * @param command the transcoder's, for high quality
   */
  List<String> options(TranscoderCommand command) {
    return preset
        .map(it -> command.encoder(it.options(quality), quality == Quality.HIGH ? 1 : 2))
        .orElseGet(() -> List.of(replacedOptions().split(" ")));
  }

  /** GOPs of 250 frames, no ceiling. */
  private String replacedOptions() {
    return "-preset slow -crf " + (quality == Quality.HIGH ? 18 : 23);
  }
}
