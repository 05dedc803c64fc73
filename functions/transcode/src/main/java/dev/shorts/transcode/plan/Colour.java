package dev.shorts.transcode.plan;

import java.util.Set;

/**
 * What the numbers of a picture mean, in FFmpeg's names; "unknown" where the source doesn't say.
 *
 * @param range "tv" (limited) or "pc" (full)
 * @param matrix how RGB became YUV
 */
public record Colour(String range, String matrix, String transfer, String primaries) {

  private static final Set<String> HDR = Set.of("smpte2084", "arib-std-b67");

  boolean isHdr() {
    return HDR.contains(transfer);
  }

  /** BT.2020 has more colours than BT.709 can show, whether or not the picture is HDR. */
  boolean isWide() {
    return primaries.equals("bt2020");
  }

  /**
   * The options of FFmpeg's scale filter that make it BT.709 in limited range.
   *
   * <p>HDR goes through the scaler's own perceptual mapping, which keeps highlights and greys
   * better than zscale and tonemap (looked at on phone footage). Of BT.601 only the matrix is
   * converted, as players do: its primaries hardly differ.
   */
  String scaleOptions(int width, int height) {
    var target = "out_color_matrix=bt709:out_range=tv";
    if (isHdr() || isWide()) {
      return "out_primaries=bt709:out_transfer=bt709:intent=perceptual:" + target;
    }
    return "in_color_matrix=%s:%s".formatted(sdrMatrix(width, height), target);
  }

  /** Missing tags are guessed by size, as mpv does (mp_image.c, mp_csp_guess_colorspace). */
  private String sdrMatrix(int width, int height) {
    return switch (matrix) {
      case "bt709", "smpte240m", "fcc", "smpte170m", "bt470bg" -> matrix;
      case "bt2020nc", "bt2020c" -> "bt2020";
      case String _ -> width >= 1280 || height > 576 ? "bt709" : "smpte170m";
    };
  }
}
