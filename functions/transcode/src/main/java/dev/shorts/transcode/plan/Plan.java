package dev.shorts.transcode.plan;

import dev.shorts.export.Quality;
import dev.shorts.transcode.frames.FrameFilter;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.search.TrimWindow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Plans a short: decided once from the source's probe and timeline, executed by FFmpeg, and
 * compared with the encoded file.
 *
 * @param trim times at which FFmpeg seeks and the short begins
 * @param audio empty for a short without audio
 * @param notice sentence to the user about what the short lacks
 */
public record Plan(
    TrimWindow trim,
    VideoPlan video,
    Optional<AudioPlan> audio,
    Quality quality,
    Optional<String> notice) {

  /** Upper bound of audio and container tables, in bits per second. */
  private static final long AUDIO_AND_TABLES = 1_000_000;

  /**
   * Returns this plan without audio.
   *
   * @param reason sentence to the user
   */
  public Plan withoutAudio(String reason) {
    return new Plan(trim, video, Optional.empty(), quality, Optional.of(reason));
  }

  /** Returns this plan with one more sentence to the user. */
  public Plan withNotice(String more) {
    var sentences = notice.map(it -> it + " " + more).orElse(more);
    return new Plan(trim, video, audio, quality, Optional.of(sentences));
  }

  /** Returns the frame rate of the short, frames a second. */
  public Rational rate() {
    return video.frameTable().rate();
  }

  /** Returns the number of frames of the short. */
  public int frames() {
    return video.frameTable().frames();
  }

  /**
   * Writes the files that the filters read (frame times and LUT).
   *
   * @param directory FFmpeg's working directory
   */
  public void writeFiles(Path directory) {
    video.lut().ifPresent(lut -> lut.write(directory));
    try {
      Files.writeString(
          directory.resolve(FrameFilter.FILE), new FrameFilter(video.frameTable()).expression());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Returns the maximum keyframe interval (GOP) in frames: half a second; 12 at 25 frames a second.
   */
  public int gop() {
    return Math.max(1, (int) Math.ceil(rate().value() / 2 - 0.5));
  }

  /** Returns the duration of the video in seconds. */
  public double seconds() {
    return frames() / rate().value();
  }

  /** Returns a size limit in bytes that no valid short of this plan reaches; FFmpeg stops there. */
  public long maxBytes() {
    return (video.maxBitrate() + AUDIO_AND_TABLES) / 8 * ((long) seconds() + 3);
  }
}
