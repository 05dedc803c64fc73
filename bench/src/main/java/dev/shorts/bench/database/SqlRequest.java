package dev.shorts.bench.database;

import dev.shorts.bench.database.FilledDatabase.Made;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** A SqlRequest is a request of users, or a floor to compare it with. */
enum SqlRequest {
  SELECT_1("`select 1`", "select 1", null, 200),
  INSERT(
      "bare insert",
      "insert into bare (id) values (cast(? as uuid)) returning 'made'",
      "made",
      100),
  ACCEPTED("create, accepted", Statements.CREATE, "created", 100),
  REFUSED("create, refused by quota", Statements.CREATE, "limit_exceeded", 100),
  REPLAYED("create, replayed", Statements.CREATE, "replayed", 100),
  GET("get", Statements.GET, null, 200);

  /** Exports that a user without any makes in a round, one after the other: half of the limit. */
  private static final int EXPORTS_OF_ONE = 5;

  /** The requests that are compared, apart from the floors. */
  static final List<SqlRequest> OURS = List.of(ACCEPTED, REFUSED, REPLAYED, GET);

  private final String title;
  private final String sql;
  private final String outcome;
  private final int calls;

  SqlRequest(String title, String sql, String outcome, int calls) {
    this.title = title;
    this.sql = sql;
    this.outcome = outcome;
    this.calls = calls;
  }

  String title() {
    return title;
  }

  /** How often each user asks in a round: about a second's worth. */
  int calls() {
    return calls;
  }

  boolean makesRows() {
    return this == INSERT || this == ACCEPTED;
  }

  PreparedStatement prepare(Connection connection) throws SQLException {
    return connection.prepareStatement(sql);
  }

  /**
   * @param turn a number that no other call of this round has
   */
  void bind(PreparedStatement statement, FilledDatabase stock, int turn, RandomGenerator random)
      throws SQLException {
    switch (this) {
      case SELECT_1 -> {}
      case INSERT -> statement.setString(1, id(random));
      case ACCEPTED ->
          create(statement, stock.free().get(turn / EXPORTS_OF_ONE), "new " + turn, random);
      case REFUSED -> create(statement, any(stock.atLimit(), random), "new " + turn, random);
      case REPLAYED -> {
        var made = any(stock.today(), random);
        create(statement, made, made.key(), random);
      }
      case GET -> {
        var made = any(stock.today(), random);
        statement.setString(1, made.id().toString());
        statement.setString(2, made.user().toString());
      }
    }
  }

  /** Runs it, and reads what it answers: anything but what was to come is a mistake of ours. */
  void ask(PreparedStatement statement) throws SQLException {
    try (var rows = statement.executeQuery()) {
      if (!rows.next() || outcome != null && !outcome.equals(rows.getString(1))) {
        throw new IllegalStateException(title + " was to end otherwise");
      }
    }
  }

  private static void create(PreparedStatement to, Made made, String key, RandomGenerator random)
      throws SQLException {
    to.setString(1, id(random));
    to.setString(2, made.user().toString());
    to.setString(3, made.scene().toString());
    to.setString(4, "center_crop");
    to.setString(5, "high");
    to.setString(6, key);
    to.setLong(7, 10);
    to.setLong(8, 86_400);
    to.setString(9, "180");
  }

  private static Made any(List<Made> made, RandomGenerator random) {
    return made.get(random.nextInt(made.size()));
  }

  private static String id(RandomGenerator random) {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }
}
