package dev.shorts.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerFoldersTest {

  @TempDir private Path directory;

  private final List<String> notices = new ArrayList<>();

  @Test
  void aBuiltLayerIsUsed() throws IOException {
    Path layer = directory.resolve("layer");
    program(layer.resolve("bin/ffmpeg"));

    assertThat(find(layer, true)).isEqualTo(Map.of(layer, layer));
    assertThat(notices).isEmpty();
  }

  @Test
  void aMissingLayerIsNamed() {
    Path layer = directory.resolve("layer");

    assertThatThrownBy(() -> find(layer, true))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessage(layer.toString());
  }

  @Test
  void programsOnThePathReplaceALayerThatCannotBeBuilt() throws IOException {
    program(directory.resolve("path/ffmpeg"));
    program(directory.resolve("path/ffprobe"));
    Path layer = directory.resolve("layer");
    Path standIn = directory.resolve("stand-in");

    assertThat(find(layer, false)).isEqualTo(Map.of(layer, standIn));
    assertThat(standIn.resolve("bin/ffprobe").toRealPath())
        .isEqualTo(directory.resolve("path/ffprobe").toRealPath());
    assertThat(notices).singleElement().asString().contains("using the ffmpeg on the PATH");
  }

  @Test
  void missingProgramsOnThePathAreNamed() {
    assertThatThrownBy(() -> find(directory.resolve("layer"), false))
        .hasMessageContaining("no ffmpeg")
        .hasMessageContaining("PATH");
  }

  private Map<Path, Path> find(Path layer, boolean buildable) throws IOException {
    String path = "/nowhere:" + directory.resolve("path");
    return new LayerFolders(directory.resolve("stand-in"), path, buildable)
        .find(List.of(layer), notices::add);
  }

  private static void program(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "#!/bin/sh\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
