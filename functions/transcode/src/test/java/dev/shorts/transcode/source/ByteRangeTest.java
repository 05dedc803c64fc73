package dev.shorts.transcode.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.source.ByteRange.Asked;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {

  private static final long SIZE = 1000;

  @ParameterizedTest
  @CsvSource({
    "bytes=0-, 0, 999",
    "bytes=10-19, 10, 19",
    "bytes=990-2000, 990, 999",
    "bytes=-100, 900, 999",
    "bytes=-5000, 0, 999"
  })
  void rangeIsLimitedToTheResource(String header, long first, long last) {
    assertThat(ByteRange.asked(Optional.of(header), SIZE))
        .isEqualTo(new Asked.Part(new ByteRange(first, last)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=1000-", "bytes=1000-1001", "bytes=20-10", "bytes=-0"})
  void rangeAfterTheEndIsOutside(String header) {
    assertThat(ByteRange.asked(Optional.of(header), SIZE)).isEqualTo(new Asked.Outside());
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=-", "bytes=a-b", "items=0-1", "bytes=0-1,5-6", ""})
  void rangeOfAnUnknownFormIsIgnored(String header) {
    assertThat(ByteRange.asked(Optional.of(header), SIZE)).isEqualTo(new Asked.Whole());
  }

  @Test
  void missingHeaderMeansTheWholeResource() {
    assertThat(ByteRange.asked(Optional.empty(), SIZE)).isEqualTo(new Asked.Whole());
  }
}
