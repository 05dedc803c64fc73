package dev.shorts.transcode.encode;

import dev.shorts.export.Quality;
import dev.shorts.transcode.ffmpeg.InputArguments;
import dev.shorts.transcode.frames.FrameCheck.LoggedFrame;
import dev.shorts.transcode.plan.AudioPlan;
import dev.shorts.transcode.plan.EncoderPreset;
import dev.shorts.transcode.plan.Plan;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Builds the command line of one encode. */
public record FfmpegCommand(URI source, Plan plan, EncoderPreset preset, int threads, Path output) {

  /**
   * {@code -noautorotate}, {@code -reinit_filter 0}: our filter graph handles rotation and
   * mid-stream size changes; FFmpeg would rebuild it. {@code -downmix}: AC-3 switches between 5.1
   * and stereo in broadcasts. {@code +output_corrupt}: show damaged frames instead of dropping all
   * up to the next keyframe.
   */
  private static final String MID_STREAM_CHANGES =
      " -noautorotate -reinit_filter:v 0 -downmix stereo -flags +output_corrupt";

  /** Keeps timestamps independent of the seek point: the filters select frames by them. */
  private static final String TIMES = " -noaccurate_seek";

  public List<String> arguments() {
    return Stream.of(
            split("-hide_banner -nostdin -loglevel warning -nostats -progress pipe:1 -y -copyts"),
            input(),
            video(),
            plan.audio().map(this::audio).orElse(List.of()),
            container())
        .flatMap(List::stream)
        .toList();
  }

  private List<String> input() {
    var seek = plan.trim().seek().map(time -> " -seek_timestamp 1 -ss " + plain(time)).orElse("");
    var options = split("-threads " + threads + MID_STREAM_CHANGES + TIMES + seek);
    return InputArguments.arguments(source, options);
  }

  /** Returns FFmpeg's working directory, which holds the files of the plan. */
  public Path directory() {
    return output.getParent();
  }

  /**
   * Returns the file to which FFmpeg writes a line for each frame of the short, naming its source
   * frame.
   */
  public Path frameLog() {
    return output.resolveSibling(output.getFileName() + ".frames");
  }

  /**
   * YouTube recommends a closed GOP of half a second and two B-frames
   * (support.google.com/youtube/answer/1722171). The VBV buffer of one second limits a scene to
   * maximum bitrate x (length + 1 s).
   */
  private List<String> video() {
    var maps = split("-map 0:%d -filter:v".formatted(plan.video().stream()));
    var filters = List.of(plan.video().filters());
    var encoder =
        split(
            """
            -fps_mode:v passthrough
            -c:v libx264 %s -profile:v high -maxrate %d -bufsize %d
            -bf 2 -g %d -flags:v +cgop+bitexact -threads:v %d
            """
                .formatted(
                    preset.options(plan.quality()),
                    plan.video().maxBitrate(),
                    plan.video().maxBitrate(),
                    plan.gop(),
                    threads));
    var log =
        List.of(
            "-stats_enc_pre_fmt:v", LoggedFrame.FORMAT, "-stats_enc_pre:v", frameLog().toString());
    return Stream.of(maps, filters, encoder, log).flatMap(List::stream).toList();
  }

  private List<String> audio(AudioPlan audio) {
    var maps = split("-map 0:%d -filter:a".formatted(audio.stream()));
    var filters = List.of(audio.filters());
    var encoder =
        split("-c:a aac -profile:a aac_low -b:a %s".formatted(audioBitrate(plan.quality())));
    return Stream.of(maps, filters, encoder).flatMap(List::stream).toList();
  }

  /** Strips the source's metadata; stores B-frames and AAC priming without an edit list. */
  private List<String> container() {
    return Stream.of(
            split("-map_metadata -1 -map_chapters -1 -fflags +bitexact -use_editlist 0"),
            split("-movflags +faststart+negative_cts_offsets -fs " + plan.maxBytes()),
            split("-f mp4"),
            List.of(output.toString()))
        .flatMap(List::stream)
        .toList();
  }

  private static String audioBitrate(Quality quality) {
    return switch (quality) {
      case HIGH -> "384k";
      case MEDIUM -> "192k";
    };
  }

  private static String plain(BigDecimal seconds) {
    return seconds.toPlainString();
  }

  /**
   * Splits constant text at spaces; filters and paths may contain spaces, so they are passed whole.
   */
  private static List<String> split(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
