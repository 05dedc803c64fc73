package dev.shorts.transcode.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadAheadPolicyTest {

  private final ReadAheadPolicy readAhead = new ReadAheadPolicy();

  @ParameterizedTest
  @CsvSource({
    "0,    0",
    "1,    1",
    "2,    2",
    "8,    8",
    "128,  8",
    "160,  10",
    "1600, 100",
    "2048, 128",
    "9000, 128"
  })
  void windowIsASixteenthOfTheSequentiallyReadBlocks(int before, int worth) {
    for (int block = 1000; block < 1000 + before; block++) {
      readAhead.add(block);
    }

    assertThat(readAhead.blocksAfter(1000 + before)).isEqualTo(worth);
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "5", "11", "1000000"})
  void windowIsEmptyAfterASeek(long block) {
    readAhead.add(7);
    readAhead.add(8);
    readAhead.add(9);

    assertThat(readAhead.blocksAfter(block)).isZero();
  }
}
