package dev.shorts.emulator.rdsdata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs the operations of the Data API: takes the members of a request, gives those of the response.
 */
final class DataApiOperations implements AutoCloseable {

  /** Of AWS, for one statement. */
  static final Duration STATEMENT_TIMEOUT = Duration.ofSeconds(45);

  private static final Set<String> MEMBERS =
      Set.of("database", "includeResultMetadata", "parameters", "resourceArn", "secretArn", "sql");

  private final Cluster cluster;
  private final SessionPool sessions;
  private final Duration statementTimeout;

  DataApiOperations(Cluster cluster, SessionPool sessions, Duration statementTimeout) {
    this.cluster = cluster;
    this.sessions = sessions;
    this.statementTimeout = statementTimeout;
  }

  Map<String, ?> executeStatement(DataApiRequest request) throws SQLException {
    request.requireOnly(MEMBERS);
    var sql = NamedSql.parse(request.text("sql"));
    var parameters = new SqlParameters(request.list("parameters"));
    boolean metadata = request.flag("includeResultMetadata");
    var target = new SessionPool.Target(cluster.login(request), request.text("database"));
    try (var session = sessions.borrow(target)) {
      return execute(session.connection(), sql, parameters, metadata);
    }
  }

  @Override
  public void close() {
    sessions.close();
  }

  private Map<String, ?> execute(
      Connection connection, NamedSql sql, SqlParameters parameters, boolean metadata)
      throws SQLException {
    Map<String, Object> response = new LinkedHashMap<>();
    try (PreparedStatement statement = prepare(connection, sql)) {
      parameters.bind(statement, sql.names());
      if (statement.execute()) {
        ResultSet rows = statement.getResultSet();
        if (metadata) {
          response.put("columnMetadata", ResultWriter.metadata(rows.getMetaData()));
        }
        response.put("numberOfRecordsUpdated", 0);
        response.put("records", ResultWriter.records(rows));
      } else {
        response.put("generatedFields", List.of());
        response.put("numberOfRecordsUpdated", Math.max(0, statement.getUpdateCount()));
      }
    }
    return response;
  }

  private PreparedStatement prepare(Connection connection, NamedSql sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql.sql());
    statement.setQueryTimeout((int) statementTimeout.toSeconds());
    return statement;
  }
}
