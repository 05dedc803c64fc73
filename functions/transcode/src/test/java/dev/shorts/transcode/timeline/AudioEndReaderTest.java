package dev.shorts.transcode.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.probe.Rational;
import org.junit.jupiter.api.Test;

class AudioEndReaderTest {

  private static final Rational AT_48000 = new Rational(1, 48_000);

  @Test
  void theSoundEndsBehindItsLastPacket() {
    var reader = reader(10);

    reader.read("packet|pts=0|duration=1024");
    reader.read("packet|pts=47000|duration=1000");

    assertThat(reader.end()).isEqualTo(Timelines.nanos(1));
  }

  @Test
  void thePacketThatEndsLastCountsThoughItIsNotTheLast() {
    var reader = reader(10);

    reader.read("packet|pts=47000|duration=1000");
    reader.read("packet|pts=24000|duration=1000");

    assertThat(reader.end()).isEqualTo(Timelines.nanos(1));
  }

  @Test
  void readingStopsOnceTheSoundGoesOnForLongEnough() {
    var reader = reader(1);

    assertThat(reader.read("packet|pts=0|duration=1024")).isFalse();
    assertThat(reader.read("packet|pts=47000|duration=1000")).isFalse();
    assertThat(reader.read("packet|pts=48000|duration=1000")).isTrue();
  }

  @Test
  void aPacketWithoutALengthEndsWhereItBegins() {
    var reader = reader(10);

    reader.read("packet|pts=48000|duration=N/A");

    assertThat(reader.end()).isEqualTo(Timelines.nanos(1));
  }

  @Test
  void packetsWithoutATimeAndOtherLinesTellNothing() {
    var reader = reader(0);

    assertThat(reader.read("packet|pts=N/A|duration=1024")).isFalse();
    assertThat(reader.read("frame|pts=48000|duration=1024")).isFalse();
    assertThat(reader.read("")).isFalse();
    assertThat(reader.end()).isEqualTo(Long.MIN_VALUE);
  }

  @Test
  void theEndIsCountedFromTheZeroOfTheSource() {
    var clock = new StreamClock(AT_48000, Timelines.nanos(0.25), 0, false);
    var reader = new AudioEndReader(clock, Timelines.nanos(9));

    reader.read("packet|pts=47000|duration=1000");

    assertThat(reader.end()).isEqualTo(Timelines.nanos(0.75));
  }

  private static AudioEndReader reader(double enough) {
    return new AudioEndReader(ProbeLines.clock(AT_48000), Timelines.nanos(enough));
  }
}
