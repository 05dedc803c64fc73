package dev.shorts.emulator.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.core.sync.RequestBody.fromString;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A store for tests and a client of it. */
final class TestStore implements AutoCloseable {

  private static final S3Server.Credentials CREDENTIALS =
      new S3Server.Credentials("local", "secret");
  private static final S3Configuration PATH_STYLE =
      S3Configuration.builder().pathStyleAccessEnabled(true).build();

  private final S3Server store;
  private final S3Client client;

  TestStore(Path folder) throws Exception {
    store =
        new S3Server(
            new InetSocketAddress("127.0.0.1", 0),
            folder.resolve("s3"),
            CREDENTIALS,
            List.of("sources", "exports"));
    client = client("secret");
  }

  URI url() {
    return store.url();
  }

  S3Client client() {
    return client;
  }

  /** Of someone who believes that this is the secret. */
  S3Client client(String secret) {
    return S3Client.builder()
        .region(Region.US_EAST_1)
        .endpointOverride(store.url())
        .serviceConfiguration(PATH_STYLE)
        .credentialsProvider(credentials(secret))
        .build();
  }

  PutObjectResponse put(String key, String body, Consumer<PutObjectRequest.Builder> more) {
    return client.putObject(
        b -> b.bucket("exports").key(key).applyMutation(more), fromString(body));
  }

  String read(String key) {
    return client.getObjectAsBytes(b -> b.bucket("exports").key(key)).asUtf8String();
  }

  static void assertStatus(int status, ThrowingCallable call) {
    assertThatThrownBy(call)
        .extracting(e -> e instanceof S3Exception s3 ? s3 : e.getCause())
        .isInstanceOfSatisfying(
            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(status));
  }

  @Override
  public void close() {
    client.close();
    store.close();
  }

  private static StaticCredentialsProvider credentials(String secret) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", secret));
  }
}
