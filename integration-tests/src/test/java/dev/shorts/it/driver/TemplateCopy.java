package dev.shorts.it.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of {@code template.yaml}, to be edited. What isn't there can't be replaced. */
public record TemplateCopy(Path file) {

  public static TemplateCopy at(Path file) throws IOException {
    Files.writeString(file, Files.readString(Cloud.ROOT.resolve("template.yaml")));
    return new TemplateCopy(file);
  }

  /** Replaces {@code before} wherever it stands. */
  public void edit(String before, String after) throws IOException {
    var text = Files.readString(file);
    assertThat(text).contains(before);
    Files.writeString(file, text.replace(before, after));
  }

  /** Replaces the first {@code before} behind the heading {@code resource}. */
  public void edit(String resource, String before, String after) throws IOException {
    var text = Files.readString(file);
    int from = text.indexOf("\n  " + resource);
    int at = text.indexOf(before, from);
    assertThat(from).as(resource).isNotNegative();
    assertThat(at).as(before).isNotNegative();
    Files.writeString(file, text.substring(0, at) + after + text.substring(at + before.length()));
  }
}
