package dev.shorts.transcode.verify;

import dev.shorts.export.Limits;
import dev.shorts.transcode.plan.AudioPlan;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.verify.ShortProperties.Container;
import dev.shorts.transcode.verify.VideoProperties.Codec;
import dev.shorts.transcode.verify.VideoProperties.Frames;
import dev.shorts.transcode.verify.VideoProperties.Pixels;
import dev.shorts.transcode.verify.VideoProperties.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A ContractCheck tests one line of the contract's table "The short". A file that misses one is not
 * delivered.
 */
public enum ContractCheck {
  STREAMS((file, plan) -> hasWhatWasPlanned(file, plan)),
  MP4(container(ContractCheck::isMp4)),
  MOOV_BEFORE_MDAT(container(file -> file.layout().moovFirst())),
  NO_EDIT_LIST(container(file -> !file.layout().editList())),
  AT_MOST_180_SECONDS(container(ContractCheck::isShortEnough)),
  NO_METADATA(container(file -> file.tags().entrySet().stream().allMatch(OwnTags::contain))),
  NO_CHAPTERS(container(file -> file.chapters() == 0)),

  SIZE(shape(it -> it.width() == 1080 && it.height() == 1920)),
  SQUARE_PIXELS(shape(it -> it.pixelAspect().equals("1:1"))),
  UPRIGHT(shape(Shape::upright)),
  EIGHT_BIT_420(pixels(ContractCheck::isYuv420)),
  PROGRESSIVE(pixels(it -> it.fieldOrder().equals("progressive"))),
  BT709(pixels(it -> it.colours().equals(List.of("bt709", "bt709", "bt709")))),
  LIMITED_RANGE(pixels(it -> it.range().equals("tv"))),
  NO_SIDE_DATA(pixels(it -> it.sideData().isEmpty())),

  H264_HIGH(codec(it -> it.name().equals("h264") && it.profile().equals("High"))),
  CABAC(codec(Codec::cabac)),
  CLOSED_GOP(frames((it, plan) -> gopsAreClosed(it.types(), plan.gop()))),
  AT_MOST_2_B_FRAMES(frames((it, _) -> !it.types().contains("BBB"))),
  CONSTANT_RATE(frames((it, plan) -> it.rates().equals(List.of(plan.rate())))),
  FRAMES(frames((it, plan) -> it.types().length() == plan.frames())),
  PICTURE_FROM_THE_START(frames((it, _) -> it.start().signum() == 0)),
  UNDER_CEILING(
      frames((it, plan) -> it.bits() <= plan.video().maxBitrate() * (plan.seconds() + 1))),

  AAC_LC(audio((it, _) -> it.codec().equals("aac") && it.profile().equals("LC"))),
  SAMPLE_RATE(audio((it, _) -> it.sampleRate() == AudioPlan.SAMPLE_RATE)),
  STEREO(audio((it, _) -> it.channels() == 2)),
  WHOLE_AAC_FRAMES(audio((it, _) -> it.steps().equals(List.of((long) AudioPlan.AAC_FRAME)))),
  SOUND_LENGTH(audio((it, plan) -> it.aacFrames() == plan.aacFrames())),
  SOUND_FROM_THE_START(audio((it, _) -> it.start().signum() == 0));

  private final BiPredicate<ShortProperties, Plan> holds;

  private static final Pattern MP4_BRAND = Pattern.compile("iso\\w|mp4\\d|avc1");

  /** yuvj420p is yuv420p in full range, which {@link #LIMITED_RANGE} checks. */
  private static final Set<String> YUV_420 = Set.of("yuv420p", "yuvj420p");

  ContractCheck(BiPredicate<ShortProperties, Plan> holds) {
    this.holds = holds;
  }

  /** Returns the checks that {@code file} fails. */
  public static List<ContractCheck> missedBy(ShortProperties file, Plan plan) {
    return Arrays.stream(values()).filter(check -> !check.holds.test(file, plan)).toList();
  }

  private static BiPredicate<ShortProperties, Plan> container(Predicate<Container> holds) {
    return (file, _) -> holds.test(file.container());
  }

  /** Passes files without a video stream: {@link #STREAMS} reports those. */
  private static BiPredicate<ShortProperties, Plan> video(
      BiPredicate<VideoProperties, Plan> holds) {
    return (file, plan) -> file.video().map(it -> holds.test(it, plan)).orElse(true);
  }

  private static BiPredicate<ShortProperties, Plan> codec(Predicate<Codec> holds) {
    return video((it, _) -> holds.test(it.codec()));
  }

  private static BiPredicate<ShortProperties, Plan> shape(Predicate<Shape> holds) {
    return video((it, _) -> holds.test(it.shape()));
  }

  private static BiPredicate<ShortProperties, Plan> pixels(Predicate<Pixels> holds) {
    return video((it, _) -> holds.test(it.pixels()));
  }

  private static BiPredicate<ShortProperties, Plan> frames(BiPredicate<Frames, Plan> holds) {
    return video((it, plan) -> holds.test(it.frames(), plan));
  }

  private static BiPredicate<ShortProperties, Plan> audio(
      BiPredicate<AudioProperties, AudioPlan> holds) {
    return (file, plan) ->
        file.audio().isEmpty()
            || plan.audio().isEmpty()
            || holds.test(file.audio().get(), plan.audio().get());
  }

  private static boolean isMp4(Container file) {
    return MP4_BRAND.matcher(file.layout().brand()).matches();
  }

  private static boolean isYuv420(Pixels pixels) {
    return YUV_420.contains(pixels.format());
  }

  private static boolean isShortEnough(Container file) {
    return file.duration().max(file.movieDuration()).compareTo(Limits.MAX_SCENE_SECONDS) <= 0;
  }

  private static boolean hasWhatWasPlanned(ShortProperties file, Plan plan) {
    return file.video().isPresent()
        && file.audio().isPresent() == plan.audio().isPresent()
        && file.container().streams() == (plan.audio().isPresent() ? 2 : 1);
  }

  /**
   * Returns whether each group starts with an IDR frame, which no later frame references across.
   */
  private static boolean gopsAreClosed(String frameTypes, int longest) {
    return frameTypes.startsWith("I")
        && Arrays.stream(frameTypes.substring(1).split("I", -1))
            .allMatch(rest -> rest.length() < longest && !rest.contains("?"));
  }
}
