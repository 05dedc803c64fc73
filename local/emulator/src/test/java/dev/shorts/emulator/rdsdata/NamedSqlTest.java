package dev.shorts.emulator.rdsdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamedSqlTest {

  @Test
  void eachOccurrenceOfANameIsAParameter() {
    assertThat(NamedSql.parse("SELECT :a, :b_2, :a::text, CAST(:c AS uuid)[:a]"))
        .hasToString(
            "NamedSql[sql=SELECT ?, ?, ?::text, CAST(? AS uuid)[?], names=[a, b_2, a, c, a]]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT ':a; it''s :a', \":b;\"",
        "SELECT E'\\':a;\\\\', e'b\\'''; :a'",
        "SELECT 1 -- :a; --\n, 2 /* :a; /* ; */ :b; */",
        "SELECT $$ :a; $$, $tag$ :a; $$ $tag$",
        "SELECT a$b$ FROM c$b$",
        "SELECT '{1}'::int[], (x::text)",
        "CALL f(a := 1, b => 2)",
        "SELECT ARRAY[1, 2][1:2]",
        "SELECT U&'\\0061' ",
        "SELECT 'never closed :a;",
        "SELECT $$ never closed :a;",
        "/* never closed :a;",
        "SELECT 1;",
        "SELECT 1 ; -- :a\n/* ; */ ;",
        "SELECT $1, a$ FROM b"
      })
  void colonsInStringsAndCommentsAreNoParameters(String sql) {
    assertThat(NamedSql.parse(sql)).isEqualTo(new NamedSql(sql, java.util.List.of()));
  }

  @Test
  void aQuestionMarkStaysAnOperator() {
    assertThat(NamedSql.parse("SELECT data ?| :keys, '?'").sql())
        .isEqualTo("SELECT data ??| ?, '?'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1; SELECT 2", "SELECT 1;/**/:a", "BEGIN;COMMIT"})
  void twoStatementsAreRefused(String sql) {
    assertThatThrownBy(() -> NamedSql.parse(sql)).hasMessage("Multistatements aren't supported");
  }
}
