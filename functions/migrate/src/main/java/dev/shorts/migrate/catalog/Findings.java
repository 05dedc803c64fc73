package dev.shorts.migrate.catalog;

import java.util.ArrayList;
import java.util.List;

/** Collects what a preflight finds: misses, which stop a migration, and notes, which do not. */
public final class Findings {

  private final List<String> misses = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /** Adds a miss, with what to do about it. */
  public void miss(String sentence, Object... arguments) {
    misses.add(sentence.formatted(arguments));
  }

  /** Adds a note for the operator. */
  public void note(String sentence, Object... arguments) {
    notes.add(sentence.formatted(arguments));
  }

  public List<String> misses() {
    return List.copyOf(misses);
  }

  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** Lists all misses, then all notes: CloudFormation shows the beginning of a long reason. */
  public String message(String database) {
    var lines = new ArrayList<String>();
    if (misses.isEmpty()) {
      lines.add("The database %s is ready for the migration.".formatted(database));
    } else {
      lines.add(
          "The database %s is not ready, and nothing was changed. Put this right, then deploy again:"
              .formatted(database));
      for (int i = 0; i < misses.size(); i++) {
        lines.add("%d. %s".formatted(i + 1, misses.get(i)));
      }
    }
    notes.forEach(note -> lines.add("Note: " + note));
    return String.join("\n", lines);
  }
}
