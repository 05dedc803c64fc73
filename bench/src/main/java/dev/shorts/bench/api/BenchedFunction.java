package dev.shorts.bench.api;

import java.nio.file.Path;
import java.util.Optional;

/** A BenchedFunction is a function whose starts and requests are measured. */
enum BenchedFunction {
  EMPTY("empty", "bench/bare/target/bare.zip", "dev.shorts.bare.EmptyHandler", "{}"),
  BARE_CREATE(
      "bare create", "bench/bare/target/bare.zip", "dev.shorts.bare.BareCreateHandler", "{}"),
  CREATE(
      "create",
      "functions/create-export/target/create-export.zip",
      "dev.shorts.create.CreateExportHandler",
      "{\"statusCode\":202,"),
  BARE_GET("bare get", "bench/bare/target/bare.zip", "dev.shorts.bare.BareGetHandler", "\"http"),
  GET(
      "get",
      "functions/get-export/target/get-export.zip",
      "dev.shorts.get.GetExportHandler",
      "{\"statusCode\":200,");

  private final String text;
  private final Path zip;
  private final String handler;
  private final String goodAnswer;

  BenchedFunction(String text, String zip, String handler, String goodAnswer) {
    this.text = text;
    this.zip = Path.of(zip);
    this.handler = handler;
    this.goodAnswer = goodAnswer;
  }

  Path zip() {
    return zip;
  }

  String handler() {
    return handler;
  }

  /** What makes the same calls and nothing else. */
  Optional<BenchedFunction> bare() {
    return switch (this) {
      case CREATE -> Optional.of(BARE_CREATE);
      case GET -> Optional.of(BARE_GET);
      case EMPTY, BARE_CREATE, BARE_GET -> Optional.empty();
    };
  }

  /** Whether it makes an export. */
  boolean creates() {
    return this == CREATE || this == BARE_CREATE;
  }

  /**
   * @throws IllegalStateException if that is no answer of a request that went well
   */
  void check(String answer) {
    if (!answer.startsWith(goodAnswer)) {
      throw new IllegalStateException("%s answered %s".formatted(this, answer));
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
