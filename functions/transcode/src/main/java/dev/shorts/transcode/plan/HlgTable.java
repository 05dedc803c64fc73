package dev.shorts.transcode.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Which BT.709 colour stands for which of HLG: made by {@code make-table}, read by FFmpeg. */
public final class HlgTable {

  private HlgTable() {}

  /** Puts the table where a plan for HLG looks for it. */
  public static void write(Path directory) {
    try (var table = HlgTable.class.getResourceAsStream(Colour.HLG_TABLE + ".gz");
        var text = new GZIPInputStream(table)) {
      Files.copy(text, directory.resolve(Colour.HLG_TABLE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
