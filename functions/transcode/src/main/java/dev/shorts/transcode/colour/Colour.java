package dev.shorts.transcode.colour;

import java.util.Optional;

/**
 * Holds the colour metadata of a video stream by FFmpeg's names; "unknown" where the source has
 * none.
 *
 * @param range "tv" (limited) or "pc" (full)
 * @param matrix YUV matrix
 * @param peak luminance of the mastering display in cd/m2; 0 if unknown
 * @param grey whether the pixel format has luma only
 */
public record Colour(
    String range, String matrix, String transfer, String primaries, int peak, boolean grey) {

  /** Usual mastering peak in cd/m2, and the nominal peak of HLG. */
  private static final int USUAL_PEAK = 1000;

  /** Largest peak that PQ can encode, in cd/m2. */
  private static final int MOST = 10_000;

  private static final int LEAST = (int) TransferFunction.WHITE;

  private static final String TO_BT709 = "out_color_matrix=bt709:out_range=tv,format=yuv420p";

  /**
   * swscale treats grey input as full range. Keep it full range and only relabel, so that the
   * padding stays black.
   */
  private static final String GREY_TO_BT709 =
      "in_range=pc:out_color_matrix=bt709:out_range=pc,format=yuv420p,setparams=range=tv";

  /**
   * Returns the conversion to BT.709. Of BT.601 only the matrix is converted, as players do: its
   * primaries hardly differ.
   */
  public ColourConversion conversion(int width, int height) {
    boolean withLut = lut().isPresent();
    boolean limitedGrey = grey && !range.equals("pc") && !withLut;
    return new ColourConversion(
        "in_color_matrix=" + yuv(width, height), withLut, limitedGrey ? GREY_TO_BT709 : TO_BT709);
  }

  /** Returns the LUT for HDR and for other primaries; empty if another matrix is enough. */
  public Optional<ColourLut> lut() {
    return switch (transfer) {
      case "arib-std-b67" ->
          Optional.of(new ColourLut(TransferFunction.HLG, gamut(Gamut.BT2020), USUAL_PEAK));
      case "smpte2084" ->
          Optional.of(
              new ColourLut(
                  TransferFunction.PQ,
                  gamut(Gamut.BT2020),
                  peak == 0 ? USUAL_PEAK : Math.clamp(peak, LEAST, MOST)));
      case String _ ->
          Optional.of(gamut(Gamut.BT709))
              .filter(gamut -> gamut != Gamut.BT709)
              .map(gamut -> new ColourLut(TransferFunction.SDR, gamut, LEAST));
    };
  }

  private Gamut gamut(Gamut unlessSaid) {
    return switch (primaries) {
      case "bt2020" -> Gamut.BT2020;
      case "smpte432" -> Gamut.P3;
      case "unknown" -> unlessSaid;
      case String _ -> Gamut.BT709;
    };
  }

  /**
   * Returns the matrix for FFmpeg's scale filter. Missing tags are guessed by size, as mpv does
   * (mp_image.c, mp_csp_guess_colorspace).
   */
  private String yuv(int width, int height) {
    return switch (matrix) {
      case "bt709", "smpte240m", "fcc", "smpte170m", "bt470bg" -> matrix;
      case "bt2020nc", "bt2020c" -> "bt2020";
      case String _ when lut().filter(it -> it.gamut() == Gamut.BT2020).isPresent() -> "bt2020";
      case String _ -> width >= 1280 || height > 576 ? "bt709" : "smpte170m";
    };
  }
}
