package dev.shorts.transcode.verify;

import dev.shorts.export.Quality;
import dev.shorts.transcode.plan.AudioPlan;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.plan.VideoPlan;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.search.TrimWindow;
import dev.shorts.transcode.timeline.Timelines;
import dev.shorts.transcode.verify.ShortProperties.Container;
import dev.shorts.transcode.verify.ShortProperties.Layout;
import dev.shorts.transcode.verify.VideoProperties.Codec;
import dev.shorts.transcode.verify.VideoProperties.Frames;
import dev.shorts.transcode.verify.VideoProperties.Pixels;
import dev.shorts.transcode.verify.VideoProperties.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Provides a file that meets the contract, and that file with one property changed. */
public final class RightFile {

  /** The plan whose checks {@link #RIGHT} passes. */
  public static final Plan PLAN =
      new Plan(
          new TrimWindow(Optional.empty(), BigDecimal.ZERO),
          new VideoPlan(
              0, Timelines.table(Rational.of(10), 20), "null", Optional.empty(), 1_000_000, 0),
          Optional.of(new AudioPlan(1, "anull", 93)),
          Quality.HIGH,
          Optional.empty());

  public static final ShortProperties RIGHT =
      new ShortProperties(
          new Container(
              new Layout("isom", true, false),
              2,
              0,
              new BigDecimal("180.000"),
              new BigDecimal("180.000"),
              Map.of("language", "undund", "major_brand", "iso4"),
              1),
          Optional.of(
              new VideoProperties(
                  new Codec("h264", "High", true),
                  new Shape(1080, 1920, "1:1", true),
                  new Pixels(
                      "yuv420p",
                      "progressive",
                      "tv",
                      List.of("bt709", "bt709", "bt709"),
                      List.of()),
                  new Frames(
                      "IPBBPIPBBPIiPPPIPPPP",
                      List.of(Rational.of(10)),
                      new BigDecimal("0.0"),
                      3_000_000))),
          Optional.of(
              new AudioProperties("aac", "LC", 48_000, 2, 93, List.of(1024L), BigDecimal.ZERO)));

  private RightFile() {}

  public static ShortProperties withContainer(UnaryOperator<Container> change) {
    return new ShortProperties(change.apply(RIGHT.container()), RIGHT.video(), RIGHT.audio());
  }

  public static ShortProperties withLayout(Layout layout) {
    return withContainer(
        it ->
            new Container(
                layout,
                it.streams(),
                it.chapters(),
                it.duration(),
                it.movieDuration(),
                it.tags(),
                it.bytes()));
  }

  public static ShortProperties withTags(Map<String, String> tags) {
    return withContainer(
        it ->
            new Container(
                it.layout(),
                it.streams(),
                it.chapters(),
                it.duration(),
                it.movieDuration(),
                tags,
                it.bytes()));
  }

  public static ShortProperties withDurations(String duration, String movieDuration) {
    return withContainer(
        it ->
            new Container(
                it.layout(),
                it.streams(),
                it.chapters(),
                new BigDecimal(duration),
                new BigDecimal(movieDuration),
                it.tags(),
                it.bytes()));
  }

  public static ShortProperties withCounts(int streams, int chapters) {
    return withContainer(
        it ->
            new Container(
                it.layout(),
                streams,
                chapters,
                it.duration(),
                it.movieDuration(),
                it.tags(),
                it.bytes()));
  }

  public static ShortProperties withCodec(Codec codec) {
    return withVideo(it -> new VideoProperties(codec, it.shape(), it.pixels(), it.frames()));
  }

  public static ShortProperties withShape(Shape shape) {
    return withVideo(it -> new VideoProperties(it.codec(), shape, it.pixels(), it.frames()));
  }

  public static ShortProperties withPixels(UnaryOperator<Pixels> change) {
    return withVideo(
        it -> new VideoProperties(it.codec(), it.shape(), change.apply(it.pixels()), it.frames()));
  }

  public static ShortProperties withFrames(UnaryOperator<Frames> change) {
    return withVideo(
        it -> new VideoProperties(it.codec(), it.shape(), it.pixels(), change.apply(it.frames())));
  }

  public static ShortProperties withFrameTypes(String types) {
    return withFrames(it -> new Frames(types, it.rates(), it.start(), it.bits()));
  }

  public static ShortProperties withRates(Rational... rates) {
    return withFrames(it -> new Frames(it.types(), List.of(rates), it.start(), it.bits()));
  }

  public static ShortProperties withAudio(UnaryOperator<AudioProperties> change) {
    return new ShortProperties(
        RIGHT.container(), RIGHT.video(), Optional.of(change.apply(RIGHT.audio().orElseThrow())));
  }

  private static ShortProperties withVideo(UnaryOperator<VideoProperties> change) {
    return new ShortProperties(
        RIGHT.container(), Optional.of(change.apply(RIGHT.video().orElseThrow())), RIGHT.audio());
  }
}
