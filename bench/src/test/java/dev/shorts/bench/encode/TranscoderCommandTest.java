package dev.shorts.bench.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TranscoderCommandTest {

  private final TranscoderCommand command =
      new TranscoderCommand(
          List.of(
              ("/opt/bin/ffmpeg -loglevel warning -y -i /cat.mp4 -map 0:0 -filter:v null,trim"
                      + " -c:v libx264 -preset superfast -crf 17.5 -profile:v high"
                      + " -maxrate 24000000 -bufsize 24000000 -bf 2 -g 15 -threads:v 2"
                      + " -map 0:1 -c:a aac -fs 150 -f mp4 /tmp/job/short.mp4")
                  .split(" ")));

  @Test
  void framesAreKeptAsX264GetsThem() {
    assertThat(String.join(" ", command.keepFrames("kept.mp4")))
        .isEqualTo(
            "-loglevel info -y -i /cat.mp4 -map 0:0 -filter:v null,trim"
                + " -c:v libx264 -preset ultrafast -qp 0 -an -f mp4 kept.mp4");
  }

  @Test
  void noneOfThemReachesX264WhereOnlyWhatComesBeforeIsMeasured() {
    assertThat(command.prepareOnly()).contains("null,trim,trim=start=1000000");
  }

  @Test
  void coloursAreLookedUpIfAFilterDoes() {
    var coloured = command.words().stream().map(word -> word.replace("null", "lut3d=file=c.cube"));
    assertThat(new TranscoderCommand(coloured.toList()).looksColoursUp()).isTrue();
    assertThat(command.looksColoursUp()).isFalse();
  }

  @Test
  void anotherRungGetsTheSameGopsAndItsQualitysCeiling() {
    assertThat(String.join(" ", command.encoder("-preset faster -crf 23", 2)))
        .isEqualTo(
            "-preset faster -crf 23 -profile:v high -maxrate 12000000 -bufsize 12000000 -bf 2 -g 15"
                + " -threads:v 2");
  }
}
