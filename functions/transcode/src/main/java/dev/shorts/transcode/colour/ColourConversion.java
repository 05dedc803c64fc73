package dev.shorts.transcode.colour;

/**
 * FFmpeg's filters that give a picture another size, and the colours of BT.709 in limited range and
 * 8-bit 4:2:0.
 *
 * @param from how the scale filter is to read the picture
 * @param lookedUp whether its colours need the {@link ColourLut}
 * @param to how the scale filter is to leave it
 */
public record ColourConversion(String from, boolean lookedUp, String to) {

  private static final String CAREFULLY =
      "flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp";

  /** Of 16 bits, since for these FFmpeg has AVX2 (libavfilter/x86/vf_lut3d_init.c). */
  private static final String LOOK_UP = "out_range=pc,format=gbrp16,lut3d=file=" + ColourLut.FILE;

  /**
   * Colours are looked up where there are fewer of them: before a picture grows, or when it has
   * shrunk. That costs most of what happens before x264.
   *
   * @param grows whether the new size has more pixels
   */
  public String filters(int width, int height, boolean grows) {
    var size = "%d:%d:%s".formatted(width, height, CAREFULLY);
    if (!lookedUp) {
      return "scale=%s:%s:%s".formatted(size, from, to);
    }
    return grows
        ? "scale=%s:%s:%s,scale=%s:%s".formatted(CAREFULLY, from, LOOK_UP, size, to)
        : "scale=%s:%s:%s,scale=%s".formatted(size, from, LOOK_UP, to);
  }
}
