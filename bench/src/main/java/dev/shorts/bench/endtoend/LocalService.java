package dev.shorts.bench.endtoend;

import dev.shorts.local.Endpoints;
import dev.shorts.local.LocalCloud;
import dev.shorts.local.LocalCloudSettings;
import dev.shorts.local.command.ApiClient;
import dev.shorts.local.command.PresignedUpload;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Starts the whole system as {@code make local} does. */
public final class LocalService implements AutoCloseable {

  private static final String SCENE =
      """
      with someone as (insert into auth.users (id) values (?) returning id),
           video as (insert into videos (id, owner_id, storage_path)
                     select gen_random_uuid(), id, ? from someone returning id)
      insert into scenes (id, video_id, start_s, end_s) select ?, id, ?, ? from video
      """;

  private static final int BETWEEN_LOOKS = 20;

  /** Longer than a function may take. */
  private static final Duration PATIENCE = Duration.ofMinutes(16);

  private final InstantSource clock = InstantSource.system();
  private final LocalCloud cloud;
  private final Endpoints endpoints;
  private Optional<EncodeCommand> encode = Optional.empty();

  /**
   * @param project its root
   */
  public LocalService(Path project) throws Exception {
    cloud = new LocalCloud(LocalCloudSettings.of(project), System.out::println);
    endpoints = cloud.start();
  }

  public void upload(SourceVideo video) throws Exception {
    new ApiClient(endpoints, UUID.randomUUID().toString())
        .upload(PresignedUpload.to(endpoints, video.key()), BodyPublishers.ofFile(video.file()));
  }

  /**
   * A short, from the POST until the transcoder has it completed. Its log is what is watched: to
   * ask the API again and again would take processor time from FFmpeg.
   */
  public ShortRun make(BenchScene scene) throws Exception {
    var user = UUID.randomUUID();
    var id = UUID.randomUUID();
    insert(scene, user, id);
    var client = new ApiClient(endpoints, user.toString());
    encode = Optional.empty();
    var sent = clock.instant();
    var export = (String) client.create(id.toString(), Map.of()).get("export_id");
    var accepted = clock.instant();
    var run = ending(export).from(sent, accepted);
    if (!"completed".equals(client.export(export).get("status"))) {
      throw new IllegalStateException("the API doesn't know of the end of " + export);
    }
    return run;
  }

  /** The encode of the last short. */
  public EncodeCommand encode() {
    return encode.orElseThrow(() -> new IllegalStateException("FFmpeg was not seen"));
  }

  private EndedEvent ending(String export) throws Exception {
    var log = endpoints.controls().logs().resolve("TranscodeFunction.log");
    var deadline = clock.instant().plus(PATIENCE);
    while (clock.instant().isBefore(deadline)) {
      if (encode.isEmpty()) {
        encode = EncodeCommand.running();
      }
      var ending = EndedEvent.of(export, Files.readAllLines(log));
      if (ending.isPresent()) {
        return ending.get();
      }
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS);
    }
    throw new IllegalStateException("the transcoder said nothing of the end of " + export);
  }

  private void insert(BenchScene scene, UUID user, UUID id) throws SQLException {
    try (var connection = endpoints.connect();
        var insert = connection.prepareStatement(SCENE)) {
      insert.setObject(1, user);
      insert.setString(2, scene.video().key());
      insert.setObject(3, id);
      insert.setInt(4, scene.from());
      insert.setInt(5, scene.to());
      insert.executeUpdate();
    }
  }

  @Override
  public void close() {
    cloud.close();
  }
}
