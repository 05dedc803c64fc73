package dev.shorts.bench.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shorts.bench.api.TestUsers.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Makes events for the functions from those in {@code events/}, each of a user who may still create
 * an export.
 */
final class TestEvents {

  private static final int PEOPLE = 200;
  private static final int EXPORTS_EACH = 10;

  /** As in {@code events/}. */
  private static final String USER = "0b6b2c1e-6f0d-4c59-9d6e-2f8f7f0a7a10";

  private static final String SCENE = "123e4567-e89b-12d3-a456-426614174000";
  private static final String EXPORT = "550e8400-e29b-41d4-a716-446655440000";
  private static final String KEY = "holiday-1";

  private final TestUsers everybody;
  private final List<Person> creators;
  private final String createEvent;
  private final byte[] getEvent;
  private final byte[] bareGetEvent;
  private int created;

  /**
   * @param events the folder
   */
  TestEvents(TestUsers everybody, Path events) throws IOException, SQLException {
    this.everybody = everybody;
    this.creators = everybody.insert(PEOPLE);
    this.createEvent = Files.readString(events.resolve("create-export.json"));
    var looker = everybody.insert(1).getFirst();
    var export = everybody.completedExport(looker);
    this.bareGetEvent = text(export, looker.id());
    this.getEvent =
        Files.readString(events.resolve("get-export.json"))
            .replace(USER, looker.id().toString())
            .replace(EXPORT, export.toString())
            .getBytes(UTF_8);
  }

  /** One that goes well, in what {@code subject} reads. */
  byte[] next(BenchedFunction subject) {
    return switch (subject) {
      case EMPTY -> "{}".getBytes(UTF_8);
      case BARE_CREATE -> {
        var person = nextCreator();
        yield text(UUID.randomUUID(), person.id(), person.scene(), UUID.randomUUID());
      }
      case CREATE -> {
        var person = nextCreator();
        yield createEvent
            .replace(USER, person.id().toString())
            .replace(SCENE, person.scene().toString())
            .replace(KEY, UUID.randomUUID().toString())
            .getBytes(UTF_8);
      }
      case BARE_GET -> bareGetEvent;
      case GET -> getEvent;
    };
  }

  /**
   * Has the exports forgotten that were made, so that everybody may make more.
   *
   * @throws IllegalStateException if some were not made: then less was measured than should be
   */
  void forgetExports() throws SQLException {
    int made = everybody.forgetExports();
    if (made != created) {
      throw new IllegalStateException("%d of %d exports were made".formatted(made, created));
    }
    created = 0;
  }

  private Person nextCreator() {
    return creators.get(created++ / EXPORTS_EACH);
  }

  private static byte[] text(UUID... ids) {
    return "\"%s\""
        .formatted(String.join(" ", List.of(ids).stream().map(UUID::toString).toList()))
        .getBytes(UTF_8);
  }
}
