package dev.shorts.transcode;

import dev.shorts.aws.DataApi;
import dev.shorts.aws.Environment;
import dev.shorts.aws.HttpClient;
import dev.shorts.transcode.ffmpeg.Binaries;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.UUID;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Builds the object graph of this function: the one place that says {@code new} about
 * collaborators.
 */
final class Wiring {

  private Wiring() {}

  static Transcode transcode() {
    var environment = Environment.ofThisFunction();
    var http = HttpClient.create();
    var s3 = S3Client.builder().httpClient(http).build();
    return new Transcode(
        new JobTable(DataApi.connect(http, environment)),
        s3,
        environment.get("SOURCE_BUCKET"),
        new ShortStore(s3, environment.get("EXPORT_BUCKET")),
        Binaries.on(
            environment.get("PATH"),
            Integer.parseInt(environment.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"))),
        Path.of(System.getProperty("java.io.tmpdir"), "transcode"),
        Runtime.getRuntime().availableProcessors(),
        InstantSource.system(),
        UUID::randomUUID);
  }
}
