package dev.shorts.transcode.plan;

import dev.shorts.export.Quality;
import dev.shorts.transcode.colour.ColourLut;
import dev.shorts.transcode.frames.FrameFilter;
import dev.shorts.transcode.frames.FrameTable;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.search.TrimWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be made of a source: decided once, carried out by FFmpeg, compared with the result.
 *
 * @param picture index of the stream of pictures
 * @param table which frame of the source each frame of the short shows
 * @param colours what the filters look up, if they do
 * @param ceiling bits per second that the picture may take
 * @param preparation seconds that a core takes for decoding and filters, at most
 */
public record Plan(
    TrimWindow cut,
    int picture,
    FrameTable table,
    String pictureFilters,
    Optional<ColourLut> colours,
    long ceiling,
    double preparation,
    Quality quality,
    Optional<AudioPlan> sound,
    Optional<String> notice) {

  /** Bits per second, generously. */
  private static final long SOUND_AND_TABLES = 1_000_000;

  /** The same of a source whose sound can't be used. */
  public Plan silent(String why) {
    return with(Optional.empty(), Optional.of(why));
  }

  /** The same, with one more thing that its owner is told. */
  public Plan withNotice(String more) {
    return with(sound, Optional.of(notice.map(it -> it + " " + more).orElse(more)));
  }

  private Plan with(Optional<AudioPlan> newSound, Optional<String> newNotice) {
    return new Plan(
        cut,
        picture,
        table,
        pictureFilters,
        colours,
        ceiling,
        preparation,
        quality,
        newSound,
        newNotice);
  }

  /** Frames a second. */
  public Rational rate() {
    return table.rate();
  }

  /** Number of frames of the short. */
  public int frames() {
    return table.frames();
  }

  /** Writes the files that the filters read, into the directory that FFmpeg works in. */
  public void writeFiles(Path directory) {
    colours.ifPresent(colourTable -> colourTable.write(directory));
    try {
      Files.writeString(directory.resolve(FrameFilter.FILE), new FrameFilter(table).expression());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Frames from one whole picture to the next, at most: half a second; 12 at 25 a second. */
  public int gop() {
    return Math.max(1, (int) Math.ceil(rate().value() / 2 - 0.5));
  }

  /** How long the picture lasts. */
  public double seconds() {
    return frames() / rate().value();
  }

  /** More bytes than a short of this plan can have; FFmpeg stops there. */
  public long maxBytes() {
    return (ceiling + SOUND_AND_TABLES) / 8 * ((long) seconds() + 3);
  }
}
