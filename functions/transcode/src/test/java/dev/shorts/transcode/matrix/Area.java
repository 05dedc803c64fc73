package dev.shorts.transcode.matrix;

/** A part of a plane, in whole samples. */
record Area(int x, int y, int width, int height) {

  /** The same for a plane of half the width and height. */
  Area halved() {
    return new Area((x + 1) / 2, (y + 1) / 2, width / 2 - 1, height / 2 - 1);
  }
}
