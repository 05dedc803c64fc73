package dev.shorts.transcode.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.json.Json;
import dev.shorts.transcode.colour.Colour;
import dev.shorts.transcode.ffmpeg.ProbeJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProbeReaderTest {

  @Test
  void theClockStartsAtTheFirstVideoFrame() {
    var probe =
        read(
            """
            {"format": {"format_name": "mpegts", "nb_streams": 2,
                        "start_time": "1.500000", "duration": "2.512722"},
             "streams": [
              {"index": 0, "codec_type": "video", "codec_name": "mpeg2video",
               "width": 720, "height": 576, "sample_aspect_ratio": "64:45", "field_order": "tt",
               "color_range": "tv", "color_space": "smpte170m", "color_transfer": "smpte170m",
               "color_primaries": "bt470bg", "r_frame_rate": "50/1", "avg_frame_rate": "25/1",
               "start_time": "1.525000", "time_base": "1/90000", "has_b_frames": 1,
               "disposition": {"default": 1, "attached_pic": 0},
               "side_data_list": [{"max_luminance": "10000000/10000"}, {"displaymatrix": "\\n00000000: 0 65536 0\\n00000001: -65536 0 0\\n00000002: 0 0 1073741824\\n"}]},
              {"index": 1, "codec_type": "audio", "codec_name": "mp2", "sample_rate": "44100",
               "channels": 2, "time_base": "1/90000", "disposition": {"default": 0}}]}
            """);

    assertThat(probe)
        .isEqualTo(
            new SourceProbe(
                2,
                "mpegts",
                new BigDecimal("1.525000"),
                new BigDecimal("1.500000"),
                Optional.of(new BigDecimal("4.012722")),
                List.of(
                    new VideoStream(
                        0,
                        "mpeg2video",
                        new FrameSize(720, 576, new Rational(64, 45), Rotation.CLOCKWISE),
                        true,
                        new StreamTiming(
                            new Rational(1, 90_000),
                            1,
                            false,
                            Optional.of(Rational.of(50)),
                            Optional.of(Rational.of(25))),
                        new Colour("tv", "smpte170m", "smpte170m", "bt470bg", 1000, false),
                        Disposition.DEFAULT)),
                List.of(
                    new AudioStream(
                        1, "mp2", 44_100, 2, new Rational(1, 90_000), Disposition.OTHER))));
  }

  @Test
  void theClockStartsAtTheFirstAudioSampleIfItPlaysAlone() {
    var probe =
        read(
            """
            {"format": {"start_time": "0.000000", "duration": "10.000000"},
             "streams": [{"codec_type": "audio", "start_time": "0.000000"},
                         {"codec_type": "video", "start_time": "0.500000"}]}
            """);

    assertThat(probe.clockStart()).isEqualTo("0.000000");
  }

  @Test
  void aviAndVfwInMatroskaStoreNoPresentationTimes() {
    assertThat(decodeTimesOnly("avi", "0x44495658")).isTrue();
    assertThat(decodeTimesOnly("matroska,webm", "0x44495658")).isTrue();
    assertThat(decodeTimesOnly("matroska,webm", "0x0000")).isFalse();
    assertThat(decodeTimesOnly("mov,mp4,m4a,3gp,3g2,mj2", "0x31637661")).isFalse();
  }

  private static boolean decodeTimesOnly(String format, String tag) {
    var json =
        "{\"format\": {\"format_name\": \"%s\"}, \"streams\": [{\"codec_type\": \"video\","
            + " \"codec_tag\": \"%s\"}]}";
    return read(json.formatted(format, tag)).videoStreams().getFirst().timing().decodeTimesOnly();
  }

  @Test
  void aReportWithoutFieldsIsRead() {
    var video = read("{\"streams\": [{\"codec_type\": \"video\"}]}").videoStreams().getFirst();

    assertThat(video.codec()).isEqualTo("unknown");
    assertThat(video.size().pixelAspect()).isEqualTo(Rational.of(1));
  }

  @Test
  void implausibleAspectRatiosAreIgnored() {
    var video =
        read("""
        {"streams": [{"codec_type": "video", "sample_aspect_ratio": "1:65535"}]}
        """)
            .videoStreams()
            .getFirst();

    assertThat(video.size().pixelAspect()).isEqualTo(Rational.of(1));
  }

  @Test
  void anAttachedPictureIsAStillImage() {
    var video =
        read("""
        {"streams": [{"codec_type": "video", "disposition": {"attached_pic": 1}}]}
        """)
            .videoStreams()
            .getFirst();

    assertThat(video.disposition()).isEqualTo(Disposition.STILL_IMAGE);
  }

  private static SourceProbe read(String json) {
    return ProbeReader.read(new ProbeJson(Json.object(json.getBytes(UTF_8))));
  }
}
