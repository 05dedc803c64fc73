package dev.shorts.transcode.verify;

import java.math.BigDecimal;
import java.util.List;

/**
 * Holds the properties of a short's audio stream.
 *
 * @param sampleRate in Hz
 * @param aacFrames number of AAC frames
 * @param steps distinct distances between frames, in samples
 * @param start presentation time of the first frame, in seconds
 */
public record AudioProperties(
    String codec,
    String profile,
    int sampleRate,
    int channels,
    int aacFrames,
    List<Long> steps,
    BigDecimal start) {}
