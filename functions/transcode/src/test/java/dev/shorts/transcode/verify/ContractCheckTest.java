package dev.shorts.transcode.verify;

import static dev.shorts.transcode.verify.RightFile.PLAN;
import static dev.shorts.transcode.verify.RightFile.RIGHT;
import static dev.shorts.transcode.verify.RightFile.withAudio;
import static dev.shorts.transcode.verify.RightFile.withCodec;
import static dev.shorts.transcode.verify.RightFile.withCounts;
import static dev.shorts.transcode.verify.RightFile.withDurations;
import static dev.shorts.transcode.verify.RightFile.withFrameTypes;
import static dev.shorts.transcode.verify.RightFile.withFrames;
import static dev.shorts.transcode.verify.RightFile.withLayout;
import static dev.shorts.transcode.verify.RightFile.withPixels;
import static dev.shorts.transcode.verify.RightFile.withRates;
import static dev.shorts.transcode.verify.RightFile.withShape;
import static dev.shorts.transcode.verify.RightFile.withTags;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.verify.ShortProperties.Layout;
import dev.shorts.transcode.verify.VideoProperties.Codec;
import dev.shorts.transcode.verify.VideoProperties.Frames;
import dev.shorts.transcode.verify.VideoProperties.Pixels;
import dev.shorts.transcode.verify.VideoProperties.Shape;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractCheckTest {

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(ContractCheck.STREAMS, withCounts(3, 0)),
        Arguments.of(ContractCheck.MP4, withLayout(new Layout("qt  ", true, false))),
        Arguments.of(ContractCheck.MOOV_BEFORE_MDAT, withLayout(new Layout("isom", false, false))),
        Arguments.of(ContractCheck.NO_EDIT_LIST, withLayout(new Layout("isom", true, true))),
        Arguments.of(ContractCheck.AT_MOST_180_SECONDS, withDurations("180.001", "180.000")),
        Arguments.of(ContractCheck.AT_MOST_180_SECONDS, withDurations("180.000", "180.001")),
        Arguments.of(ContractCheck.NO_METADATA, withTags(Map.of("location", "+52.5+013.4/"))),
        Arguments.of(
            ContractCheck.NO_METADATA, withTags(Map.of("handler_name", "Core Media Video"))),
        Arguments.of(ContractCheck.NO_CHAPTERS, withCounts(2, 1)),
        Arguments.of(ContractCheck.SIZE, withShape(new Shape(1078, 1920, "1:1", true))),
        Arguments.of(ContractCheck.SIZE, withShape(new Shape(1080, 1080, "1:1", true))),
        Arguments.of(ContractCheck.SQUARE_PIXELS, withShape(new Shape(1080, 1920, "64:45", true))),
        Arguments.of(
            ContractCheck.SQUARE_PIXELS, withShape(new Shape(1080, 1920, "unknown", true))),
        Arguments.of(ContractCheck.UPRIGHT, withShape(new Shape(1080, 1920, "1:1", false))),
        Arguments.of(
            ContractCheck.EIGHT_BIT_420,
            withPixels(
                it ->
                    new Pixels(
                        "yuv422p", it.fieldOrder(), it.range(), it.colours(), it.sideData()))),
        Arguments.of(
            ContractCheck.PROGRESSIVE,
            withPixels(
                it -> new Pixels(it.format(), "tt", it.range(), it.colours(), it.sideData()))),
        Arguments.of(
            ContractCheck.BT709,
            withPixels(
                it ->
                    new Pixels(
                        it.format(),
                        it.fieldOrder(),
                        it.range(),
                        List.of("bt709", "arib-std-b67", "bt709"),
                        it.sideData()))),
        Arguments.of(
            ContractCheck.LIMITED_RANGE,
            withPixels(
                it -> new Pixels(it.format(), it.fieldOrder(), "pc", it.colours(), it.sideData()))),
        Arguments.of(
            ContractCheck.NO_SIDE_DATA,
            withPixels(
                it ->
                    new Pixels(
                        it.format(),
                        it.fieldOrder(),
                        it.range(),
                        it.colours(),
                        List.of("Ambient viewing environment")))),
        Arguments.of(ContractCheck.H264_HIGH, withCodec(new Codec("hevc", "High", true))),
        Arguments.of(
            ContractCheck.H264_HIGH, withCodec(new Codec("h264", "Constrained Baseline", true))),
        Arguments.of(ContractCheck.CABAC, withCodec(new Codec("h264", "High", false))),
        Arguments.of(ContractCheck.CLOSED_GOP, withFrameTypes("IPBBPPPBBPIiPPPIPPPP")),
        Arguments.of(ContractCheck.CLOSED_GOP, withFrameTypes("IPBBPiPBBPIiPPPIPPPP")),
        Arguments.of(ContractCheck.CLOSED_GOP, withFrameTypes("PPBBPIPBBPIiPPPIPPPP")),
        Arguments.of(ContractCheck.CLOSED_GOP, withFrameTypes("IPBBPIPBBPIiPPPIPPP?")),
        Arguments.of(ContractCheck.AT_MOST_2_B_FRAMES, withFrameTypes("IPBBBIPBBPIiPPPIPPPP")),
        Arguments.of(ContractCheck.CONSTANT_RATE, withRates(Rational.of(10), Rational.of(5))),
        Arguments.of(ContractCheck.CONSTANT_RATE, withRates(new Rational(10_000, 1001))),
        Arguments.of(ContractCheck.FRAMES, withFrameTypes("IPBBPIPBBPIiPPPIPPP")),
        Arguments.of(
            ContractCheck.PICTURE_FROM_THE_START,
            withFrames(it -> new Frames(it.types(), it.rates(), new BigDecimal("0.1"), it.bits()))),
        Arguments.of(
            ContractCheck.UNDER_CEILING,
            withFrames(it -> new Frames(it.types(), it.rates(), it.start(), 3_000_001))),
        Arguments.of(
            ContractCheck.AAC_LC,
            withAudio(
                it ->
                    new AudioProperties(
                        "mp3",
                        it.profile(),
                        it.sampleRate(),
                        it.channels(),
                        it.aacFrames(),
                        it.steps(),
                        it.start()))),
        Arguments.of(
            ContractCheck.AAC_LC,
            withAudio(
                it ->
                    new AudioProperties(
                        it.codec(),
                        "HE-AAC",
                        it.sampleRate(),
                        it.channels(),
                        it.aacFrames(),
                        it.steps(),
                        it.start()))),
        Arguments.of(
            ContractCheck.SAMPLE_RATE,
            withAudio(
                it ->
                    new AudioProperties(
                        it.codec(),
                        it.profile(),
                        44_100,
                        it.channels(),
                        it.aacFrames(),
                        it.steps(),
                        it.start()))),
        Arguments.of(
            ContractCheck.STEREO,
            withAudio(
                it ->
                    new AudioProperties(
                        it.codec(),
                        it.profile(),
                        it.sampleRate(),
                        1,
                        it.aacFrames(),
                        it.steps(),
                        it.start()))),
        Arguments.of(
            ContractCheck.WHOLE_AAC_FRAMES,
            withAudio(
                it ->
                    new AudioProperties(
                        it.codec(),
                        it.profile(),
                        it.sampleRate(),
                        it.channels(),
                        it.aacFrames(),
                        List.of(1024L, 100L),
                        it.start()))),
        Arguments.of(
            ContractCheck.SOUND_LENGTH,
            withAudio(
                it ->
                    new AudioProperties(
                        it.codec(),
                        it.profile(),
                        it.sampleRate(),
                        it.channels(),
                        94,
                        it.steps(),
                        it.start()))),
        Arguments.of(
            ContractCheck.SOUND_FROM_THE_START,
            withAudio(
                it ->
                    new AudioProperties(
                        it.codec(),
                        it.profile(),
                        it.sampleRate(),
                        it.channels(),
                        it.aacFrames(),
                        it.steps(),
                        new BigDecimal("0.02")))));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aFileWithOneFaultFailsOnlyThatCheck(ContractCheck check, ShortProperties file) {
    assertThat(ContractCheck.missedBy(file, PLAN)).containsExactly(check);
  }

  @Test
  void aRightFilePassesAllChecks() {
    assertThat(ContractCheck.missedBy(RIGHT, PLAN)).isEmpty();
  }

  @Test
  void everyCheckIsTestedByAFault() {
    assertThat(faults().map(fault -> fault.get()[0])).contains((Object[]) ContractCheck.values());
  }

  @Test
  void missingVideoOrAudioFailsTheStreamsCheck() {
    var nothing = new ShortProperties(RIGHT.container(), Optional.empty(), Optional.empty());
    var silent = new ShortProperties(RIGHT.container(), RIGHT.video(), Optional.empty());

    assertThat(ContractCheck.missedBy(nothing, PLAN)).containsExactly(ContractCheck.STREAMS);
    assertThat(ContractCheck.missedBy(silent, PLAN)).containsExactly(ContractCheck.STREAMS);
  }
}
