package dev.shorts.cleanup;

import dev.shorts.aws.TemplateEnvironment;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class WiringTest {

  @Test
  void readsWhatTheTemplateSets() throws IOException {
    TemplateEnvironment.isExactlyWhatIsReadBy(Wiring::of, "CleanupFunction");
  }
}
