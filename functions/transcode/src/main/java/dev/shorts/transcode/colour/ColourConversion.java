package dev.shorts.transcode.colour;

/**
 * Builds FFmpeg's filters that scale a frame and convert it to BT.709, limited range, 8-bit 4:2:0.
 *
 * @param from input options of the scale filter
 * @param withLut whether the conversion needs the {@link ColourLut}
 * @param to output options of the scale filter
 */
public record ColourConversion(String from, boolean withLut, String to) {

  private static final String ACCURATE =
      "flags=bicubic+accurate_rnd+full_chroma_int+full_chroma_inp";

  /**
   * 16 bits per component, for which FFmpeg's lut3d has AVX2 code
   * (libavfilter/x86/vf_lut3d_init.c).
   */
  private static final String LUT = "out_range=pc,format=gbrp16,lut3d=file=" + ColourLut.FILE;

  /**
   * Returns the filters for a target size. The LUT is applied at the smaller of the two sizes,
   * since it is the most expensive filter.
   *
   * @param grows whether the target size has more pixels
   */
  public String filters(int width, int height, boolean grows) {
    var size = "%d:%d:%s".formatted(width, height, ACCURATE);
    if (!withLut) {
      return "scale=%s:%s:%s".formatted(size, from, to);
    }
    return grows
        ? "scale=%s:%s:%s,scale=%s:%s".formatted(ACCURATE, from, LUT, size, to)
        : "scale=%s:%s:%s,scale=%s".formatted(size, from, LUT, to);
  }
}
