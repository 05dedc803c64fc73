package dev.shorts.transcode.probe;

/**
 * Describes an audio stream of a source.
 *
 * @param index among all streams of the source
 * @param codec FFmpeg's name, or {@link Codecs#ENCRYPTED}
 * @param sampleRate in Hz; 0 if unknown
 * @param channels 0 if unknown
 * @param timeBase seconds of a tick of its timestamps
 */
public record AudioStream(
    int index,
    String codec,
    int sampleRate,
    int channels,
    Rational timeBase,
    Disposition disposition) {}
