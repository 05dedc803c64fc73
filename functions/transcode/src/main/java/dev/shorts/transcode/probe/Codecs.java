package dev.shorts.transcode.probe;

import java.util.Set;

/** Lists the supported codecs by FFmpeg's names; the layer is built to decode exactly these. */
public final class Codecs {

  /** Reported as the codec of an encrypted stream. */
  public static final String ENCRYPTED = "encrypted";

  private static final Set<String> VIDEO =
      Set.of(
          "h264",
          "hevc",
          "vp8",
          "vp9",
          "av1",
          "mpeg1video",
          "mpeg2video",
          "mpeg4",
          "h263",
          "flv1",
          "vp6",
          "vp6a",
          "vp6f",
          "mjpeg",
          "prores",
          "dnxhd",
          "dvvideo",
          "theora",
          "vp3");

  private static final Set<String> AUDIO =
      Set.of(
          "aac",
          "aac_latm",
          "mp3",
          "mp2",
          "opus",
          "vorbis",
          "ac3",
          "eac3",
          "amr_nb",
          "amr_wb",
          "flac",
          "alac",
          "dvaudio");

  private static final Set<String> INTERLACED = Set.of("tt", "bb", "tb", "bt");

  private Codecs() {}

  public static boolean readsVideo(String codec) {
    return VIDEO.contains(codec);
  }

  public static boolean readsAudio(String codec) {
    return AUDIO.contains(codec) || codec.startsWith("pcm_");
  }

  /**
   * Returns whether a video stream is interlaced.
   *
   * @param order field order, as ffprobe reports it; it reports none of DV in AVI, and DV is
   *     interlaced
   */
  static boolean isInterlaced(String codec, String order) {
    return INTERLACED.contains(order) || codec.equals("dvvideo") && order.equals("unknown");
  }
}
