package dev.shorts.it;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What the transcoder was told: each message that it got ends in one line of its log. */
final class Messages {

  private final Platform platform;
  private final int before;

  private Messages(Platform platform, int before) {
    this.platform = platform;
    this.before = before;
  }

  /** Those that end from now on. */
  static Messages from(Platform platform) {
    return new Messages(platform, platform.log("TranscodeFunction").size());
  }

  /**
   * The exports they named, one for each message: those of {@code users}, and any that nobody has.
   */
  List<String> of(List<User> users) {
    var others =
        Set.copyOf(
            platform.sql(
                "select id from scene_exports where user_id <> all (string_to_array(?,"
                    + " ',')::uuid[])",
                String.join(
                    ",", users.stream().map(user -> user.id().toString()).collect(toSet()))));
    return platform.log("TranscodeFunction").stream()
        .skip(before)
        .map(Messages::fields)
        .filter(line -> "ended".equals(line.get("event")))
        .map(line -> Objects.toString(line.get("export_id")))
        .filter(id -> !others.contains(id))
        .toList();
  }

  private static Map<String, Object> fields(String line) {
    try {
      return line.startsWith("{") ? JSON.std.mapFrom(line) : Map.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
