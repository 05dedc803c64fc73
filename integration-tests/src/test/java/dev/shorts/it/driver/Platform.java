package dev.shorts.it.driver;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import dev.shorts.it.http.OpenApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/**
 * The video platform around the service: it has users, videos and scenes, and can look at
 * everything.
 */
public final class Platform {

  private final Endpoints endpoints;
  private final OpenApi openApi;
  private final Bucket videos;
  private final Bucket bucket;
  private final SuperuserDatabase database;

  public Platform(Endpoints endpoints, OpenApi openApi) {
    this.endpoints = endpoints;
    this.openApi = openApi;
    this.videos = Bucket.ofVideos(endpoints);
    this.bucket = Bucket.ofExports(endpoints);
    this.database = new SuperuserDatabase(endpoints.url("postgres"));
  }

  public User newUser() {
    var id = UUID.randomUUID();
    sql("insert into auth.users (id) values (?::uuid)", id);
    return User.withToken(endpoints, openApi, id, id.toString());
  }

  /** Somebody whose token is fine but for its subject. */
  public User newUserWhoseTokenSays(String sub) {
    return User.withToken(endpoints, openApi, UUID.randomUUID(), sub);
  }

  /** A token of the local issuer, with {@code claims} (JSON) instead of the usual ones. */
  public String token(User user, String claims) {
    return User.token(endpoints, user.id().toString(), claims);
  }

  /** The key by which the local issuer's tokens are checked: what everybody may know of it. */
  public RSAKey publicKey() {
    try {
      return JWKSet.load(URI.create(endpoints.text("issuer") + "/.well-known/jwks.json").toURL())
          .getKeys()
          .getFirst()
          .toRSAKey();
    } catch (IOException | ParseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Uploads {@code file} as a video of {@code owner}. */
  public UUID video(User owner, Path file) {
    var key = "videos/%s/%s/%s".formatted(owner.id(), UUID.randomUUID(), file.getFileName());
    videos.put(key, file);
    return videoAt(owner, key);
  }

  /** A video whose file is at {@code key}, or should be. */
  public UUID videoAt(User owner, String key) {
    var id = UUID.randomUUID();
    sql(
        "insert into videos (id, owner_id, storage_path) values (?::uuid, ?::uuid, ?)",
        id,
        owner.id(),
        key);
    return id;
  }

  /**
   * @param from and {@code to}: seconds, as SQL numbers
   */
  public UUID scene(UUID video, String from, String to) {
    var id = UUID.randomUUID();
    sql(
        "insert into scenes (id, video_id, start_s, end_s) values (?::uuid, ?::uuid, ?::numeric,"
            + " ?::numeric)",
        id,
        video,
        from,
        to);
    return id;
  }

  /** A scene of a video that nobody has uploaded: good for everything up to the transcode. */
  public UUID sceneWithoutVideo(User owner, String from, String to) {
    return scene(videoAt(owner, "videos/missing.mp4"), from, to);
  }

  /** Runs one statement as the owner of the database; the rows' first columns, if it has any. */
  public List<String> sql(String statement, Object... values) {
    return database.sql(statement, values);
  }

  public SuperuserDatabase database() {
    return database;
  }

  /** Runs a schedule of the template now, as EventBridge would when its time has come. */
  public void fire(String schedule) {
    var answer =
        User.send(
            HttpRequest.newBuilder(endpoints.url("schedules", schedule))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException(schedule + " answered " + answer.shown());
    }
  }

  /** What a function has written to its log so far. */
  public List<String> log(String function) {
    try {
      return Files.readAllLines(Path.of(endpoints.text("logs"), function + ".log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a file of the exports' bucket older, which S3 can't: its store is a folder here. */
  public void age(String key, Duration by) {
    var buckets = Path.of(endpoints.text("logs")).resolveSibling("store/buckets");
    var file = buckets.resolve(bucket.name()).resolve(key);
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(by)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Switches for faults, and what was called. */
  public FaultControl wires() {
    return new FaultControl(endpoints.url("wires"));
  }

  public Bucket bucket() {
    return bucket;
  }

  public Bucket videos() {
    return videos;
  }

  public Queues queues() {
    return new Queues(endpoints);
  }

  /** The size in bytes of a file in the export bucket; empty if there is none. */
  public Optional<Long> exportedFile(String key) {
    return bucket.head(key).map(HeadObjectResponse::contentLength);
  }
}
