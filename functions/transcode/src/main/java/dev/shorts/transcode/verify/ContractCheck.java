package dev.shorts.transcode.verify;

import dev.shorts.export.Limits;
import dev.shorts.transcode.plan.AudioPlan;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.verify.ShortProperties.Container;
import dev.shorts.transcode.verify.ShortProperties.Picture;
import dev.shorts.transcode.verify.ShortProperties.Sound;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Checks of the contract's table "The short", one for each line. A file that fails one is not
 * delivered.
 */
public enum ContractCheck {
  STREAMS((file, plan) -> hasWhatWasPlanned(file, plan)),
  MP4(container(ContractCheck::isMp4)),
  MOOV_BEFORE_MDAT(container(Container::moovFirst)),
  NO_EDIT_LIST(container(file -> !file.editList())),
  AT_MOST_180_SECONDS(container(ContractCheck::isShortEnough)),
  NO_METADATA(container(file -> file.tags().entrySet().stream().allMatch(OwnTags::contain))),
  NO_CHAPTERS(container(file -> file.chapters() == 0)),

  SIZE(picture((it, _) -> it.width() == 1080 && it.height() == 1920)),
  SQUARE_PIXELS(picture((it, _) -> it.pixelAspect().equals("1:1"))),
  UPRIGHT(picture((it, _) -> it.upright())),
  EIGHT_BIT_420(picture((it, _) -> isYuv420(it))),
  PROGRESSIVE(picture((it, _) -> it.fieldOrder().equals("progressive"))),
  BT709(picture((it, _) -> it.colours().equals(List.of("bt709", "bt709", "bt709")))),
  LIMITED_RANGE(picture((it, _) -> it.range().equals("tv"))),
  NO_SIDE_DATA(picture((it, _) -> it.sideData().isEmpty())),

  H264_HIGH(picture((it, _) -> it.codec().equals("h264") && it.profile().equals("High"))),
  CABAC(picture((it, _) -> it.cabac())),
  CLOSED_GOP(picture((it, plan) -> gopsAreClosed(it.pictures(), plan.gop()))),
  AT_MOST_2_B_FRAMES(picture((it, _) -> !it.pictures().contains("BBB"))),
  CONSTANT_RATE(picture((it, plan) -> it.rates().equals(List.of(plan.rate())))),
  FRAMES(picture((it, plan) -> it.pictures().length() == plan.frames())),
  PICTURE_FROM_THE_START(picture((it, _) -> it.start().signum() == 0)),
  UNDER_CEILING(picture((it, plan) -> it.bits() <= plan.ceiling() * (plan.seconds() + 1))),

  AAC_LC(sound((it, _) -> it.codec().equals("aac") && it.profile().equals("LC"))),
  SAMPLE_RATE(sound((it, _) -> it.sampleRate() == AudioPlan.SAMPLE_RATE)),
  STEREO(sound((it, _) -> it.channels() == 2)),
  WHOLE_AAC_FRAMES(sound((it, _) -> it.steps().equals(List.of((long) AudioPlan.AAC_FRAME)))),
  SOUND_LENGTH(sound((it, plan) -> it.frames() == plan.aacFrames())),
  SOUND_FROM_THE_START(sound((it, _) -> it.start().signum() == 0));

  private final BiPredicate<ShortProperties, Plan> holds;

  private static final Pattern MP4_BRAND = Pattern.compile("iso\\w|mp4\\d|avc1");

  /** yuvj420p is yuv420p in full range, which {@link #LIMITED_RANGE} checks. */
  private static final Set<String> YUV_420 = Set.of("yuv420p", "yuvj420p");

  ContractCheck(BiPredicate<ShortProperties, Plan> holds) {
    this.holds = holds;
  }

  /** Returns the checks that {@code file} fails. */
  public static List<ContractCheck> missedBy(ShortProperties file, Plan plan) {
    return Arrays.stream(values()).filter(line -> !line.holds.test(file, plan)).toList();
  }

  private static BiPredicate<ShortProperties, Plan> container(Predicate<Container> holds) {
    return (file, _) -> holds.test(file.container());
  }

  /** Passes files without a video stream: {@link #STREAMS} reports those. */
  private static BiPredicate<ShortProperties, Plan> picture(BiPredicate<Picture, Plan> holds) {
    return (file, plan) -> file.picture().map(it -> holds.test(it, plan)).orElse(true);
  }

  private static BiPredicate<ShortProperties, Plan> sound(BiPredicate<Sound, AudioPlan> holds) {
    return (file, plan) ->
        file.sound().isEmpty()
            || plan.sound().isEmpty()
            || holds.test(file.sound().get(), plan.sound().get());
  }

  private static boolean isMp4(Container file) {
    return MP4_BRAND.matcher(file.brand()).matches();
  }

  private static boolean isYuv420(Picture picture) {
    return YUV_420.contains(picture.pixelFormat());
  }

  private static boolean isShortEnough(Container file) {
    return file.length().max(file.movieLength()).compareTo(Limits.MAX_SCENE_SECONDS) <= 0;
  }

  private static boolean hasWhatWasPlanned(ShortProperties file, Plan plan) {
    return file.picture().isPresent()
        && file.sound().isPresent() == plan.sound().isPresent()
        && file.container().streams() == (plan.sound().isPresent() ? 2 : 1);
  }

  /**
   * Returns whether each group starts with an IDR frame, which no later frame references across.
   */
  private static boolean gopsAreClosed(String pictures, int longest) {
    return pictures.startsWith("I")
        && Arrays.stream(pictures.substring(1).split("I", -1))
            .allMatch(rest -> rest.length() < longest && !rest.contains("?"));
  }
}
