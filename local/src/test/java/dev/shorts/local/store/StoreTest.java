package dev.shorts.local.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.core.sync.RequestBody.fromBytes;
import static software.amazon.awssdk.core.sync.RequestBody.fromString;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

class StoreTest {

  private static final Store.Credentials CREDENTIALS = new Store.Credentials("local", "secret");
  private static final S3Configuration PATH_STYLE =
      S3Configuration.builder().pathStyleAccessEnabled(true).build();

  @TempDir static Path folder;
  private static Store store;
  private static S3Client client;
  private static HttpClient browser;

  @BeforeAll
  static void start() throws Exception {
    store =
        new Store(
            new InetSocketAddress("127.0.0.1", 0),
            folder.resolve("s3"),
            CREDENTIALS,
            List.of("sources", "exports"));
    client = client("secret");
    browser = HttpClient.newHttpClient();
  }

  @AfterAll
  static void stop() {
    browser.close();
    client.close();
    store.close();
  }

  @Test
  void keepsObjectsAndTheirMetadata() {
    var put =
        client.putObject(
            b -> b.bucket("exports").key("exports/u/e.mp4").contentType("video/mp4"),
            fromString("0123456789"));

    var head = client.headObject(b -> b.bucket("exports").key("exports/u/e.mp4"));
    assertThat(head.contentLength()).isEqualTo(10);
    assertThat(head.contentType()).isEqualTo("video/mp4");
    assertThat(head.eTag()).isEqualTo(put.eTag());

    var range =
        client.getObjectAsBytes(
            b -> b.bucket("exports").key("exports/u/e.mp4").range("bytes=2-4").ifMatch(put.eTag()));
    assertThat(range.asUtf8String()).isEqualTo("234");
    assertThat(range.response().contentRange()).isEqualTo("bytes 2-4/10");
    assertThat(
            client
                .getObjectAsBytes(
                    b -> b.bucket("exports").key("exports/u/e.mp4").range("bytes=8-20"))
                .asUtf8String())
        .isEqualTo("89");
    assertThat(client.listBuckets().buckets().stream().map(bucket -> bucket.name()).toList())
        .containsExactlyInAnyOrder("sources", "exports");
  }

  @Test
  void answersWithTheStatusOfS3() {
    client.putObject(b -> b.bucket("exports").key("there"), fromString("x"));

    assertStatus(404, () -> client.headObject(b -> b.bucket("exports").key("gone")));
    assertStatus(404, () -> client.getObject(b -> b.bucket("exports").key("gone")));
    assertStatus(404, () -> client.getObject(b -> b.bucket("nowhere").key("gone")));
    assertStatus(
        412, () -> client.getObject(b -> b.bucket("exports").key("there").ifMatch("\"other\"")));
    assertStatus(
        416, () -> client.getObject(b -> b.bucket("exports").key("there").range("bytes=9-")));
  }

  @Test
  void writesOnCondition() {
    String first = put("once", "first", b -> b.ifNoneMatch("*")).eTag();
    assertStatus(412, () -> put("once", "second", b -> b.ifNoneMatch("*")));
    assertStatus(412, () -> put("once", "second", b -> b.ifMatch("\"other\"")));
    assertStatus(404, () -> put("never", "second", b -> b.ifMatch(first)));

    put("once", "second", b -> b.ifMatch(first));
    assertThat(read("once")).isEqualTo("second");
  }

  @Test
  void oneOfManyWins() throws Exception {
    assertThat(race(i -> put("race", "writer " + i, b -> b.ifNoneMatch("*")))).isEqualTo(1);
  }

