package dev.shorts.transcode;

import dev.shorts.aws.DataApi;
import dev.shorts.transcode.job.JobRepository;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.RequestOverrideConfiguration;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;
import software.amazon.awssdk.services.rdsdata.model.ColumnMetadata;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.rdsdata.model.ExecuteStatementResponse;
import software.amazon.awssdk.services.rdsdata.model.Field;

/** Answers each SQL function with a row that the test sets, and remembers what was asked. */
public final class ScriptedDatabase implements RdsDataClient {

  private static final Pattern FUNCTION = Pattern.compile("FROM (\\w+)_scene_export\\(");

  private final Map<String, Supplier<Map<String, Object>>> answers = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Duration> limits = new CopyOnWriteArrayList<>();

  /** One that agrees to everything a worker asks for. */
  static ScriptedDatabase agreeing(Supplier<Map<String, Object>> claimed) {
    return new ScriptedDatabase()
        .answer("claim", claimed)
        .answer("renew", Map.of("held", true))
        .answer("complete", Map.of("held", true))
        .answer("fail", Map.of("held", true))
        .answer("release", Map.of("outcome", "released"));
  }

  /**
   * @param function "claim" for {@code claim_scene_export}
   */
  public ScriptedDatabase answer(String function, Map<String, Object> row) {
    return answer(function, () -> row);
  }

  public ScriptedDatabase answer(String function, Supplier<Map<String, Object>> row) {
    answers.put(function, row);
    return this;
  }

  public JobRepository jobs() {
    return new JobRepository(new DataApi(this, new DataApi.Database("cluster", "secret", "name")));
  }

  /** As in "fail error_message=…": the function and what goes beyond id, token and lease. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** What statements were given another time than usual. */
  public List<Duration> limits() {
    return List.copyOf(limits);
  }

  @Override
  public ExecuteStatementResponse executeStatement(ExecuteStatementRequest request) {
    request
        .overrideConfiguration()
        .flatMap(RequestOverrideConfiguration::apiCallTimeout)
        .ifPresent(limits::add);
    var function = FUNCTION.matcher(request.sql());
    if (!function.find()) {
      throw new IllegalArgumentException(request.sql());
    }
    var line = new ArrayList<>(List.of(function.group(1)));
    request.parameters().stream()
        .filter(p -> !List.of("export_id", "claim_token", "lease_s").contains(p.name()))
        .map(parameter -> parameter.name() + "=" + value(parameter.value()))
        .forEach(line::add);
    asked.add(String.join(" ", line));
    var row = answers.get(function.group(1)).get();
    return ExecuteStatementResponse.builder()
        .columnMetadata(
            row.keySet().stream().map(it -> ColumnMetadata.builder().label(it).build()).toList())
        .records(List.of(row.values().stream().map(ScriptedDatabase::field).toList()))
        .build();
  }

  private static Object value(Field field) {
    return switch (field.type()) {
      case STRING_VALUE -> field.stringValue();
      case LONG_VALUE -> field.longValue();
      case DOUBLE_VALUE -> field.doubleValue();
      default -> null;
    };
  }

  private static Field field(Object value) {
    return switch (value) {
      case Boolean flag -> Field.fromBooleanValue(flag);
      case Number number -> Field.fromLongValue(number.longValue());
      default -> Field.fromStringValue(value.toString());
    };
  }

  @Override
  public String serviceName() {
    return "rdsdata";
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
