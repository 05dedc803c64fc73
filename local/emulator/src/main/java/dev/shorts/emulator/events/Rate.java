package dev.shorts.emulator.events;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Parses the rate of a schedule, in the form {@code rate(5 minutes)}. */
public record Rate(Duration every) {

  /** EventBridge requires the singular after 1 and the plural otherwise. */
  private static final Pattern RATE =
      Pattern.compile("rate\\((?:1 (minute|hour|day)|([2-9]|[1-9]\\d+) (minute|hour|day)s)\\)");

  public static Rate parse(String expression) {
    var match = RATE.matcher(expression);
    if (!match.matches()) {
      throw new IllegalArgumentException(
          "the local cloud knows rate(…) of minutes, hours or days only, not " + expression);
    }
    boolean one = match.group(1) != null;
    String unit = one ? match.group(1) : match.group(3);
    long count = one ? 1 : Long.parseLong(match.group(2));
    return new Rate(
        Duration.of(
            count,
            switch (unit) {
              case "minute" -> ChronoUnit.MINUTES;
              case "hour" -> ChronoUnit.HOURS;
              default -> ChronoUnit.DAYS;
            }));
  }
}
