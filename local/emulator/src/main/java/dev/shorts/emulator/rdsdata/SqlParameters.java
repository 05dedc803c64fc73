package dev.shorts.emulator.rdsdata;

import static java.util.stream.Collectors.toMap;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.postgresql.util.PGobject;

/** Binds the parameters of a statement with the types that AWS gives them. */
final class SqlParameters {

  /**
   * The types of PostgreSQL for the type hints of a string.
   *
   * <p>https://docs.aws.amazon.com/rdsdataservice/latest/APIReference/API_SqlParameter.html
   */
  private static final Map<String, String> HINTED =
      Map.of(
          "DATE", "date",
          "DECIMAL", "numeric",
          "JSON", "json",
          "TIME", "time",
          "TIMESTAMP", "timestamp",
          "UUID", "uuid");

  /** The formats that AWS accepts, which are stricter than those of PostgreSQL. */
  private static final Map<String, Pattern> FORMATS =
      Map.of(
          "DATE", Pattern.compile("\\d{4}-\\d\\d-\\d\\d"),
          "TIME", Pattern.compile("\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?"),
          "TIMESTAMP", Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?"));

  private final Map<String, DataApiRequest> byName;

  SqlParameters(List<?> parameters) {
    byName =
        parameters.stream()
            .map(DataApiRequest::object)
            .collect(toMap(parameter -> parameter.text("name"), parameter -> parameter));
  }

  /** Binds each occurrence of a name separately: PostgreSQL may infer different types for them. */
  void bind(PreparedStatement statement, List<String> names) throws SQLException {
    for (int i = 0; i < names.size(); i++) {
      DataApiRequest parameter = byName.get(names.get(i));
      if (parameter == null) {
        throw DataApiError.badRequest("Cannot find parameter: " + names.get(i));
      }
      bind(statement, i + 1, parameter);
    }
  }

  private static void bind(PreparedStatement statement, int index, DataApiRequest parameter)
      throws SQLException {
    String hint = parameter.optional("typeHint").orElse("");
    var value = DataApiRequest.object(parameter.members().get("value")).members().entrySet();
    if (value.size() != 1) {
      throw DataApiError.badRequest(
          "%s has no value, or several".formatted(parameter.text("name")));
    }
    var field = value.iterator().next();
    switch (field.getKey()) {
      case "isNull" -> bindNull(statement, index, hint);
      case "stringValue" -> statement.setObject(index, text(hint, (String) field.getValue()));
      case "longValue" -> statement.setLong(index, ((Number) field.getValue()).longValue());
      case "doubleValue" -> statement.setDouble(index, ((Number) field.getValue()).doubleValue());
      case "booleanValue" -> statement.setBoolean(index, (Boolean) field.getValue());
      case "blobValue" ->
          statement.setBytes(index, Base64.getDecoder().decode((String) field.getValue()));
      case "arrayValue" -> throw DataApiError.badRequest("Array parameters are not supported.");
      case String other -> throw DataApiError.badRequest("A value can't be " + other);
    }
  }

  private static void bindNull(PreparedStatement statement, int index, String hint)
      throws SQLException {
    if (hint.isEmpty()) {
      statement.setNull(index, Types.NULL);
    } else {
      statement.setObject(index, typed(hint, null));
    }
  }

  /**
   * A string as the type of its hint; without one text, which uuid, json or timestamp columns
   * refuse.
   */
  private static PGobject text(String hint, String value) throws SQLException {
    if (FORMATS.containsKey(hint) && !FORMATS.get(hint).matcher(value).matches()) {
      throw DataApiError.badRequest("%s is no %s".formatted(value, hint));
    }
    return typed(hint, value);
  }

  private static PGobject typed(String hint, String value) throws SQLException {
    if (!hint.isEmpty() && !HINTED.containsKey(hint)) {
      throw DataApiError.badRequest("%s is no type hint".formatted(hint));
    }
    var object = new PGobject();
    object.setType(HINTED.getOrDefault(hint, "text"));
    object.setValue(value);
    return object;
  }
}
