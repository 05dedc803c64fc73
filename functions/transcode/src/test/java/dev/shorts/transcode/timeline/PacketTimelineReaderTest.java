package dev.shorts.transcode.timeline;

import static dev.shorts.transcode.timeline.ProbeLines.numbers;
import static dev.shorts.transcode.timeline.ProbeLines.packet;
import static dev.shorts.transcode.timeline.Timelines.MPEG_CLOCK;
import static dev.shorts.transcode.timeline.Timelines.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.probe.Rational;
import org.junit.jupiter.api.Test;

class PacketTimelineReaderTest {

  /** Ticks of a frame at 25 a second. */
  private static final long STEP = 3600;

  @Test
  void aFrameHasTheTimeAndLengthOfItsPacket() {
    var reader = reader(0, 1);

    reader.read("packet|pts=133200|dts=126000|duration=3600|size=786|flags=K__|");

    assertThat(reader.timeline(true).orElseThrow().frames())
        .containsExactly(new FrameTime(133_200, 133_200, nanos(1.48), nanos(0.04)));
  }

  @Test
  void timesCountFromTheZeroOfTheSource() {
    var clock = new StreamClock(MPEG_CLOCK, nanos(1.4), 0, false);
    var reader = new PacketTimelineReader(clock, 0, nanos(1));

    reader.read("packet|pts=133200|dts=126000|duration=N/A|size=786|flags=K__|");
    reader.read("packet|pts=118800|dts=118800|size=14|flags=___|");

    assertThat(reader.timeline(true).orElseThrow().frames())
        .containsExactly(
            new FrameTime(118_800, 118_800, nanos(-0.08), 0),
            new FrameTime(133_200, 133_200, nanos(0.08), 0));
  }

