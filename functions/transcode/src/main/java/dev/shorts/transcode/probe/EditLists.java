package dev.shorts.transcode.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds the edit lists of an MP4's video and audio tracks (ISO/IEC 14496-12, 8.6.6), which FFmpeg
 * applies only in part and does not report.
 *
 * @param tracks for each track its edits, in order; empty for a track without an edit list
 * @param gaps empty edits of the first video track after its first edit: FFmpeg 9.0.2 shows the
 *     beginning of the media there
 */
public record EditLists(List<List<Edit>> tracks, List<Gap> gaps) {

  public static final EditLists NONE = new EditLists(List.of(), List.of());

  /** Shortest pause in seconds; shorter initial empty edits compensate encoder delay. */
  private static final double PAUSE = 0.1;

  /** Upper bound of edits that are read. */
  private static final int MOST_EDITS = 1000;

  private static final int VIDEO = BoxSource.type("vide");
  private static final int AUDIO = BoxSource.type("soun");

  private static final int NORMAL_SPEED = 1 << 16;

  /**
   * Holds an entry of an edit list.
   *
   * @param seconds duration
   * @param empty whether nothing is shown meanwhile
   * @param speed media rate, 16.16 fixed point: 65,536 is normal
   */
  public record Edit(double seconds, boolean empty, int speed) {}

  /** Holds a part of the movie without video, in seconds. */
  public record Gap(double from, double to) {}

  /**
   * Reads the edit lists, and of all other boxes only the headers.
   *
   * @return no tracks if the file is no MP4, or a damaged one
   */
  public static EditLists read(URI source) {
    try {
      return read(new BoxSource(source));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EditLists read(BoxSource source) throws IOException {
    var tracks = new ArrayList<List<Edit>>();
    var moov = source.boxes(0, Long.MAX_VALUE).stream().filter(it -> it.is("moov")).findFirst();
    if (moov.isEmpty()) {
      return NONE;
    }
    var children = source.children(moov.get());
    var header = children.stream().filter(it -> it.is("mvhd")).findFirst();
    double timescale = header.isPresent() ? timescale(source.content(header.get())) : 1;
    var gaps = List.<Gap>of();
    boolean isFirst = true;
    for (var track : children) {
      int type = track.is("trak") ? type(source, track) : 0;
      if (type == VIDEO || type == AUDIO) {
        tracks.add(edits(source, track, timescale));
      }
      if (type == VIDEO && isFirst) {
        gaps = gaps(tracks.getLast());
        isFirst = false;
      }
    }
    return new EditLists(List.copyOf(tracks), gaps);
  }

  private static List<Gap> gaps(List<Edit> edits) {
    var gaps = new ArrayList<Gap>();
    double at = 0;
    for (var edit : edits) {
      if (edit.empty() && at > 0 && edit != edits.getLast()) {
        gaps.add(new Gap(at, at + edit.seconds()));
      }
      at += edit.seconds();
    }
    return List.copyOf(gaps);
  }

  private static double timescale(ByteBuffer movieHeader) {
    boolean isLong = movieHeader.get(0) == 1;
    return Math.max(1, Integer.toUnsignedLong(movieHeader.getInt(isLong ? 20 : 12)));
  }

  /** Returns the handler type of a track, such as "vide"; 0 if it has none. */
  private static int type(BoxSource source, BoxSource.Box track) throws IOException {
    var handler = source.find(track, "mdia", "hdlr");
    return handler.isPresent() ? source.content(handler.get()).getInt(8) : 0;
  }

  private static List<Edit> edits(BoxSource source, BoxSource.Box track, double timescale)
      throws IOException {
    var edits = new ArrayList<Edit>();
    var list = source.find(track, "edts", "elst");
    if (list.isPresent()) {
      var content = source.content(list.get());
      boolean isLong = content.getInt() >>> 24 == 1;
      int count = Math.clamp(content.getInt(), 0, MOST_EDITS);
      for (int i = 0; i < count && content.remaining() >= (isLong ? 20 : 12); i++) {
        long length = isLong ? content.getLong() : Integer.toUnsignedLong(content.getInt());
        long from = isLong ? content.getLong() : content.getInt();
        edits.add(new Edit(length / timescale, from == -1, content.getInt()));
      }
    }
    return List.copyOf(edits);
  }

  /**
   * Returns whether every track begins with an empty edit longer than 0.1 s, which is part of the
   * movie.
   */
  public boolean beginWithPause() {
    return !tracks.isEmpty()
        && tracks.stream()
            .allMatch(
                edits ->
                    !edits.isEmpty()
                        && edits.getFirst().empty()
                        && edits.getFirst().seconds() > PAUSE);
  }

  /** Returns whether an edit has another media rate than 1, which FFmpeg ignores. */
  public boolean changeSpeed() {
    return tracks.stream()
        .flatMap(List::stream)
        .anyMatch(edit -> !edit.empty() && edit.speed() != NORMAL_SPEED);
  }
}
