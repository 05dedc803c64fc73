package dev.shorts.bench.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncodeCommandTest {

  private static final String OURS =
      "/opt/bin/ffmpeg -y -protocol_whitelist http,tcp -format_whitelist mov -max_redirects 0"
          + " -initial_request_size 1 -request_size 2 -ss 9 -i http://127.0.0.1:1/secret"
          + " -c:v libx264 -stats_enc_pre:v /tmp/job/short.mp4.frames -f mp4 /tmp/job/short.mp4";

  @Test
  void readsAFileAndIsTheSameOtherwise() throws IOException {
    var command = command(OURS);

    assertThat(String.join(" ", command.of(Path.of("/cat.mp4"), Path.of("/here")).words()))
        .isEqualTo(
            "/opt/bin/ffmpeg -y -format_whitelist mov -ss 9 -i /cat.mp4 -c:v libx264"
                + " -stats_enc_pre:v /here/short.mp4.frames -f mp4 /here/short.mp4");
  }

  @Test
  void whatReadsInAnotherWayIsNotOurs() {
    var command = command("ffmpeg -i cat.mp4 /tmp/job/short.mp4");

    assertThatThrownBy(() -> command.of(Path.of("/cat.mp4"), Path.of("/here")))
        .hasMessageContaining("no encode over HTTP");
  }

  @Test
  void filesThatItsFiltersReadGoAlong(@TempDir Path folder) throws IOException {
    var files = Map.of("colours.cube", "LUT_3D_SIZE 65", "frames.txt", "if(lt(T,1),-1,0)");
    var command = new EncodeCommand(List.of(OURS.split(" ")), files);

    command.of(Path.of("/cat.mp4"), folder);

    assertThat(folder.resolve("colours.cube")).hasContent("LUT_3D_SIZE 65");
    assertThat(folder.resolve("frames.txt")).hasContent("if(lt(T,1),-1,0)");
  }

  private static EncodeCommand command(String line) {
    return new EncodeCommand(List.of(line.split(" ")), Map.of());
  }
}