  @Test
  void framesStoredInTheOrderOfDecodingAreShownInThatOfTheirTimes() {
    var reader = reader(0, 1);

    read(reader, 0, -2, "K__");
    read(reader, 4, -1, "___");
    read(reader, 2, 0, "___");
    read(reader, 1, 1, "___");
    read(reader, 3, 2, "___");

    assertThat(numbers(reader.timeline(true).orElseThrow(), STEP))
        .containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  @Test
  void framesBehindTheLastDecodedTimeAreLeftOutUnlessTheSourceEnds() {
    var reader = reader(0, 1);

    read(reader, 0, -2, "K__");
    read(reader, 4, -1, "___");
    read(reader, 2, 0, "___");
    read(reader, 1, 1, "___");

    assertThat(numbers(reader.timeline(false).orElseThrow(), STEP)).containsExactly(0L, 1L);
    assertThat(numbers(reader.timeline(true).orElseThrow(), STEP)).containsExactly(0L, 1L, 2L, 4L);
  }

  @Test
  void readingStopsOnceDecodingIsPastTheFramesBehindTheScene() {
    var reader = reader(0, 0.12);

    assertThat(read(reader, 0, -2, "K__")).isFalse();
    assertThat(read(reader, 30, 4, "___")).isFalse();
    assertThat(read(reader, 5, 5, "___")).isFalse();
    assertThat(read(reader, 6, 6, "___")).isTrue();
  }

  @Test
  void withoutADecodingTimeFramesAreTakenToBeReorderedByUpToASecond() {
    var reader = reader(0, 0.12);

    assertThat(reader.read(packet(0, "N/A", STEP, "K__"))).isFalse();
    assertThat(reader.read(packet(30 * STEP, "N/A", STEP, "___"))).isFalse();
    assertThat(numbers(reader.timeline(false).orElseThrow(), STEP)).containsExactly(0L);
    assertThat(reader.read(packet(31 * STEP, "N/A", STEP, "___"))).isTrue();
  }

  /** Matroska stores no decoding times, and FFmpeg knows none of the first packets. */
  @Test
  void withoutADecodingTimeSlidesMayBeReorderedByMoreThanASecond() {
    var clock = new StreamClock(MPEG_CLOCK, 0, 2, false);
    var reader = new PacketTimelineReader(clock, nanos(60), nanos(80));

    assertThat(reader.read(packet(0, "N/A", STEP, "K__"))).isFalse();
    assertThat(reader.read(packet(105 * 90_000, "N/A", STEP, "___"))).isFalse();
    assertThat(reader.read(packet(35 * 90_000, "N/A", STEP, "___"))).isFalse();
    assertThat(reader.read(packet(70 * 90_000, 35 * 90_000, STEP, "___"))).isFalse();
    assertThat(reader.read(packet(140 * 90_000, 70 * 90_000, STEP, "___"))).isFalse();
    assertThat(numbers(reader.timeline(false).orElseThrow(), 90_000)).containsExactly(0L, 35L, 70L);
  }

  @Test
  void discardedPacketsAreNoFrames() {
    var reader = reader(0, 1);

    read(reader, -2, -4, "KD_");
    read(reader, -1, -3, "_D_");
    read(reader, 0, -2, "___");
    read(reader, 1, -1, "___");

    assertThat(numbers(reader.timeline(true).orElseThrow(), STEP)).containsExactly(0L, 1L);
    assertThat(reader.beginsInTime()).isTrue();
  }

  @Test
  void ofPacketsWithTheSameTimeOnlyDecodingTellsWhichFramesTheyAre() {
    var reader = reader(0, 1);

    reader.read(packet(0, 0, STEP, "K__"));
    reader.read(packet(STEP, STEP, STEP, "K__"));
    assertThat(reader.needsDecoding(false)).isFalse();
    reader.read(packet(STEP, STEP, 2 * STEP, "___"));

    assertThat(reader.needsDecoding(false)).isTrue();

    assertThat(reader.timeline(true).orElseThrow().frames())
        .extracting(FrameTime::length)
        .containsExactly(nanos(0.04), nanos(0.04));
  }

  @Test
  void aPacketWithoutATimeEndsTheReadingSinceOnlyDecodingTells() {
    var reader = reader(0, 1);

    assertThat(read(reader, 0, 0, "K__")).isFalse();
    assertThat(reader.needsDecoding(false)).isFalse();
    assertThat(reader.read(packet("N/A", STEP, STEP, "___"))).isTrue();
    assertThat(reader.needsDecoding(false)).isTrue();
  }

  @Test
  void otherLinesAreSkipped() {
    var reader = reader(0, 1);

    assertThat(reader.read("frame|pts=0|duration=3600")).isFalse();
    assertThat(reader.read("")).isFalse();
    assertThat(reader.timeline(true)).isEmpty();
    assertThat(reader.beginsInTime()).isFalse();
  }

  @Test
  void aReadingBeginsInTimeIfAKeyframeLiesBeforeTheFrameOnShow() {
    var reader = reader(0.5, 1);

    read(reader, 10, 10, "K__");
    assertThat(reader.beginsInTime()).isTrue();

    var exact = reader(0.4, 1);
    read(exact, 10, 10, "K__");
    assertThat(exact.beginsInTime()).isTrue();
  }

  @Test
  void aReadingThatBeginsBehindTheStartIsTooLate() {
    var reader = reader(0.39, 1);

    read(reader, 10, 10, "K__");

    assertThat(reader.beginsInTime()).isFalse();
  }

  @Test
  void leadingFramesOfTheFirstKeyframeCannotBeDecoded() {
    var reader = reader(0.5, 1);

    read(reader, 14, 10, "K__");
    read(reader, 12, 11, "___");
    read(reader, 13, 12, "___");

    assertThat(reader.beginsInTime()).isFalse();
  }

  @Test
  void framesAsFastAsSingleFieldsAreSeen() {
    var fields = reader(0, 1);
    var frames = reader(0, 1);

    for (int i = 0; i < 50; i++) {
      fields.read(packet(i * STEP / 2, i * STEP / 2, STEP / 2, "K__"));
      frames.read(packet(i * STEP, i * STEP, STEP, "K__"));
    }

    assertThat(fields.needsDecoding(true)).isTrue();
    assertThat(frames.needsDecoding(true)).isFalse();
    assertThat(fields.needsDecoding(false)).isFalse();
    assertThat(reader(0, 1).needsDecoding(true)).isFalse();
  }

  @Test
  void timesOfDecodingDoNotTellTheOrderOfReorderedFrames() {
    var clock = new StreamClock(MPEG_CLOCK, 0, 2, false);
    var decoding = new PacketTimelineReader(clock, 0, nanos(1));
    var showing = new PacketTimelineReader(clock, 0, nanos(1));

    for (int i = 0; i < 4; i++) {
      read(decoding, i, i, "___");
      read(showing, i, i - 2, "___");
    }

    assertThat(decoding.needsDecoding(false)).isTrue();
    assertThat(showing.needsDecoding(false)).isFalse();
  }

  @Test
  void timesBeyondThirtyYearsAreAsGoodAsOne() {
    var clock = new StreamClock(new Rational(1, 1), 0, 0, false);
    var reader = new PacketTimelineReader(clock, 0, nanos(1));

    reader.read("packet|pts=0|dts=0|duration=1|flags=K__");
    reader.read("packet|pts=99999999999999999|dts=0|duration=1|flags=K__");
    reader.read("packet|pts=999999999999999999|dts=0|duration=1|flags=K__");

    assertThat(reader.timeline(true).orElseThrow().frames()).hasSize(2);
  }

  @Test
  void packetsAreAskedForInFewFields() {
    assertThat(reader(0, 1).entries()).isEqualTo("packet=pts,dts,duration,flags");
  }

  private static boolean read(PacketTimelineReader reader, long pts, long dts, String flags) {
    return reader.read(packet(pts * STEP, dts * STEP, STEP, flags));
  }

  private static PacketTimelineReader reader(double start, double end) {
    return new PacketTimelineReader(ProbeLines.clock(MPEG_CLOCK), nanos(start), nanos(end));
  }
}
