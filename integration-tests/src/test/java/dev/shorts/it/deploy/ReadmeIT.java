package dev.shorts.it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Tests the examples in the README. */
class ReadmeIT {

  private final String readme = read("README.md");
  private final Platform platform = Cloud.shared().platform();
  private final User user = platform.newUser();

  @Test
  void itsRequestIsAccepted() throws IOException {
    var request = example("request");

    var answer = user.post(platform.sceneWithoutVideo(user, "0", "10"), request);

    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.body()).containsAllEntriesOf(JsonCodec.map(request));
  }

  @Test
  void itsExportHasJustTheFieldsOfAnExport() throws IOException {
    var answer = user.post(platform.sceneWithoutVideo(user, "0", "10"));

    assertThat(List.copyOf(answer.body().keySet()))
        .isEqualTo(List.copyOf(JsonCodec.map(example("export")).keySet()));
  }

  @Test
  void itsErrorIsAnsweredAsItSays() throws IOException {
    var answer = user.post(platform.sceneWithoutVideo(user, "0", "10"), example("error"));

    assertThat(answer.body()).isEqualTo(JsonCodec.map(example("answer")));
  }

  @Test
  void itsMakeTargetsExist() {
    var makefile = read("Makefile");

    for (var target : all("(?m)^make ([a-z-]+)", readme)) {
      assertThat(makefile).as("make " + target).containsPattern("(?m)^" + target + ":");
    }
  }

  @Test
  void itsScriptsExist() {
    for (var script : all("(build/[a-z-]+)", readme)) {
      assertThat(Cloud.ROOT.resolve(script)).isExecutable();
    }
  }

  @Test
  void whatItLinksToIsThere() {
    for (var link : all("\\]\\(([^)#:]+)\\)", readme)) {
      assertThat(Cloud.ROOT.resolve(link)).exists();
    }
  }

  /** The block that begins with {@code ```json name}. */
  private String example(String name) {
    return all("(?s)```json " + name + "\\n(.*?)```", readme).getFirst();
  }

  private static List<String> all(String pattern, String text) {
    var found = new ArrayList<String>();
    var matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    assertThat(found).as(pattern).isNotEmpty();
    return found;
  }

  private static String read(String file) {
    try {
      return Files.readString(Cloud.ROOT.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
