package dev.shorts.transcode.matrix;

/** A decoded frame of a short. */
record Picture(Plane luma, Plane blue, Plane red) {

  static final int BYTES = Fit.WIDTH * Fit.HEIGHT * 3 / 2;

  /** Of 4:2:0 as FFmpeg writes it: one plane after the other. */
  static Picture of(byte[] bytes) {
    int luma = Fit.WIDTH * Fit.HEIGHT;
    return new Picture(
        Plane.of(Fit.WIDTH, Fit.HEIGHT, bytes, 0),
        Plane.of(Fit.WIDTH / 2, Fit.HEIGHT / 2, bytes, luma),
        Plane.of(Fit.WIDTH / 2, Fit.HEIGHT / 2, bytes, luma + luma / 4));
  }
}
