package dev.shorts.transcode.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProbeLineTest {

  private static final ProbeLine PACKET =
      new ProbeLine("packet|pts=133200|dts=126000|duration=3600|size=786|flags=K__|");

  @Test
  void eachFieldIsFoundByItsName() {
    assertThat(PACKET.number("pts")).hasValue(133_200);
    assertThat(PACKET.number("dts")).hasValue(126_000);
    assertThat(PACKET.number("duration")).hasValue(3600);
    assertThat(PACKET.number("size")).hasValue(786);
  }

  @Test
  void theLastFieldIsFoundWithAndWithoutABarBehindIt() {
    assertThat(PACKET.hasFlag('K')).isTrue();
    assertThat(new ProbeLine("frame|pts=5|duration=40").number("duration")).hasValue(40);
    assertThat(new ProbeLine("packet|flags=_D_").hasFlag('D')).isTrue();
  }

  @Test
  void aTimeBefore0IsANumber() {
    assertThat(new ProbeLine("packet|pts=-2002|dts=-4004").number("pts")).hasValue(-2002);
  }

  @Test
  void whatIsMissingOrUnknownIsNoNumber() {
    var line = new ProbeLine("packet|pts=N/A|dts=|duration=12x|size=99999999999999999999");

    assertThat(line.number("pts")).isEmpty();
    assertThat(line.number("dts")).isEmpty();
    assertThat(line.number("duration")).isEmpty();
    assertThat(line.number("size")).isEmpty();
    assertThat(line.number("flags")).isEmpty();
    assertThat(line.hasFlag('K')).isFalse();
  }

  @Test
  void aNameThatEndsLikeAnotherIsNotTaken() {
    var frame = new ProbeLine("frame|pkt_pts=1|best_effort_timestamp=2|pts=3");

    assertThat(frame.number("pts")).hasValue(3);
    assertThat(frame.number("timestamp")).isEmpty();
  }

  @Test
  void theSectionIsTheFirstWord() {
    assertThat(PACKET.isOf("packet")).isTrue();
    assertThat(PACKET.isOf("frame")).isFalse();
    assertThat(new ProbeLine("packet_side_data|pts=1").isOf("packet")).isFalse();
    assertThat(new ProbeLine("").isOf("packet")).isFalse();
  }
}
