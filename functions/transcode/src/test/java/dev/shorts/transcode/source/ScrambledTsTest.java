package dev.shorts.transcode.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScrambledTsTest {

  private static final int PACKET = 188;

  @Test
  void fileWithMostlyScrambledPacketsIsDetected() throws IOException {
    assertThat(isScrambled(packets(2, 3))).isTrue();
    assertThat(isScrambled(packets(3, 2))).isFalse();
  }

  @Test
  void otherFilesAreNotDetected() throws IOException {
    assertThat(isScrambled(new byte[0])).isFalse();
    assertThat(isScrambled(new byte[PACKET * 9])).isFalse();
    assertThat(isScrambled(new byte[] {0x47})).isFalse();
  }

  private static byte[] packets(int clear, int scrambled) {
    var file = new byte[(clear + scrambled) * PACKET];
    IntStream.range(0, clear + scrambled).forEach(i -> file[i * PACKET] = 0x47);
    IntStream.range(clear, clear + scrambled).forEach(i -> file[i * PACKET + 3] = (byte) 0x90);
    return file;
  }

  private static boolean isScrambled(byte[] file) throws IOException {
    return ScrambledTs.mostAreScrambled(new ByteArrayInputStream(file));
  }
}
