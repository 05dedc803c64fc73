package dev.shorts.local.command;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Holds and checks the arguments of {@code demo} and {@code short}.
 *
 * @param from seconds
 * @param to seconds
 * @param out file that the short is written to
 */
record ShortRequest(
    VideoFile video,
    BigDecimal from,
    BigDecimal to,
    Optional<String> strategy,
    Optional<String> quality,
    Path out) {

  private static final Pattern SECONDS = Pattern.compile("-?\\d{1,7}(\\.\\d{1,6})?");
  private static final BigDecimal LONGEST = new BigDecimal(180);

  /** A part of the sample with movement, in seconds. */
  static final BigDecimal DEMO_FROM = BigDecimal.TEN;

  static final BigDecimal DEMO_TO = new BigDecimal(25);

  static ShortRequest demo(Path project) throws UsageException {
    return new ShortRequest(
            VideoFile.sample(project),
            DEMO_FROM,
            DEMO_TO,
            Optional.empty(),
            Optional.empty(),
            project.resolve("short-sample.mp4"))
        .checked();
  }

  static ShortRequest of(Arguments arguments, Path folder) throws UsageException {
    String name =
        arguments
            .get("video")
            .orElseThrow(
                () ->
                    UsageException.usage(
                        "Which video? For example: make short VIDEO=holiday.mp4 FROM=12.5 TO=57"));
    Path video = folder.resolve(name);
    Path out =
        arguments
            .get("out")
            .map(folder::resolve)
            .orElseGet(() -> folder.resolve("short-" + withoutExtension(video) + ".mp4"));
    BigDecimal from = seconds(arguments, "from");
    BigDecimal to = seconds(arguments, "to");
    if (out.normalize().equals(video.normalize())) {
      throw UsageException.of("OUT would overwrite the video.");
    }
    return new ShortRequest(
            VideoFile.file(video),
            from,
            to,
            arguments.get("strategy"),
            arguments.get("quality"),
            out)
        .checked();
  }

  private ShortRequest checked() throws UsageException {
    BigDecimal length = to.subtract(from);
    if (length.signum() <= 0) {
      throw UsageException.of(
          "The scene ends (TO=%s) before it starts (FROM=%s).".formatted(to, from));
    }
    if (length.compareTo(LONGEST) > 0) {
      throw UsageException.of(
          "The scene is %s s long; a Short has at most 180 s."
              .formatted(length.stripTrailingZeros().toPlainString()));
    }
    Path folder = out.toAbsolutePath().getParent();
    if (Files.isDirectory(out)
        || !Files.isWritable(folder)
        || Files.exists(out) && !Files.isWritable(out)) {
      throw UsageException.of("%s can't be written.".formatted(out));
    }
    return this;
  }

  private static BigDecimal seconds(Arguments arguments, String name) throws UsageException {
    String upper = name.toUpperCase(Locale.ROOT);
    String text =
        arguments
            .get(name)
            .orElseThrow(
                () ->
                    UsageException.usage(
                        "%s= is missing: a time in seconds, like 12.5.".formatted(upper)));
    if (!SECONDS.matcher(text).matches()) {
      throw UsageException.of("%s=%s is no time in seconds, like 12.5.".formatted(upper, text));
    }
    return new BigDecimal(text);
  }

  private static String withoutExtension(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
  }
}
