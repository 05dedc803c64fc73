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

/** Holds the addresses of a running local cloud, and what a program outside needs to use it. */
public record Endpoints(
    URI api,
    URI issuer,
    Buckets s3,
    Queues sqs,
    Database database,
    URI secrets,
    Controls controls) {

  /** S3 and the names of the buckets. */
  public record Buckets(URI url, String exports, String videos) {}

  /**
   * SQS and its queues.
   *
   * @param queues URLs by logical id
   */
  public record Queues(URI url, Map<String, String> queues) {}

  /**
   * The two ways into the database.
   *
   * @param postgres a libpq URL of a role that bypasses row level security
   */
  public record Database(URI dataApi, URI postgres) {}

  /**
   * Addresses and files for tests and tools, besides the AWS services.
   *
   * @param schedules a URL for each schedule that fires it now
   * @param faults the control server, which switches faults and lists calls
   * @param logs a folder with one file for each function
   * @param environments the environment variables of each function, to run it elsewhere
   */
  public record Controls(
      Map<String, URI> schedules,
      URI faults,
      Path logs,
      Map<String, Map<String, String>> environments) {}

  /** Connects to PostgreSQL as a role that bypasses row level security; the caller closes it. */
  public Connection connect() throws SQLException {
    var postgres = database.postgres();
    var login = postgres.getUserInfo().split(":", 2);
    var url =
        "jdbc:postgresql://%s:%d%s"
            .formatted(postgres.getHost(), postgres.getPort(), postgres.getPath());
    return DriverManager.getConnection(url, login[0], login[1]);
  }

  /** Writes {@code endpoints.json}, for programs that use the system from outside. */
  public void write(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    JsonCodec.MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), asMap());
  }

  private Map<String, Object> asMap() {
    var map = new LinkedHashMap<String, Object>();
    map.put("api", api.toString());
    map.put("issuer", issuer.toString());
    map.put("s3", s3AsMap());
    map.put("sqs", sqsAsMap());
    map.put("rds_data", rdsDataAsMap());
    map.put("secrets_manager", Map.of("endpoint", secrets.toString()));
    map.put("postgres", database.postgres().toString());
    map.put("schedules", schedulesAsMap());
    map.put("wires", controls.faults().toString());
    map.put("logs", controls.logs().toString());
    map.put("environments", controls.environments());
    return map;
  }

  private Map<String, String> sqsAsMap() {
    var map = new LinkedHashMap<String, String>();
    map.put("endpoint", sqs.url().toString());
    map.putAll(sqs.queues());
    return map;
  }

  private Map<String, String> schedulesAsMap() {
    var map = new LinkedHashMap<String, String>();
    controls.schedules().forEach((name, url) -> map.put(name, url.toString()));
    return map;
  }

  private Map<String, String> s3AsMap() {
    var map = new LinkedHashMap<String, String>();
    map.put("endpoint", s3.url().toString());
    map.put("region", Account.REGION);
    map.put("access_key_id", Account.ACCESS_KEY_ID);
    map.put("secret_access_key", Account.SECRET_ACCESS_KEY);
    map.put("bucket", s3.exports());
    map.put("video_bucket", s3.videos());
    return map;
  }

  private Map<String, String> rdsDataAsMap() {
    var map = new LinkedHashMap<String, String>();
    map.put("endpoint", database.dataApi().toString());
    map.put("cluster_arn", LocalDatabaseNames.CLUSTER_ARN);
    map.put("owner_secret_arn", LocalDatabaseNames.OWNER_SECRET);
    map.put("database", LocalDatabaseNames.NAME);
    return map;
  }
}