  @Test
  void whoIsOvertakenWhileSendingLoses() throws Exception {
    String before = put("slow", "before", _ -> {}).eTag();
    var sending = new CountDownLatch(1);
    var overtaken = new CountDownLatch(1);
    var slow =
        new InputStream() {
          private final InputStream bytes = new ByteArrayInputStream("stale".getBytes(UTF_8));

          @Override
          public int read() throws IOException {
            sending.countDown();
            try {
              overtaken.await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            return bytes.read();
          }
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var stale =
          threads.submit(
              () ->
                  client.putObject(
                      b -> b.bucket("exports").key("slow").ifMatch(before),
                      RequestBody.fromInputStream(slow, 5)));
      sending.await();
      put("slow", "successor", b -> b.ifMatch(before));
      overtaken.countDown();
      assertStatus(412, stale::get);
    }
    assertThat(read("slow")).isEqualTo("successor");
  }

  @Test
  void listsAndDeletes() {
    IntStream.range(0, 3).forEach(i -> put("list/" + i, "x", _ -> {}));

    var page = client.listObjectsV2(b -> b.bucket("exports").prefix("list/").maxKeys(2));
    assertThat(page.contents()).extracting(S3Object::key).containsExactly("list/0", "list/1");
    assertThat(page.isTruncated()).isTrue();

    client.deleteObject(b -> b.bucket("exports").key("list/0"));
    client.deleteObject(b -> b.bucket("exports").key("list/0"));
    var others =
        Stream.of("list/1", "x").map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    client.deleteObjects(b -> b.bucket("exports").delete(d -> d.objects(others)));
    assertThat(client.listObjectsV2(b -> b.bucket("exports").prefix("list/")).contents())
        .extracting(S3Object::key)
        .containsExactly("list/2");
  }

  @Test
  void knowsUploadsInParts() {
    String id = client.createMultipartUpload(b -> b.bucket("exports").key("parts")).uploadId();
    String eTag =
        client
            .uploadPart(
                b -> b.bucket("exports").key("parts").uploadId(id).partNumber(1),
                fromBytes(new byte[5 << 20]))
            .eTag();
    client.completeMultipartUpload(
        b ->
            b.bucket("exports")
                .key("parts")
                .uploadId(id)
                .multipartUpload(
                    m -> m.parts(CompletedPart.builder().partNumber(1).eTag(eTag).build())));
    assertThat(client.headObject(b -> b.bucket("exports").key("parts")).contentLength())
        .isEqualTo(5 << 20);

    String left = client.createMultipartUpload(b -> b.bucket("exports").key("left")).uploadId();
    assertThat(client.listMultipartUploads(b -> b.bucket("exports")).uploads()).hasSize(1);
    client.abortMultipartUpload(b -> b.bucket("exports").key("left").uploadId(left));
    assertThat(client.listMultipartUploads(b -> b.bucket("exports")).uploads()).isEmpty();
  }

  @Test
  void aPresignedUrlNamesTheFileAndEnds() throws Exception {
    put("short", "bytes", _ -> {});

    var answer = open(presign(Clock.systemUTC()));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("bytes");
    assertThat(answer.headers().firstValue("content-disposition"))
        .hasValue("attachment; filename=\"short.mp4\"");

    var anHourAgo = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
    assertThat(open(presign(anHourAgo)).statusCode()).isEqualTo(403);
    var forged = URI.create(presign(Clock.systemUTC()).toString().replace("/short", "/once"));
    assertThat(open(forged).statusCode()).isEqualTo(403);
  }

  @Test
  void asksForTheRightCredentials() throws Exception {
    try (var stranger = client("guess")) {
      assertStatus(403, () -> stranger.getObject(b -> b.bucket("exports").key("race")));
    }
    assertThat(open(URI.create(store.url() + "/exports/race")).statusCode()).isEqualTo(403);
  }

  private static S3Client client(String secret) {
    return S3Client.builder()
        .region(Region.US_EAST_1)
        .endpointOverride(store.url())
        .serviceConfiguration(PATH_STYLE)
        .credentialsProvider(credentials(secret))
        .build();
  }

  private static StaticCredentialsProvider credentials(String secret) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create("local", secret));
  }

  private static PutObjectResponse put(
      String key, String body, Consumer<PutObjectRequest.Builder> more) {
    return client.putObject(
        b -> b.bucket("exports").key(key).applyMutation(more), fromString(body));
  }

  private static String read(String key) {
    return client.getObjectAsBytes(b -> b.bucket("exports").key(key)).asUtf8String();
  }

  /** How many of ten succeed; the others get 412. */
  private static long race(IntFunction<PutObjectResponse> writer) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writers =
          IntStream.range(0, 10)
              .<Callable<Boolean>>mapToObj(i -> () -> succeeds(() -> writer.apply(i)))
              .toList();
      long winners = 0;
      for (var won : threads.invokeAll(writers)) {
        winners += won.get() ? 1 : 0;
      }
      return winners;
    }
  }

  private static boolean succeeds(Runnable write) {
    try {
      write.run();
      return true;
    } catch (S3Exception e) {
      assertThat(e.statusCode()).isEqualTo(412);
      return false;
    }
  }

  private static URI presign(Clock clock) {
    var request =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(URI.create(store.url() + "/exports/short"))
            .putRawQueryParameter(
                "response-content-disposition", "attachment; filename=\"short.mp4\"")
            .build();
    return AwsV4HttpSigner.create()
        .sign(
            b ->
                b.identity(AwsBasicCredentials.create("local", "secret"))
                    .request(request)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                    .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofMinutes(5))
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                    .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, clock))
        .request()
        .getUri();
  }

  private static HttpResponse<String> open(URI uri) throws Exception {
    return browser.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  private static void assertStatus(int status, ThrowingCallable call) {
    assertThatThrownBy(call)
        .extracting(e -> e instanceof S3Exception s3 ? s3 : e.getCause())
        .isInstanceOfSatisfying(
            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(status));
  }
}
