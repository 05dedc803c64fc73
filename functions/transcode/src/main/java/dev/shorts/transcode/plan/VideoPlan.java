package dev.shorts.transcode.plan;

import dev.shorts.transcode.colour.ColourLut;
import dev.shorts.transcode.frames.FrameTable;
import java.util.Optional;

/**
 * Plans the video of a short.
 *
 * @param stream index of the source's video stream
 * @param frameTable source frame of each frame of the short
 * @param filters FFmpeg's video filter chain
 * @param lut read by the filters; empty if the colours need no LUT
 * @param maxBitrate bits per second
 * @param cpuSeconds estimated CPU seconds of decoding and filtering, an upper bound
 */
public record VideoPlan(
    int stream,
    FrameTable frameTable,
    String filters,
    Optional<ColourLut> lut,
    long maxBitrate,
    double cpuSeconds) {}
