package dev.shorts.transcode.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.export.Quality;
import dev.shorts.transcode.plan.AudioPlan;
import dev.shorts.transcode.plan.EncoderPreset;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.plan.VideoPlan;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.search.TrimWindow;
import dev.shorts.transcode.timeline.Timelines;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FfmpegCommandTest {

  @Test
  void videoAndAudioAreEncodedFromTheSeekPoint() {
    var plan =
        new Plan(
            new TrimWindow(Optional.of(new BigDecimal("9.5")), BigDecimal.TEN),
            new VideoPlan(
                0,
                Timelines.table(new Rational(30_000, 1001), 1354),
                "VIDEO FILTERS",
                Optional.empty(),
                24_000_000,
                0),
            Optional.of(new AudioPlan(1, "AUDIO FILTERS", 2117)),
            Quality.HIGH,
            Optional.empty());

    assertThat(commandLine(plan))
        .isEqualTo(
            "-hide_banner -nostdin -loglevel warning -nostats -progress pipe:1 -y -copyts"
                + " -protocol_whitelist http,tcp -format_whitelist"
                + " mov,matroska,avi,mpegts,mpeg,flv,ogg -max_redirects 0 -initial_request_size"
                + " 131072 -request_size 1048576 -threads 2 -noautorotate -reinit_filter:v 0"
                + " -downmix stereo -flags +output_corrupt -noaccurate_seek -seek_timestamp 1 -ss"
                + " 9.5 -i http://127.0.0.1:1/secret -map 0:0 -filter:v VIDEO FILTERS -fps_mode:v"
                + " passthrough -c:v libx264 -preset superfast -rc-lookahead 10 -mbtree 1 -trellis"
                + " 1 -subq 2 -crf 17.7 -profile:v high -maxrate 24000000 -bufsize 24000000 -bf 2"
                + " -g 15 -flags:v +cgop+bitexact -threads:v 2 -stats_enc_pre_fmt:v {ni}:{ptsi}"
                + " -stats_enc_pre:v /tmp/a short.mp4.frames -map 0:1 -filter:a AUDIO FILTERS"
                + " -c:a aac -profile:a aac_low -b:a 384k -map_metadata -1 -map_chapters -1 -fflags"
                + " +bitexact -use_editlist 0 -movflags +faststart+negative_cts_offsets -fs"
                + " 150000000 -f mp4 /tmp/a short.mp4");
  }

  @Test
  void videoWithoutAudioIsEncodedFromTheStart() {
    var plan =
        new Plan(
            new TrimWindow(Optional.empty(), BigDecimal.ZERO),
            new VideoPlan(
                3,
                Timelines.table(Rational.of(60), 480),
                "FILTERS",
                Optional.empty(),
                18_000_000,
                0),
            Optional.empty(),
            Quality.MEDIUM,
            Optional.empty());

    assertThat(commandLine(plan))
        .contains(" -reinit_filter:v 0 -downmix stereo -flags +output_corrupt -noaccurate_seek -i ")
        .contains(" -map 0:3 ")
        .contains(" -crf 22 -profile:v high -maxrate 18000000 -bufsize 18000000 -bf 2 -g 30 ")
        .doesNotContain(":a ");
  }

  private static String commandLine(Plan plan) {
    var source = URI.create("http://127.0.0.1:1/secret");
    var command =
        new FfmpegCommand(source, plan, EncoderPreset.USUAL, 2, Path.of("/tmp/a short.mp4"));
    return String.join(" ", command.arguments());
  }
}
