package dev.shorts.emulator.rdsdata;

/**
 * Splits SQL into words, quoted strings, comments, parameters and single characters, to find the
 * colons and semicolons that are not part of a string or comment.
 *
 * <p>https://www.postgresql.org/docs/17/sql-syntax-lexical.html
 */
final class SqlTokenizer {

  private final String sql;
  private int at;

  SqlTokenizer(String sql) {
    this.sql = sql;
  }

  static boolean isBlankOrComment(String token) {
    return token.isBlank() || token.startsWith("--") || token.startsWith("/*");
  }

  static boolean isParameter(String token) {
    return token.length() > 1 && token.charAt(0) == ':' && isWordStart(token.charAt(1));
  }

  /** The next token; empty at the end. */
  String next() {
    int start = at;
    at = start == sql.length() ? start : end(start);
    return sql.substring(start, at);
  }

  private int end(int start) {
    char first = sql.charAt(start);
    if (first == '\'') {
      return endOfString(start + 1, false);
    }
    if (first == '"') {
      return after("\"", start + 1);
    }
    if (first == '$') {
      return endOfDollars(start);
    }
    if (sql.startsWith("--", start)) {
      return after("\n", start);
    }
    if (sql.startsWith("/*", start)) {
      return endOfComment(start);
    }
    if (sql.startsWith("::", start) || sql.startsWith(":=", start)) {
      return start + 2;
    }
    if (first == ':') {
      return endOfWord(start + 1);
    }
    if (sql.regionMatches(true, start, "E'", 0, 2)) {
      return endOfString(start + 2, true);
    }
    return Math.max(start + 1, endOfWord(start));
  }

  private int endOfString(int start, boolean escapes) {
    int i = start;
    while (i < sql.length() && (sql.charAt(i) != '\'' || at(i + 1) == '\'')) {
      boolean pair = sql.charAt(i) == '\'' || (escapes && sql.charAt(i) == '\\');
      i += pair ? 2 : 1;
    }
    return Math.min(i + 1, sql.length());
  }

  private int endOfDollars(int start) {
    int tagEnd = isWordStart(at(start + 1)) ? endOfTag(start + 1) : start + 1;
    if (at(tagEnd) != '$') {
      return start + 1;
    }
    return after(sql.substring(start, tagEnd + 1), tagEnd + 1);
  }

  private int endOfTag(int start) {
    int dollar = sql.indexOf('$', start);
    return dollar < 0 ? start : Math.min(dollar, endOfWord(start));
  }

  private int endOfComment(int start) {
    int depth = 1;
    int i = start + 2;
    while (i < sql.length() && depth > 0) {
      boolean opens = sql.startsWith("/*", i);
      boolean closes = sql.startsWith("*/", i);
      depth += opens ? 1 : closes ? -1 : 0;
      i += opens || closes ? 2 : 1;
    }
    return Math.min(i, sql.length());
  }

  private int endOfWord(int start) {
    int i = start;
    while (i < sql.length() && (isWordStart(sql.charAt(i)) || isDigitOrDollar(sql.charAt(i)))) {
      i++;
    }
    return i;
  }

  private int after(String end, int from) {
    int found = sql.indexOf(end, from);
    return found < 0 ? sql.length() : found + end.length();
  }

  private char at(int i) {
    return i < sql.length() ? sql.charAt(i) : '\0';
  }

  private static boolean isWordStart(char c) {
    return c == '_' || Character.isLetter(c);
  }

  private static boolean isDigitOrDollar(char c) {
    return c == '$' || Character.isDigit(c);
  }
}
