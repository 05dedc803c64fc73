package dev.shorts.transcode.encode;

import dev.shorts.transcode.frames.FrameCheck;
import dev.shorts.transcode.frames.FrameCheck.LoggedFrame;
import dev.shorts.transcode.frames.FrameTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks the first frame of a short once, as soon as FFmpeg has logged it. */
final class FirstFrame {

  private final Path log;
  private final FrameTable table;
  private boolean checked;

  FirstFrame(Path log, FrameTable table) {
    this.log = log;
    this.table = table;
  }

  /** Returns whether the first frame is later than planned; false while FFmpeg has logged none. */
  boolean isLate() {
    if (checked) {
      return false;
    }
    try (var lines = Files.lines(log)) {
      var first = lines.findFirst();
      checked = first.isPresent();
      return checked && !FrameCheck.beginsInTime(table, LoggedFrame.of(first.get()));
    } catch (IOException _) {
      return false;
    }
  }
}
