package dev.shorts.emulator.rdsdata;

import java.util.ArrayList;
import java.util.List;

/**
 * A statement in which each {@code :name} has become a {@code ?}.
 *
 * @param names of the parameters, one for each {@code ?}
 */
record NamedSql(String sql, List<String> names) {

  /** Refuses more than one statement, as AWS does; a semicolon at the end is fine. */
  static NamedSql parse(String text) {
    var tokens = new SqlTokenizer(text);
    var sql = new StringBuilder();
    List<String> names = new ArrayList<>();
    boolean ended = false;
    for (String token = tokens.next(); !token.isEmpty(); token = tokens.next()) {
      if (ended && !token.equals(";") && !SqlTokenizer.saysNothing(token)) {
        throw new DataApiError(400, "ValidationException", "Multistatements aren't supported");
      }
      ended |= token.equals(";");
      if (SqlTokenizer.isParameter(token)) {
        names.add(token.substring(1));
        sql.append('?');
      } else {
        // Doubled is the driver's way to write an operator that holds a question mark.
        sql.append(token.equals("?") ? "??" : token);
      }
    }
    return new NamedSql(sql.toString(), names);
  }
}
