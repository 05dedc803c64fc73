package dev.shorts.transcode.job;

import static dev.shorts.transcode.Jobs.JOB;
import static dev.shorts.transcode.Jobs.LEASE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.log.Log;
import dev.shorts.transcode.ScriptedDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LeaseTest {

  private static final Instant CLAIMED = Instant.parse("2026-01-01T12:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(CLAIMED);
  private final ScriptedDatabase database = new ScriptedDatabase();
  private final InstantSource clock = now::get;
  private final Log log = Log.to(new PrintStream(new ByteArrayOutputStream()), clock);

  @Test
  void renewalStoresTheProgress() {
    database.answer("renew", Map.of("held", true));
    try (var lease = keep()) {
      lease.progress(42);

      assertThat(lease.confirm()).isTrue();
    }
    assertThat(database.asked()).containsExactly("renew progress=42");
  }

  @Test
  void workerIsInterruptedWhenTheLeaseIsLost() {
    database.answer("renew", Map.of("held", false));
    try (var lease = keep()) {
      assertThat(lease.confirm()).isFalse();
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void leaseSurvivesAShortDatabaseOutage() {
    database.answer("renew", LeaseTest::away);
    try (var lease = keep()) {
      now.set(CLAIMED.plusSeconds(80));

      assertThat(lease.confirm()).isTrue();
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
  }

  @Test
  void workerIsInterruptedBeforeAnUnconfirmedLeaseExpires() {
    database.answer("renew", LeaseTest::away);
    try (var lease = keep()) {
      now.set(CLAIMED.plusSeconds(100));

      assertThat(lease.confirm()).isFalse();
    }
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  private static Map<String, Object> away() {
    throw new IllegalStateException("the database is away");
  }

  private Lease keep() {
    return Lease.keep(database.jobs(), JOB, LEASE, CLAIMED, clock, log);
  }
}
