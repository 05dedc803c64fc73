package dev.shorts.transcode;

import dev.shorts.aws.DataApi;
import dev.shorts.aws.FunctionEnvironment;
import dev.shorts.aws.HttpClient;
import dev.shorts.transcode.encode.Encoder;
import dev.shorts.transcode.ffmpeg.Binaries;
import dev.shorts.transcode.job.JobRepository;
import dev.shorts.transcode.job.LeaseTimes;
import dev.shorts.transcode.plan.CpuBudget;
import dev.shorts.transcode.plan.Planner;
import dev.shorts.transcode.source.SourceBucket;
import dev.shorts.transcode.verify.Verifier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;

/** Builds the object graph of this function; no other class creates collaborators. */
final class Wiring {

  private Wiring() {}

  static Transcode transcode(FunctionEnvironment environment) {
    var http = HttpClient.create();
    // source/Retries retries reads of sources; the SDK's own retries would multiply with those.
    var sources =
        S3Client.builder()
            .httpClient(http)
            .overrideConfiguration(
                client ->
                    client
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .apiCallAttemptTimeout(Duration.ofSeconds(16)))
            .build();
    int memory = Integer.parseInt(environment.get("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"));
    var binaries = Binaries.on(environment.get("PATH"), memory);
    var cpu = CpuBudget.of(memory, Runtime.getRuntime().availableProcessors());
    var maker =
        new ShortMaker(
            new SourceBucket(sources, environment.get("SOURCE_BUCKET")),
            new SceneEncoder(new Planner(binaries.ffprobe()), new Encoder(binaries.ffmpeg(), cpu)),
            new Verifier(binaries.ffprobe()),
            Path.of(System.getProperty("java.io.tmpdir"), "transcode"));
    return new Transcode(
        new JobRepository(DataApi.connect(http, environment)),
        LeaseTimes.of(environment),
        maker,
        ShortStore.connect(http, environment),
        InstantSource.system(),
        UUID::randomUUID);
  }
}
