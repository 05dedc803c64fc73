package dev.shorts.transcode.search;

import dev.shorts.transcode.ffmpeg.Ffprobe;
import dev.shorts.transcode.ffmpeg.Ffprobe.Listing;
import dev.shorts.transcode.ffmpeg.ProbeResult;
import dev.shorts.transcode.source.RangeServer;
import dev.shorts.transcode.timeline.Nanos;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Lists packets or frames of one stream of a source with ffprobe. */
record StreamListing(Ffprobe ffprobe, RangeServer source) {

  private static final int MICROSECONDS = 6;

  /** Decodes damaged frames as {@code FfmpegCommand} does for a short. */
  private static final List<String> OPTIONS = List.of("-flags", "+output_corrupt");

  /**
   * Passes ffprobe's output to {@code reader}, line by line.
   *
   * @param entries value of ffprobe's {@code -show_entries}
   * @param seek nanoseconds on the container's clock; empty for the beginning of the source
   * @param reader returns true once it has read enough
   */
  ProbeResult<Listing> list(
      int stream, String entries, Optional<Long> seek, Duration limit, Predicate<String> reader)
      throws InterruptedException {
    var options = new ArrayList<>(OPTIONS);
    options.addAll(List.of("-select_streams", Integer.toString(stream)));
    options.addAll(List.of("-show_entries", entries));
    seek.ifPresent(at -> options.addAll(List.of("-read_intervals", seconds(at) + "%")));
    return ffprobe.lines(source.address(), options, limit, reader);
  }

  private static String seconds(long nanos) {
    return Nanos.toSeconds(nanos).setScale(MICROSECONDS, RoundingMode.FLOOR).toPlainString();
  }
}
