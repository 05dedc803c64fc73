package dev.shorts.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.aws.DataApi;
import dev.shorts.aws.TemplateEnvironment;
import dev.shorts.aws.TranscodeQueue;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TimesTest {

  @Test
  void storingSendingAndTakingBackFitIntoOneRun() throws IOException {
    var all =
        DataApi.LONGEST.plus(TranscodeQueue.TIME.total()).plus(CreateExportRepository.TO_TAKE_BACK);

    assertThat(all).isLessThan(TemplateEnvironment.timeout("CreateExportFunction"));
  }
}
