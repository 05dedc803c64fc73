package dev.shorts.transcode.plan;

import dev.shorts.export.Quality;
import java.util.Optional;

/**
 * What is to be made of a source: decided once, carried out by FFmpeg, compared with the result.
 *
 * @param picture index of the stream of pictures
 * @param colours what the filters look up, if they do
 * @param frames of the short
 * @param pictures how many different pictures of the source the short shows if none is missing
 * @param ceiling bits per second that the picture may take
 * @param preparation seconds that a core takes for decoding and filters, at most
 */
public record Plan(
    Cut cut,
    int picture,
    String pictureFilters,
    Optional<ColourTable> colours,
    Rational rate,
    int frames,
    int pictures,
    long ceiling,
    double preparation,
    Quality quality,
    Optional<SoundPlan> sound,
    Optional<String> notice) {

  /** Bits per second, generously. */
  private static final long SOUND_AND_TABLES = 1_000_000;

  /** The same of a source whose sound can't be used. */
  public Plan silent(String why) {
    return new Plan(
        cut,
        picture,
        pictureFilters,
        colours,
        rate,
        frames,
        pictures,
        ceiling,
        preparation,
        quality,
        Optional.empty(),
        Optional.of(why));
  }

  /** Whether over a tenth of the pictures are missing, and more than one. */
  public boolean misses(int found) {
    return pictures - found > Math.max(1, pictures / 10);
  }

  /** Frames from one whole picture to the next, at most: half a second; 12 at 25 a second. */
  public int gop() {
    return Math.max(1, (int) Math.ceil(rate.value() / 2 - 0.5));
  }

  /** How long the picture lasts. */
  public double seconds() {
    return frames / rate.value();
  }

  /** More bytes than a short of this plan can have; FFmpeg stops there. */
  public long maxBytes() {
    return (ceiling + SOUND_AND_TABLES) / 8 * ((long) seconds() + 3);
  }
}
