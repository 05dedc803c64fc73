package dev.shorts.emulator.rdsdata;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds a statement in which each {@code :name} is replaced by a {@code ?}.
 *
 * @param names of the parameters, one for each {@code ?}
 */
record NamedSql(String sql, List<String> names) {

  /** Parses one statement, with or without a semicolon; refuses several, as AWS does. */
  static NamedSql parse(String text) {
    var tokens = new SqlTokenizer(text);
    var sql = new StringBuilder();
    List<String> names = new ArrayList<>();
    boolean ended = false;
    for (String token = tokens.next(); !token.isEmpty(); token = tokens.next()) {
      if (ended && !token.equals(";") && !SqlTokenizer.isBlankOrComment(token)) {
        throw new DataApiError(400, "ValidationException", "Multistatements aren't supported");
      }
      ended |= token.equals(";");
      if (SqlTokenizer.isParameter(token)) {
        names.add(token.substring(1));
        sql.append('?');
      } else {
        // In the driver a doubled question mark is a literal one, as in an operator.
        sql.append(token.equals("?") ? "??" : token);
      }
    }
    return new NamedSql(sql.toString(), names);
  }
}
