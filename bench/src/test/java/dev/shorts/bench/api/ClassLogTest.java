package dev.shorts.bench.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClassLogTest {

  @Test
  void tellsWhereClassesCameFromAndWhenTheMainClassWasLoaded() {
    var log =
        """
        [0.014s] java.lang.Object source: shared objects file
        [0.020s] java.lang.String source: shared objects file
        [0.038s] com.amazonaws.services.lambda.runtime.api.client.AWSLambda source: file:/lib/client.jar
        [0.050s] java.time.Year source: jrt:/java.base
        [0.061s] a.B$$Lambda/0x01 source: a.B
        [0.062s] java.lang.invoke.LambdaForm$MH/0x02 source: __JVM_LookupDefineClass__
        Picked up something else
        """;

    assertThat(ClassLog.parse(log.lines().toList())).isEqualTo(new ClassLog(2, 1, 1, 2, 38));
  }
}
