package dev.shorts.transcode;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.shorts.aws.FunctionEnvironment;
import dev.shorts.aws.TemplateEnvironment;
import dev.shorts.transcode.ffmpeg.FakePrograms;
import dev.shorts.transcode.job.LeaseTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WiringTest {

  @TempDir private Path folder;

  @Test
  void wiringReadsTheTemplatesEnvironment() throws IOException {
    new FakePrograms(folder).ffmpeg("").ffprobe("").binaries();
    TemplateEnvironment.isExactlyWhatIsReadBy(
        environment -> Wiring.transcode(inLambda(environment)), "TranscodeFunction");
  }

  @Test
  void leaseShorterThanTwoRenewalsIsRejected() {
    var environment = new FunctionEnvironment(Map.of("LEASE_S", "60", "RENEW_S", "30"));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> LeaseTimes.of(environment))
        .withMessage("a lease of PT1M can't be renewed every PT30S");
  }

  /** With what Lambda itself sets. */
  private FunctionEnvironment inLambda(FunctionEnvironment environment) {
    var all = new HashMap<>(environment.variables());
    all.putAll(Map.of("PATH", folder.toString(), "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "3008"));
    return new FunctionEnvironment(all);
  }
}
