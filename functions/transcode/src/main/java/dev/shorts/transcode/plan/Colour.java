package dev.shorts.transcode.plan;

import java.util.Optional;

/**
 * What the numbers of a picture mean, in FFmpeg's names; "unknown" where the source doesn't say.
 *
 * @param range "tv" (limited) or "pc" (full)
 * @param matrix how RGB became YUV
 * @param peak cd/m2 that the display had on which the video was finished; 0 if not known
 */
public record Colour(String range, String matrix, String transfer, String primaries, int peak) {

  /** What {@link HdrTable#PQ} is made for, and what we take for granted where nobody says. */
  private static final int USUAL_PEAK = 1000;

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
   * than zscale and tonemap (looked at on phone footage): from a table, if it is BT.2020 for up to
   * 1000 cd/m2, as nearly all of it is. Of BT.601 only the matrix is converted, as players do: its
   * primaries hardly differ.
   */
  String conversion(int width, int height) {
    var from = ":in_color_matrix=" + yuv(width, height);
    var table = table();
    if (table.isPresent()) {
      return from + ",format=gbrp10,lut3d=file=" + table.get().file() + ",scale=" + TO_BT709;
    }
    if (isHdr() || isBt2020()) {
      var primaries = isBt2020() ? ":in_primaries=bt2020" : "";
      return from + primaries + PERCEPTUALLY + TO_BT709;
    }
    return from + ":" + TO_BT709;
  }

  private Optional<HdrTable> table() {
    if (!isHdr() || !isBt2020() || peak > USUAL_PEAK) {
      return Optional.empty();
    }
    return Optional.of(transfer.equals(HLG) ? HdrTable.HLG : HdrTable.PQ);
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
