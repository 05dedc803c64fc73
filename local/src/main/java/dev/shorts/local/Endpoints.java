package dev.shorts.local;

import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.lambda.Account;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where everything is.
 *
 * @param bucket of the exports
 * @param queues URLs by logical id
 * @param postgres a libpq URL of one who sees past row level security
 * @param schedules a URL for each that fires it now
 * @param wires where faults are switched, and calls are listed
 * @param logs a folder with a file for each function
 * @param environments the environment variables of each function, for whoever runs it elsewhere
 */
public record Endpoints(
    URI api,
    URI issuer,
    URI s3,
    String bucket,
    String videoBucket,
    URI sqs,
    Map<String, String> queues,
    URI rdsData,
    URI secrets,
    URI postgres,
    Map<String, URI> schedules,
    URI wires,
    Path logs,
    Map<String, Map<String, String>> environments) {

  /** To PostgreSQL, seeing past row level security; the caller closes it. */
  public Connection connect() throws SQLException {
    var login = postgres.getUserInfo().split(":", 2);
    var url =
        "jdbc:postgresql://%s:%d%s"
            .formatted(postgres.getHost(), postgres.getPort(), postgres.getPath());
    return DriverManager.getConnection(url, login[0], login[1]);
  }

  /** For programs that drive the system from outside. */
  public void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    JsonCodec.MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), asMap());
  }

  private Map<String, Object> asMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("api", api.toString());
    map.put("issuer", issuer.toString());
    map.put("s3", s3AsMap());
    var sqsAsMap = new LinkedHashMap<String, Object>();
    sqsAsMap.put("endpoint", sqs.toString());
    sqsAsMap.putAll(queues);
    map.put("sqs", sqsAsMap);
    map.put("rds_data", rdsDataAsMap());
    map.put("secrets_manager", Map.of("endpoint", secrets.toString()));
    map.put("postgres", postgres.toString());
    var schedulesAsMap = new LinkedHashMap<String, String>();
    schedules.forEach((name, url) -> schedulesAsMap.put(name, url.toString()));
    map.put("schedules", schedulesAsMap);
    map.put("wires", wires.toString());
    map.put("logs", logs.toString());
    map.put("environments", environments);
    return map;
  }

  private Map<String, String> s3AsMap() {
    var map = new LinkedHashMap<String, String>();
    map.put("endpoint", s3.toString());
    map.put("region", Account.REGION);
    map.put("access_key_id", Account.ACCESS_KEY_ID);
    map.put("secret_access_key", Account.SECRET_ACCESS_KEY);
    map.put("bucket", bucket);
    map.put("video_bucket", videoBucket);
    return map;
  }

  private Map<String, String> rdsDataAsMap() {
    var map = new LinkedHashMap<String, String>();
    map.put("endpoint", rdsData.toString());
    map.put("cluster_arn", LocalDatabaseNames.CLUSTER_ARN);
    map.put("owner_secret_arn", LocalDatabaseNames.OWNER_SECRET);
    map.put("database", LocalDatabaseNames.NAME);
    return map;
  }
}
