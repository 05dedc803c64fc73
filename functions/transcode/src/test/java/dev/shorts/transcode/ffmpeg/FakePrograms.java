package dev.shorts.transcode.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Shell scripts in the place of the layer's programs: real pipes, real exit codes, no limits. */
public record FakePrograms(Path folder) {

  public FakePrograms ffmpeg(String script) {
    return write("ffmpeg", script);
  }

  public FakePrograms ffprobe(String script) {
    return write("ffprobe", script);
  }

  public Binaries binaries() {
    write("limited", "shift 4; exec \"$@\"");
    return Binaries.on("/nowhere::" + folder);
  }

  private FakePrograms write(String name, String script) {
    try {
      var file = folder.resolve(name);
      Files.deleteIfExists(file);
      Files.writeString(file, "#!/bin/sh\n" + script + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
