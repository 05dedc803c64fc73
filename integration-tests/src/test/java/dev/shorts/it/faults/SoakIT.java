package dev.shorts.it.faults;

import static java.util.concurrent.TimeUnit.HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.FaultControl.Switched;
import dev.shorts.it.driver.Invariants;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.ShortTimeoutsCloud;
import dev.shorts.it.driver.User;
import dev.shorts.it.http.ApiAnswer;
import dev.shorts.it.http.ConcurrentRequests;
import dev.shorts.it.http.Eventually;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Many users, many exports and many faults at once: {@code make soak}. The seed decides which
 * faults; without {@code -Dsoak.seed=} each run of all tests has the same.
 */
class SoakIT {

  private static final long SEED = 20_260_101;
  private static final int EXPORTS_PER_USER = 10;

  /** After its last export each user asks once more. */
  private static final int REFUSED = 429;

  /** One export of three meets a fault. */
  private static final int FAULTLESS = 2;

  /** A lost message is found out about when the queue is empty: at the very end. */
  private static final Duration UNTIL_THE_LOST_ARE_FOUND = Duration.ofMinutes(3);

  private static final Duration EACH = Duration.ofSeconds(2);

  private final Platform platform = ShortTimeoutsCloud.shared().platform();
  private final List<Scenario> wrongs =
      FaultsIT.scenarios().filter(Scenario::passesByItself).toList();

  /** A Life has the exports and the faults of one user. */
  private record Life(User user, List<ApiAnswer> answers, List<Switched> faults) {}

  /**
   * As long as the number of exports takes; the wait for the last of them has an end of its own.
   */
  @Test
  @Timeout(value = 3, unit = HOURS)
  void noExportIsLostStuckOrDoubled() {
    long seed = Long.getLong("soak.seed", SEED);
    int users = Integer.getInteger("soak.exports", 20) / EXPORTS_PER_USER;
    System.out.printf("soak: %d users, -Dsoak.seed=%d%n", users, seed);

    var random = new Random(seed);
    List<Callable<Life>> lives =
        IntStream.range(0, users)
            .mapToObj(_ -> random.nextLong())
            .map(drawn -> (Callable<Life>) () -> live(new Random(drawn)))
            .toList();
    var lived = ConcurrentRequests.ask(lives);

    Eventually.within(
        EACH.multipliedBy((long) users * EXPORTS_PER_USER).plus(UNTIL_THE_LOST_ARE_FOUND),
        () -> assertThat(unfinished()).isEmpty());
    int faults =
        lived.stream().flatMap(life -> life.faults().stream()).mapToInt(Switched::fired).sum();
    lived.forEach(life -> life.faults().forEach(Switched::off));
    lived.forEach(this::endedWell);
    System.out.printf("soak: faults came %d times; exports: %s%n", faults, outcomes());
    Invariants.nothingIsLeft(platform);
  }

  private List<String> outcomes() {
    return platform.sql(
        """
        select concat(count(*), ' ', status, ' at try ', attempts) from scene_exports
         group by status, attempts order by status, attempts
        """);
  }

  private Life live(Random random) {
    var user = platform.newUser();
    var video = platform.video(user, Cloud.ROOT.resolve(Scenario.Source.SCENE.file));
    var life = new Life(user, new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < EXPORTS_PER_USER + 1; i++) {
      if (random.nextInt(FAULTLESS + 1) == 0) {
        var wrong = wrongs.get(random.nextInt(wrongs.size()));
        wrong
            .faults()
            .forEach(fault -> life.faults().add(platform.wires().on(fault.about(user.id()))));
      }
      life.answers().add(user.post(scene(video, random)));
    }
    return life;
  }

  private UUID scene(UUID video, Random random) {
    var from = random.nextInt(10);
    return platform.scene(video, from + "", "%d.%d".formatted(from, 2 + random.nextInt(4)));
  }

  private List<String> unfinished() {
    return platform.sql(
        "select to_json(e) from scene_exports e where status in ('pending', 'processing')");
  }

  private void endedWell(Life life) {
    var rows =
        platform.sql("select id from scene_exports where user_id = ?::uuid", life.user().id());
    var accepted =
        life.answers().stream()
            .filter(answer -> answer.status() == 202)
            .map(answer -> answer.text("export_id"))
            .toList();
    long unknown = life.answers().stream().filter(answer -> answer.status() >= 500).count();
    assertThat(rows).containsAll(accepted).hasSizeLessThanOrEqualTo(EXPORTS_PER_USER);
    assertThat(rows.size() - accepted.size()).isBetween(0, (int) unknown);
    long refused = life.answers().stream().filter(answer -> answer.status() == REFUSED).count();
    if (refused > 0 || unknown == 0) {
      assertThat(refused).as("refused when ten are used, and only then").isOne();
      assertThat(rows).hasSize(EXPORTS_PER_USER);
    }
    Invariants.hold(platform, life.user());
  }
}
