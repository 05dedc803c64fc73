package dev.shorts.transcode.proof;

import dev.shorts.export.Quality;
import dev.shorts.transcode.plan.AudioPlan;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.search.TrimWindow;
import dev.shorts.transcode.timeline.Timelines;
import dev.shorts.transcode.verify.ShortProperties;
import dev.shorts.transcode.verify.ShortProperties.Container;
import dev.shorts.transcode.verify.ShortProperties.Picture;
import dev.shorts.transcode.verify.ShortProperties.Sound;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A finished file that holds every line, and that file with a single thing changed. */
public final class RightFile {

  /** What it is right for. */
  public static final Plan PLAN =
      new Plan(
          new TrimWindow(Optional.empty(), BigDecimal.ZERO),
          0,
          Timelines.table(Rational.of(10), 20),
          "null",
          Optional.empty(),
          1_000_000,
          0,
          Quality.HIGH,
          Optional.of(new AudioPlan(1, "anull", 93)),
          Optional.empty());

  private static final Map<String, Object> FIELDS =
      Map.ofEntries(
          Map.entry("brand", "isom"),
          Map.entry("moovFirst", true),
          Map.entry("editList", false),
          Map.entry("streams", 2),
          Map.entry("chapters", 0),
          Map.entry("length", new BigDecimal("180.000")),
          Map.entry("movieLength", new BigDecimal("180.000")),
          Map.entry("tags", Map.of("language", "undund", "major_brand", "iso4")),
          Map.entry("codec", "h264"),
          Map.entry("profile", "High"),
          Map.entry("cabac", true),
          Map.entry("width", 1080),
          Map.entry("height", 1920),
          Map.entry("pixelAspect", "1:1"),
          Map.entry("upright", true),
          Map.entry("pixelFormat", "yuv420p"),
          Map.entry("fieldOrder", "progressive"),
          Map.entry("range", "tv"),
          Map.entry("colours", List.of("bt709", "bt709", "bt709")),
          Map.entry("sideData", List.of()),
          Map.entry("pictures", "IPBBPIPBBPIiPPPIPPPP"),
          Map.entry("rates", List.of(Rational.of(10))),
          Map.entry("start", new BigDecimal("0.0")),
          Map.entry("bits", 3_000_000L),
          Map.entry("soundCodec", "aac"),
          Map.entry("soundProfile", "LC"),
          Map.entry("sampleRate", 48_000),
          Map.entry("channels", 2),
          Map.entry("aacFrames", 93),
          Map.entry("steps", List.of(1024L)),
          Map.entry("soundStart", BigDecimal.ZERO));

  public static final ShortProperties RIGHT = finished(FIELDS);

  private RightFile() {}

  /** The same with another value in one field. */
  public static ShortProperties rightBut(String field, Object value) {
    var fields = new HashMap<>(FIELDS);
    fields.put(field, value);
    return finished(fields);
  }

  @SuppressWarnings("unchecked")
  private static ShortProperties finished(Map<String, Object> fields) {
    return new ShortProperties(
        new Container(
            (String) fields.get("brand"),
            (boolean) fields.get("moovFirst"),
            (boolean) fields.get("editList"),
            (int) fields.get("streams"),
            (int) fields.get("chapters"),
            (BigDecimal) fields.get("length"),
            (BigDecimal) fields.get("movieLength"),
            (Map<String, String>) fields.get("tags")),
        Optional.of(
            new Picture(
                (String) fields.get("codec"),
                (String) fields.get("profile"),
                (boolean) fields.get("cabac"),
                (int) fields.get("width"),
                (int) fields.get("height"),
                (String) fields.get("pixelAspect"),
                (boolean) fields.get("upright"),
                (String) fields.get("pixelFormat"),
                (String) fields.get("fieldOrder"),
                (String) fields.get("range"),
                (List<String>) fields.get("colours"),
                (List<String>) fields.get("sideData"),
                (String) fields.get("pictures"),
                (List<Rational>) fields.get("rates"),
                (BigDecimal) fields.get("start"),
                (long) fields.get("bits"))),
        Optional.of(
            new Sound(
                (String) fields.get("soundCodec"),
                (String) fields.get("soundProfile"),
                (int) fields.get("sampleRate"),
                (int) fields.get("channels"),
                (int) fields.get("aacFrames"),
                (List<Long>) fields.get("steps"),
                (BigDecimal) fields.get("soundStart"))),
        1);
  }
}
