package dev.shorts.transcode.plan;

/**
 * What the numbers of a picture mean, in FFmpeg's names; "unknown" where the source doesn't say.
 *
 * @param range "tv" (limited) or "pc" (full)
 * @param matrix how RGB became YUV
 */
public record Colour(String range, String matrix, String transfer, String primaries) {

  /** The file of {@link HlgTable}, in the directory that FFmpeg works in. */
  static final String HLG_TABLE = "hlg.cube";

  private static final String HLG = "arib-std-b67";
  private static final String PQ = "smpte2084";
  private static final String PERCEPTUALLY =
      ":out_primaries=bt709:out_transfer=bt709:intent=perceptual:";
  private static final String TO_BT709 = "out_color_matrix=bt709:out_range=tv,format=yuv420p";

  /**
   * How FFmpeg's scale filter goes on, after size and flags, so that the picture becomes BT.709 in
   * limited range and 8-bit 4:2:0.
   *
   * <p>HDR gets the perceptual mapping of FFmpeg's scaler, which keeps highlights and greys better
   * than zscale and tonemap (looked at on phone footage). HLG, which most phones record, has it
   * from a table; PQ doesn't, since its mapping depends on the light that a video was mastered for.
   * Of BT.601 only the matrix is converted, as players do: its primaries hardly differ.
   */
  String conversion(int width, int height) {
    var from = ":in_color_matrix=" + yuv(width, height);
    if (transfer.equals(HLG) && isBt2020()) {
      return from + ",format=gbrp10,lut3d=file=" + HLG_TABLE + ",scale=" + TO_BT709;
    }
    if (isHdr() || isBt2020()) {
      var primaries = isBt2020() ? ":in_primaries=bt2020" : "";
      return from + primaries + PERCEPTUALLY + TO_BT709;
    }
    return from + ":" + TO_BT709;
  }

  private boolean isHdr() {
    return transfer.equals(HLG) || transfer.equals(PQ);
  }

  /** These are more colours than BT.709 can show, whether or not the picture is HDR. */
  private boolean isBt2020() {
    return primaries.equals("bt2020") || isHdr() && primaries.equals("unknown");
  }

  /** Missing tags are guessed by size, as mpv does (mp_image.c, mp_csp_guess_colorspace). */
  private String yuv(int width, int height) {
    return switch (matrix) {
      case "bt709", "smpte240m", "fcc", "smpte170m", "bt470bg" -> matrix;
      case "bt2020nc", "bt2020c" -> "bt2020";
      case String _ when isHdr() -> "bt2020";
      case String _ -> width >= 1280 || height > 576 ? "bt709" : "smpte170m";
    };
  }
}
