package dev.shorts.transcode.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.json.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimingReaderTest {

  @Test
  void putsPicturesIntoTheOrderTheyAreShownIn() {
    assertThat(
            times(
                """
                {"packets": [{"pts_time": "1.5", "dts_time": "1.4"}, {"pts_time": "1.7"},
                             {"pts_time": "1.6"}, {"dts_time": "1.8"}, {}]}
                """))
        .containsExactly(new BigDecimal("0.0"), new BigDecimal("0.1"), new BigDecimal("0.2"));
  }

  @Test
  void takesTheTimesOfDecodingWhereThereAreNoOthers() {
    assertThat(times("{\"packets\": [{\"dts_time\": \"1.5\"}, {\"dts_time\": \"1.6\"}]}"))
        .containsExactly(new BigDecimal("0.0"), new BigDecimal("0.1"));
  }

  private static List<BigDecimal> times(String json) {
    var probe =
        new Probe(
            1,
            new BigDecimal("1.5"),
            BigDecimal.ZERO,
            Optional.empty(),
            false,
            List.of(),
            List.of());
    return TimingReader.read(new Fields(Json.object(json.getBytes(UTF_8))), probe, false).frames();
  }
}
