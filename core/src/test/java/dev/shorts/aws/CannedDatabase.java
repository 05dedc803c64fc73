package dev.shorts.aws;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.RequestOverrideConfiguration;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.Field;
import software.amazon.awssdk.services.rdsdata.model.SqlParameter;

/** A Data API that gives the answers it was given, in their order, and keeps what was asked. */
public final class CannedDatabase implements RdsDataClient {

  private final Deque<Supplier<ExecuteStatementResponse>> answers = new ArrayDeque<>();
  private final List<Asked> asked = new ArrayList<>();
  private final List<Duration> limits = new ArrayList<>();

  /**
   * A statement.
   *
   * @param function the SQL function that it calls
   * @param parameters values by name; a missing one is null
   */
  public record Asked(String function, Map<String, Object> parameters) {}

  public DataApi api() {
    return new DataApi(this, new DataApi.Database("cluster", "secret", "shorts"));
  }

  public CannedDatabase answers(CannedRow... rows) {
    answers.add(() -> CannedRow.answer(rows));
    return this;
  }

  public CannedDatabase fails(RuntimeException failure) {
    answers.add(
        () -> {
          throw failure;
        });
    return this;
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** What statements were given less time than usual. */
  public List<Duration> limits() {
    return List.copyOf(limits);
  }

  @Override
  public ExecuteStatementResponse executeStatement(ExecuteStatementRequest request) {
    request
        .overrideConfiguration()
        .flatMap(RequestOverrideConfiguration::apiCallTimeout)
        .ifPresent(limits::add);
    asked.add(new Asked(function(request.sql()), parameters(request)));
    if (answers.isEmpty()) {
      throw new AssertionError("nothing was to be asked of the database: " + asked.getLast());
    }
    return answers.remove().get();
  }

  @Override
  public String serviceName() {
    return RdsDataClient.SERVICE_NAME;
  }

  @Override
  public void close() {}

  private static String function(String sql) {
    return sql.strip().replaceFirst("(?s)select \\* from (\\w+)\\(.*", "$1");
  }

  private static Map<String, Object> parameters(ExecuteStatementRequest request) {
    var values = new LinkedHashMap<String, Object>();
    for (SqlParameter parameter : request.parameters()) {
      values.put(parameter.name(), value(parameter.value()));
    }
    return values;
  }

  private static Object value(Field field) {
    return switch (field.type()) {
      case STRING_VALUE -> field.stringValue();
      case LONG_VALUE -> field.longValue();
      case DOUBLE_VALUE -> field.doubleValue();
      case BOOLEAN_VALUE -> field.booleanValue();
      case IS_NULL -> null;
      default -> throw new IllegalArgumentException("no parameter of ours is a " + field.type());
    };
  }
}
