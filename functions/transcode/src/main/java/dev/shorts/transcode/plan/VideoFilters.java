package dev.shorts.transcode.plan;

import static java.util.function.Predicate.not;
import static java.util.stream.Collectors.joining;

import dev.shorts.export.Strategy;
import dev.shorts.transcode.frames.FrameFilter;
import dev.shorts.transcode.frames.FrameTable;
import dev.shorts.transcode.probe.VideoStream;
import java.util.stream.Stream;

/** Builds FFmpeg's video filter chain from decoded source frames to frames of the short. */
final class VideoFilters {

  private VideoFilters() {}

  static String of(VideoStream stream, FrameTable table, Strategy strategy) {
    var size = stream.size();
    var conversion = stream.colour().conversion(size.width(), size.height());
    return Stream.of(
            // For the few sources that change size mid-stream; a no-op for all others.
            "scale=%d:%d".formatted(size.width(), size.height()),
            stream.interlaced() ? "bwdif=mode=send_frame:deint=all" : "",
            new FrameFilter(table).filters(),
            size.rotation().filters(),
            Geometry.of(size).filters(strategy, conversion),
            "setsar=1",
            "setparams=field_mode=prog:range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709",
            // HDR metadata (light levels, mastering display) must not be copied into an SDR short.
            "sidedata=mode=delete")
        .filter(not(String::isEmpty))
        .collect(joining(","));
  }
}
