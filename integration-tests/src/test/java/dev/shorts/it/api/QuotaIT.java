package dev.shorts.it.api;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.User;
import dev.shorts.it.http.ApiAnswer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Ten in 24 hours, however many ask at the same moment. */
class QuotaIT {

  private final Platform platform = Cloud.shared().platform();

  /** Somebody with one place left: nine exports of today, and one that left the window just now. */
  private record Caller(User user, UUID scene) {

    static Caller withNineUsed(Platform platform) {
      var user = platform.newUser();
      var scene = platform.sceneWithoutVideo(user, "0", "10");
      platform.sql(
          """
          insert into scene_exports
              (scene_id, user_id, aspect_ratio_strategy, output_quality, status, created_at)
          select ?::uuid, ?::uuid, 'center_crop', 'high', 'failed', now() - age * interval '1 hour'
            from unnest(array[0, 1, 2, 3, 5, 8, 13, 21, 23.9, 24]) age
          """,
          scene,
          user.id());
      return new Caller(user, scene);
    }

    Callable<ApiAnswer> post() {
      return () -> user.post(scene);
    }
  }

  @BeforeAll
  static void warmUp() {
    LockContention.warmUp(Cloud.shared().platform());
  }

  @Test
  void ofFiftyRequestsAtOnceWithNineUsedExactlyOneIsAccepted() {
    var caller = Caller.withNineUsed(platform);

    var answers = LockContention.ask(platform, Collections.nCopies(50, caller.post()));

    assertThat(answers).filteredOn(answer -> answer.status() == 202).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 429).hasSize(49);
    assertThat(answers).extracting(a -> a.header("ratelimit-remaining")).containsOnly("0");
    eachHasTenAndOneMessageWasSent(List.of(caller));
  }

  @Test
  void ofTwentyUsersAtOnceEachGetsTheOneThatIsLeft() {
    var callers = IntStream.range(0, 20).mapToObj(_ -> Caller.withNineUsed(platform)).toList();
    var posts =
        new ArrayList<>(
            callers.stream().flatMap(c -> Collections.nCopies(10, c.post()).stream()).toList());
    Collections.shuffle(posts, new Random(20));

    var answers = LockContention.ask(platform, posts);

    assertThat(answers).filteredOn(answer -> answer.status() == 202).hasSize(20);
    assertThat(answers).filteredOn(answer -> answer.status() == 429).hasSize(180);
    eachHasTenAndOneMessageWasSent(callers);
  }

  @Test
  void aHundredRequestsAtOnceUnderOneKeyAreOneExport() {
    var caller = Caller.withNineUsed(platform);
    Callable<ApiAnswer> post = () -> caller.user.post(caller.scene, "{}", "idempotency-key", "k");

    var answers = LockContention.ask(platform, Collections.nCopies(100, post));

    assertThat(answers).extracting(ApiAnswer::status).containsOnly(202);
    assertThat(answers.stream().map(answer -> answer.field("export_id")).collect(toSet()))
        .hasSize(1);
    assertThat(counted(caller)).isEqualTo("10");
  }

  private void eachHasTenAndOneMessageWasSent(List<Caller> callers) {
    assertThat(callers).extracting(this::counted).containsOnly("10");
    assertThat(callers).extracting(this::messages).containsOnly(1L);
  }

  private long messages(Caller caller) {
    return platform.wires().calls(caller.user.id()).stream()
        .filter(call -> call.equals("sqs SendMessage"))
        .count();
  }

  private String counted(Caller caller) {
    return platform
        .sql(
            """
            select count(*) from scene_exports
             where user_id = ?::uuid and created_at > now() - interval '24 hours'
            """,
            caller.user.id())
        .getFirst();
  }
}
