package dev.shorts.emulator.rdsdata;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the Data API can do, from the members of a request to those of the answer. */
final class DataApiOperations implements AutoCloseable {

  private static final Set<String> CALL = Set.of("resourceArn", "secretArn", "database");

  private final Cluster cluster;
  private final SessionPool connections;
  private final Transactions transactions;
  private final Limits limits;

  /** How long things may take; those of AWS are {@link #OF_AWS}. */
  record Limits(Duration statement, Duration idleTransaction) {
    static final Limits OF_AWS = new Limits(Duration.ofSeconds(45), Duration.ofMinutes(3));
  }

  DataApiOperations(Cluster cluster, SessionPool connections, Limits limits) {
    this.cluster = cluster;
    this.connections = connections;
    this.limits = limits;
    transactions = new Transactions(limits.idleTransaction());
  }

  Map<String, ?> executeStatement(DataApiRequest request) throws SQLException {
    allow(request, "sql", "parameters", "transactionId", "includeResultMetadata");
    var sql = NamedSql.parse(request.text("sql"));
    var parameters = new SqlParameters(request.list("parameters"));
    boolean metadata = request.flag("includeResultMetadata");
    return run(request, connection -> execute(connection, sql, parameters, metadata));
  }

  Map<String, ?> batchExecuteStatement(DataApiRequest request) throws SQLException {
    allow(request, "sql", "parameterSets", "transactionId");
    var sql = NamedSql.parse(request.text("sql"));
    List<SqlParameters> sets = new ArrayList<>();
    for (Object set : request.list("parameterSets")) {
      sets.add(new SqlParameters((List<?>) set));
    }
    return run(request, connection -> executeBatch(connection, sql, sets));
  }

  Map<String, ?> beginTransaction(DataApiRequest request) throws SQLException {
    allow(request);
    return Map.of("transactionId", transactions.begin(connections.take(target(request))));
  }

  Map<String, ?> commitTransaction(DataApiRequest request) throws SQLException {
    transactions.commit(transactionToEnd(request));
    return Map.of("transactionStatus", "Transaction Committed");
  }

  Map<String, ?> rollbackTransaction(DataApiRequest request) {
    transactions.rollback(transactionToEnd(request));
    return Map.of("transactionStatus", "Rollback Complete");
  }

  @Override
  public void close() {
    transactions.close();
    connections.close();
  }

  private <T> T run(DataApiRequest request, Transactions.Work<T> work) throws SQLException {
    var transaction = request.optional("transactionId");
    if (transaction.isPresent()) {
      cluster.login(request);
      return transactions.use(transaction.get(), work);
    }
    try (var lease = connections.take(target(request))) {
      return work.on(lease.connection());
    }
  }

  private String transactionToEnd(DataApiRequest request) {
    allow(request, "transactionId");
    cluster.login(request);
    return request.text("transactionId");
  }

  private SessionPool.Target target(DataApiRequest request) {
    return new SessionPool.Target(cluster.login(request), request.text("database"));
  }

  private static void allow(DataApiRequest request, String... more) {
    var names = new HashSet<>(CALL);
    names.addAll(List.of(more));
    request.allowing(names);
  }

  private Map<String, ?> execute(
      Connection connection, NamedSql sql, SqlParameters parameters, boolean metadata)
      throws SQLException {
    Map<String, Object> answer = new LinkedHashMap<>();
    try (PreparedStatement statement = prepare(connection, sql)) {
      parameters.bind(statement, sql.names());
      if (statement.execute()) {
        ResultSet rows = statement.getResultSet();
        if (metadata) {
          answer.put("columnMetadata", ResultWriter.metadata(rows.getMetaData()));
        }
        answer.put("numberOfRecordsUpdated", 0);
        answer.put("records", ResultWriter.records(rows));
      } else {
        answer.put("generatedFields", List.of());
        answer.put("numberOfRecordsUpdated", Math.max(0, statement.getUpdateCount()));
      }
    }
    return answer;
  }

  private Map<String, ?> executeBatch(Connection connection, NamedSql sql, List<SqlParameters> sets)
      throws SQLException {
    try (PreparedStatement statement = prepare(connection, sql)) {
      for (SqlParameters parameters : sets) {
        parameters.bind(statement, sql.names());
        statement.addBatch();
      }
      int done = statement.executeBatch().length;
      var result = Map.of("generatedFields", List.of());
      return Map.of("updateResults", Collections.nCopies(done, result));
    }
  }

  private PreparedStatement prepare(Connection connection, NamedSql sql) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql.sql());
    statement.setQueryTimeout((int) limits.statement().toSeconds());
    return statement;
  }
}
