package dev.shorts.it;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** What the transcoder was told: each message that it got ends in one line of its log. */
final class Messages {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Platform platform;
  private final int before;

  private Messages(Platform platform, int before) {
    this.platform = platform;
    this.before = before;
  }

  /** Those that end from here on. */
  static Messages from(Platform platform) {
    return new Messages(platform, platform.log("TranscodeFunction").size());
  }

  /**
   * The exports they named, one for each message: those of {@code users}, and any that nobody has.
   * Whatever was sent before this call is in it.
   */
  List<String> of(List<User> users) {
    seeLaterOnesEnd();
    return ended(users);
  }

  /** A queue in memory keeps its order, and two are worked on at a time. */
  private void seeLaterOnesEnd() {
    var user = platform.newUser();
    var scene = platform.sceneWithoutVideo(user, "0", "1");
    var later = Stream.generate(() -> user.post(scene).text("export_id")).limit(4).toList();
    Eventually.within(PATIENCE, () -> assertThat(ended(List.of(user))).containsAll(later));
  }

  private List<String> ended(List<User> users) {
    var others =
        Set.copyOf(
            platform.sql(
                "select id from scene_exports where user_id <> all (string_to_array(?,"
                    + " ',')::uuid[])",
                users.stream().map(user -> user.id().toString()).collect(joining(","))));
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
