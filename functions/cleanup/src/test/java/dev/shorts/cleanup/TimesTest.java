package dev.shorts.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.aws.DataApi;
import dev.shorts.aws.TemplateEnvironment;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TimesTest {

  @Test
  void aBatchThatBeganInTimeEndsInTime() {
    // Which files are to go; that they go; that they are gone.
    assertThat(DataApi.LONGEST.plus(Wiring.TIME.total()).plus(DataApi.LONGEST))
        .isLessThanOrEqualTo(CleanupHandler.RESERVE);
  }

  @Test
  void mostOfTheTimeIsForBatches() throws IOException {
    assertThat(CleanupHandler.RESERVE.multipliedBy(2))
        .isLessThan(TemplateEnvironment.timeout("CleanupFunction"));
  }
}
