package dev.shorts.it.media;

/** Measures the position of the sample's picture in the frame of a video. */
public enum Framing {
  /** The sample itself. */
  SOURCE(1920, 1080, 1),
  /** A {@link SceneFilm}, which is a quarter as wide and high as the sample. */
  QUARTER(480, 270, 0.25),
  /** 1080×1920, filled from the middle. */
  CENTER_CROP(1080, 1920, 1920.0 / 1080),
  /** 1080×1920, the whole picture over black bars. */
  LETTERBOX(1080, 1920, 1080.0 / 1920);

  private final int width;
  private final int height;
  private final double scale;

  Framing(int width, int height, double scale) {
    this.width = width;
    this.height = height;
    this.scale = scale;
  }

  /** FFmpeg's filter that cuts an area, in pixels of the sample, out of a frame in gray. */
  String crop(int x, int y, int areaWidth, int areaHeight) {
    return "format=gray,crop=%d:%d:%d:%d:exact=1"
        .formatted(
            Math.round(areaWidth * scale),
            Math.round(areaHeight * scale),
            Math.round(width / 2.0 + (x - SOURCE.width / 2.0) * scale),
            Math.round(height / 2.0 + (y - SOURCE.height / 2.0) * scale));
  }
}
