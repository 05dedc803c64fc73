package dev.shorts.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortRequestTest {

  private static final Set<String> OPTIONS =
      Set.of("video", "from", "to", "strategy", "quality", "out");

  @TempDir private Path folder;

  @BeforeEach
  void video() throws IOException {
    Files.writeString(folder.resolve("holiday.mov"), "a film");
    Files.createDirectory(folder.resolve("folder"));
  }

  @Test
  void theShortIsNamedAfterItsVideoByDefault() throws Exception {
    assertThat(wish("--video holiday.mov --from 12.5 --to 57"))
        .returns(folder.resolve("short-holiday.mp4"), ShortRequest::out)
        .returns(Optional.empty(), ShortRequest::strategy);
    assertThat(wish("--video holiday.mov --from 12.5 --to 57 --out x.mp4 --strategy letterbox"))
        .returns(folder.resolve("x.mp4"), ShortRequest::out)
        .returns(Optional.of("letterbox"), ShortRequest::strategy);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --from 1 --to 2 | 2 | Which video?
          --video none.mov --from 1 --to 2 | 1 | There is no video
          --video folder --from 1 --to 2 | 1 | can't be read
          --video holiday.mov --to 2 | 2 | FROM= is missing
          --video holiday.mov --from 1 --to two | 1 | TO=two is no time in seconds
          --video holiday.mov --from NaN --to 2 | 1 | FROM=NaN is no time in seconds
          --video holiday.mov --from 1 --to 1e9999999 | 1 | TO=1e9999999 is no time in seconds
          --video holiday.mov --from 3 --to 2 | 1 | The scene ends (TO=2) before it starts (FROM=3).
          --video holiday.mov --from 3 --to 3 | 1 | The scene ends (TO=3) before it starts (FROM=3).
          --video holiday.mov --from 1 --to 181.001 | 1 | The scene is 180.001 s long; a Short has at most 180 s.
          --video holiday.mov --from 1 --to 2 --out folder | 1 | can't be written
          --video holiday.mov --from 1 --to 2 --out none/x.mp4 | 1 | can't be written
          --video holiday.mov --from 1 --to 2 --out holiday.mov | 1 | would overwrite the video
          --video | 2 | --video needs a value
          --fps 30 | 2 | There is no option --fps
          """)
  void aMistakeIsReportedInOneSentence(String words, int status, String message) {
    assertThatThrownBy(() -> wish(words))
        .isInstanceOfSatisfying(
            UsageException.class, badUse -> assertThat(badUse.status()).isEqualTo(status))
        .hasMessageContaining(message);
  }

  @Test
  void anEmptyValueCountsAsAbsent() throws Exception {
    var arguments = Arguments.parse(Arrays.asList("--video", "", "--out", "x"), OPTIONS);

    assertThat(arguments.get("video")).isEmpty();
    assertThat(arguments.get("out")).contains("x");
  }

  private ShortRequest wish(String words) throws UsageException {
    return ShortRequest.of(Arguments.parse(Arrays.asList(words.split(" ")), OPTIONS), folder);
  }
}
