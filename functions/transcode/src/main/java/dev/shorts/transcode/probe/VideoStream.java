package dev.shorts.transcode.probe;

import dev.shorts.transcode.colour.Colour;

/**
 * Describes a video stream of a source.
 *
 * @param index among all streams of the source
 * @param codec FFmpeg's name, or {@link Codecs#ENCRYPTED}
 * @param interlaced whether each frame consists of two fields
 */
public record VideoStream(
    int index,
    String codec,
    FrameSize size,
    boolean interlaced,
    StreamTiming timing,
    Colour colour,
    Disposition disposition) {}
