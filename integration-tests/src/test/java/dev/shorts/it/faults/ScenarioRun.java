package dev.shorts.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.FaultControl.Switched;
import dev.shorts.it.driver.Invariants;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.User;
import dev.shorts.it.http.ApiAnswer;
import dev.shorts.it.http.Eventually;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** One user, one video and what goes wrong: where a scenario is played. */
final class ScenarioRun {

  /** For a process to start, a lease to run out and a short to be made, several times. */
  private static final Duration BOUND = Duration.ofSeconds(90);

  private final Scenario scenario;
  private final Platform platform;
  private final User user;
  private final UUID scene;
  private List<Switched> faults = List.of();

  ScenarioRun(Scenario scenario, Platform platform) {
    this.scenario = scenario;
    this.platform = platform;
    this.user = platform.newUser();
    var source = scenario.source();
    var video = platform.video(user, Cloud.ROOT.resolve(source.file));
    this.scene = platform.scene(video, source.from, source.to);
  }

  void play() {
    faults =
        scenario.faults().stream()
            .map(fault -> platform.wires().on(fault.about(user.id())))
            .toList();
    try {
      var answer = post();
      assertThat(answer.status()).as(answer.shown()).isIn(scenario.answered());
      scenario.first().accept(this);
      Eventually.within(
          BOUND,
          () ->
              assertThat(faults)
                  .as("those that came often enough")
                  .allMatch(Switched::firedEnough));
      scenario.meanwhile().accept(this);
    } finally {
      stopFaults();
    }
    var ending = scenario.ends();
    Eventually.within(
        BOUND,
        () ->
            assertThat(ending.isReached().test(this)).as(ending.words() + ", " + rows()).isTrue());
    Invariants.hold(platform, user);
  }

  ApiAnswer post() {
    return user.post(scene, "{}", scenario.headers().toArray(String[]::new));
  }

  Platform platform() {
    return platform;
  }

  /** Of the user's exports, the oldest first. */
  List<String> statuses() {
    return platform.sql(
        "select status from scene_exports where user_id = ?::uuid order by created_at", user.id());
  }

  private List<String> rows() {
    return platform.sql(
        "select to_json(e) from scene_exports e where user_id = ?::uuid", user.id());
  }

  String row() {
    return rows().getFirst();
  }

  String export() {
    return platform
        .sql("select id from scene_exports where user_id = ?::uuid", user.id())
        .getFirst();
  }

  /** The keys of the user's files. */
  List<String> files() {
    return platform.bucket().keys("exports/%s/".formatted(user.id()));
  }

  boolean isMarkedAsDeleted() {
    return platform
        .sql(
            "select file_deleted_at is not null from scene_exports where user_id = ?::uuid",
            user.id())
        .equals(List.of("t"));
  }

  /** Changes the user's rows, as time would. */
  void set(String assignment) {
    platform.sql("update scene_exports set " + assignment + " where user_id = ?::uuid", user.id());
  }

  /** Waits until the short is made, and moves time to its expiry. */
  void expire() {
    becomes("completed");
    age();
  }

  /** Moves time to the expiry. */
  void age() {
    set(
        """
        created_at = created_at - interval '1 day', deadline_at = deadline_at - interval '1 day',
        expires_at = now()
        """);
  }

  /** Puts a message among those that were received too often. */
  void deadLetter(String export) {
    platform.queues().send("DeadLetterQueue", "{\"export_id\": \"%s\"}".formatted(export));
  }

  void logSays(String function, String words) {
    Eventually.within(
        BOUND, () -> assertThat(platform.log(function)).anyMatch(line -> line.contains(words)));
  }

  void becomes(String status) {
    Eventually.within(BOUND, () -> assertThat(statuses()).containsExactly(status));
  }

  /**
   * @param which in the order of the scenario, from 0
   */
  void stopFault(int which) {
    faults.get(which).off();
  }

  void stopFaults() {
    faults.forEach(Switched::off);
  }
}
