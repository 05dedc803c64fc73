package dev.shorts.migrate.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.migrate.catalog.Findings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The versions that are refused, noted and taken. */
class ServerCheckTest {

  private final Findings findings = new Findings();

  @Test
  void aVersionThatIsTooOldIsRefused() {
    ServerCheck.version(13, findings);

    assertThat(findings.misses())
        .containsExactly(
            "This is PostgreSQL 13; the migration needs 14 or later. Upgrade the cluster first.");
    assertThat(findings.notes()).isEmpty();
  }

  @Test
  void aVersionThatIsNewerThanTheTestedOnesIsNoted() {
    ServerCheck.version(19, findings);

    assertThat(findings.notes()).containsExactly("This is PostgreSQL 19; tested are 14 to 18.");
    assertThat(findings.misses()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {14, 15, 16, 17, 18})
  void testedVersionsAreTakenWithoutAWord(int version) {
    ServerCheck.version(version, findings);

    assertThat(findings.misses()).isEmpty();
    assertThat(findings.notes()).isEmpty();
  }
}
