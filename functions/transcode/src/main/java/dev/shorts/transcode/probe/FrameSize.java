package dev.shorts.transcode.probe;

/**
 * Holds the size of a stored frame and how players show it.
 *
 * @param width stored pixels, before rotation
 * @param height stored pixels, before rotation
 * @param pixelAspect sample aspect ratio: width by height of one stored pixel
 * @param rotation from the display matrix
 */
public record FrameSize(int width, int height, Rational pixelAspect, Rotation rotation) {}
