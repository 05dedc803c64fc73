package dev.shorts.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.aws.DataApi;
import dev.shorts.aws.TemplateEnvironment;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TimesTest {

  @Test
  void verificationUploadAndReportFitAfterFfmpeg() throws IOException {
    var left = TemplateEnvironment.timeout("TranscodeFunction").dividedBy(15);

    assertThat(ShortMaker.VERIFY_AND_UPLOAD.plus(DataApi.LONGEST)).isLessThanOrEqualTo(left);
  }

  @Test
  void workerThatCantRenewStopsBeforeItsLeaseExpires() {
    // It stops when the next renewal, which may hang that long, would come too late.
    var lastTry = Jobs.LEASE.length().minus(Jobs.LEASE.renewal());

    assertThat(lastTry.plus(DataApi.LONGEST)).isLessThan(Jobs.LEASE.length());
  }
}
