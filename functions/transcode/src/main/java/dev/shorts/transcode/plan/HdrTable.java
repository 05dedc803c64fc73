package dev.shorts.transcode.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/** Which BT.709 colour stands for which of HDR: made by {@code make-table}, read by FFmpeg. */
public enum HdrTable {
  HLG,
  PQ;

  /** Its file, in the directory that FFmpeg works in. */
  public String file() {
    return name().toLowerCase(Locale.ROOT) + ".cube";
  }

  /** Puts it where a plan for it looks for it. */
  public void write(Path directory) {
    try (var table = HdrTable.class.getResourceAsStream(file() + ".gz");
        var text = new GZIPInputStream(table)) {
      Files.copy(text, directory.resolve(file()), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
