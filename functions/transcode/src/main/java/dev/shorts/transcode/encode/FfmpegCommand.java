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

/** One encode, as data: {@link #arguments} reads like the command line it makes. */
public record FfmpegCommand(URI source, Plan plan, EncoderPreset rung, int threads, Path output) {

  /**
   * Pictures of another size and turned ones are what the plan's filters see to; FFmpeg would begin
   * with new filters. AC-3 changes between 5.1 and stereo where broadcasts go to advertisements. A
   * damaged picture is shown as it is, or all up to the next whole one would be missing.
   */
  private static final String CHANGES_ON_THE_WAY =
      " -noautorotate -reinit_filter:v 0 -downmix stereo -flags +output_corrupt";

  /** Timestamps stay what they are, whatever FFmpeg begins to read from: the filters know them. */
  private static final String TIMES = " -noaccurate_seek";

  public List<String> arguments() {
    return Stream.of(
            words("-hide_banner -nostdin -loglevel warning -nostats -progress pipe:1 -y -copyts"),
            input(),
            picture(),
            plan.sound().map(this::sound).orElse(List.of()),
            container())
        .flatMap(List::stream)
        .toList();
  }

  private List<String> input() {
    var seek = plan.cut().seek().map(time -> " -seek_timestamp 1 -ss " + plain(time)).orElse("");
    var options = words("-threads " + threads + CHANGES_ON_THE_WAY + TIMES + seek);
    return InputArguments.arguments(source, options);
  }

  /** Where FFmpeg works: the files that the plan speaks of lie there. */
  public Path directory() {
    return output.getParent();
  }

  /** Where FFmpeg writes a line for each frame, which tells the source's frame in it. */
  public Path frameLog() {
    return output.resolveSibling(output.getFileName() + ".frames");
  }

  /**
   * YouTube asks for a closed GOP of half a second and two B-frames
   * (support.google.com/youtube/answer/1722171). The buffer of one second is what lets a scene hold
   * at most ceiling x (length + 1 s) bits.
   */
  private List<String> picture() {
    var maps = words("-map 0:%d -filter:v".formatted(plan.picture()));
    var filters = List.of(plan.pictureFilters());
    var encoder =
        words(
            """
            -fps_mode:v passthrough
            -c:v libx264 %s -profile:v high -maxrate %d -bufsize %d
            -bf 2 -g %d -flags:v +cgop+bitexact -threads:v %d
            """
                .formatted(
                    rung.options(plan.quality()),
                    plan.ceiling(),
                    plan.ceiling(),
                    plan.gop(),
                    threads));
    var log =
        List.of(
            "-stats_enc_pre_fmt:v", LoggedFrame.FORMAT, "-stats_enc_pre:v", frameLog().toString());
    return Stream.of(maps, filters, encoder, log).flatMap(List::stream).toList();
  }

  private List<String> sound(AudioPlan sound) {
    var maps = words("-map 0:%d -filter:a".formatted(sound.stream()));
    var filters = List.of(sound.filters());
    var encoder = words("-c:a aac -profile:a aac_low -b:a %s".formatted(soundRate(plan.quality())));
    return Stream.of(maps, filters, encoder).flatMap(List::stream).toList();
  }

  /** Nothing of the source's metadata; B-frames and AAC's first frame without an edit list. */
  private List<String> container() {
    return Stream.of(
            words("-map_metadata -1 -map_chapters -1 -fflags +bitexact -use_editlist 0"),
            words("-movflags +faststart+negative_cts_offsets -fs " + plan.maxBytes()),
            words("-f mp4"),
            List.of(output.toString()))
        .flatMap(List::stream)
        .toList();
  }

  private static String soundRate(Quality quality) {
    return switch (quality) {
      case HIGH -> "384k";
      case MEDIUM -> "192k";
    };
  }

  private static String plain(BigDecimal seconds) {
    return seconds.toPlainString();
  }

  /** Only for text of our own: filters and paths may hold spaces, so those are passed whole. */
  private static List<String> words(String text) {
    return List.of(text.strip().split("\\s+"));
  }
}
