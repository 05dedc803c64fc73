package dev.shorts.transcode.hostile;

import java.io.IOException;

/**
 * A file that its maker meant to break us with, or that broke on its way.
 *
 * @param ending what becomes of it: the name of a problem, or {@link #COMPLETED}
 */
public record HostileFile(String name, String ending, Maker maker) {

  public static final String COMPLETED = "COMPLETED";

  /** Makes the file's content. */
  @FunctionalInterface
  public interface Maker {
    byte[] make(Workshop workshop) throws IOException;
  }

  @Override
  public String toString() {
    return name + ": " + ending;
  }
}
