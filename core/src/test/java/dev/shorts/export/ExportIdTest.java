package dev.shorts.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportIdTest {

  private static final String ID = "550e8400-e29b-41d4-a716-446655440000";

  @Test
  void writesWhatItRead() {
    assertThat(ExportId.parse(ID).orElseThrow()).hasToString(ID);
  }

  @Test
  void readsCapitalsAndWritesSmallLetters() {
    assertThat(ExportId.parse("550E8400-E29B-41D4-A716-446655440000").orElseThrow())
        .hasToString(ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-1-1-1-1",
        "550e8400e29b41d4a716446655440000",
        "{550e8400-e29b-41d4-a716-446655440000}",
        "550e8400-e29b-41d4-a716-44665544000g",
        "550e8400-e29b-41d4-a716-446655440000 ",
        "550e8400-e29b-41d4-a716-446655440000\n",
        "٥50e8400-e29b-41d4-a716-446655440000",
        "'; drop table scene_exports; --"
      })
  void takesNothingElseForAnId(String text) {
    assertThat(ExportId.parse(text)).isEmpty();
    assertThat(SceneId.parse(text)).isEmpty();
    assertThat(UserId.parse(text)).isEmpty();
  }

  @Test
  void isDifferentEachTime() {
    assertThat(ExportId.random()).isNotEqualTo(ExportId.random());
  }

  @Test
  void namesTheFileByTheUserAndTheExport() {
    assertThat(Export.key(UserId.parse(ID).orElseThrow(), ExportId.parse(ID).orElseThrow()))
        .isEqualTo("exports/%s/%s.mp4".formatted(ID, ID));
  }
}
