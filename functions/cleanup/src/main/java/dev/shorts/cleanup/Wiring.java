package dev.shorts.cleanup;

import dev.shorts.aws.CallTimeout;
import dev.shorts.aws.DataApi;
import dev.shorts.aws.FunctionEnvironment;
import dev.shorts.aws.HttpClient;
import dev.shorts.aws.TranscodeQueue;
import java.time.Duration;
import java.time.InstantSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Builds the objects of this function. */
record Wiring(ExpireExports expireExports, OrphanedFiles orphanedFiles, SweepExports sweepExports) {

  /** The same as the database's. All calls read or delete, so they are safe to repeat. */
  static final CallTimeout TIME = new CallTimeout(Duration.ofSeconds(20), Duration.ofSeconds(10));

  static Wiring of(FunctionEnvironment environment) {
    var http = HttpClient.create();
    var exports = new CleanupRepository(DataApi.connect(http, environment));
    var s3 = S3Client.builder().httpClient(http).overrideConfiguration(TIME).build();
    var sqs = SqsClient.builder().httpClient(http).overrideConfiguration(TIME).build();
    var files = new FileStore(s3, environment.get("EXPORT_BUCKET"));
    return new Wiring(
        new ExpireExports(exports, files),
        new OrphanedFiles(files, InstantSource.system()),
        new SweepExports(
            exports,
            TranscodeQueue.connect(http, environment),
            new QueueDepth(sqs, environment.get("TRANSCODE_QUEUE_URL")),
            new DeadLetters(sqs, environment.get("DEAD_LETTER_QUEUE_URL")),
            environment.seconds("MAX_PENDING_S")));
  }
}
