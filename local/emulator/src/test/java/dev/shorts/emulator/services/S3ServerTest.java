package dev.shorts.emulator.services;

import static dev.shorts.emulator.services.TestStore.assertStatus;
import static org.assertj.core.api.Assertions.assertThat;
import static software.amazon.awssdk.core.sync.RequestBody.fromBytes;
import static software.amazon.awssdk.core.sync.RequestBody.fromString;

import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Object;

class S3ServerTest {

  @TempDir static Path folder;
  private static TestStore store;

  @BeforeAll
  static void start() throws Exception {
    store = new TestStore(folder);
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  @Test
  void objectsAndMetadataAreStored() {
    var put =
        store
            .client()
            .putObject(
                b -> b.bucket("exports").key("exports/u/e.mp4").contentType("video/mp4"),
                fromString("0123456789"));

    var head = store.client().headObject(b -> b.bucket("exports").key("exports/u/e.mp4"));
    assertThat(head.contentLength()).isEqualTo(10);
    assertThat(head.contentType()).isEqualTo("video/mp4");
    assertThat(head.eTag()).isEqualTo(put.eTag());

    var range =
        store
            .client()
            .getObjectAsBytes(
                b ->
                    b.bucket("exports")
                        .key("exports/u/e.mp4")
                        .range("bytes=2-4")
                        .ifMatch(put.eTag()));
    assertThat(range.asUtf8String()).isEqualTo("234");
    assertThat(range.response().contentRange()).isEqualTo("bytes 2-4/10");
    assertThat(
            store
                .client()
                .getObjectAsBytes(
                    b -> b.bucket("exports").key("exports/u/e.mp4").range("bytes=8-20"))
                .asUtf8String())
        .isEqualTo("89");
    assertThat(
            store.client().listBuckets().buckets().stream().map(bucket -> bucket.name()).toList())
        .containsExactlyInAnyOrder("sources", "exports");
  }

  @Test
  void answersWithTheStatusOfS3() {
    store.client().putObject(b -> b.bucket("exports").key("there"), fromString("x"));

    assertStatus(404, () -> store.client().headObject(b -> b.bucket("exports").key("gone")));
    assertStatus(404, () -> store.client().getObject(b -> b.bucket("exports").key("gone")));
    assertStatus(404, () -> store.client().getObject(b -> b.bucket("nowhere").key("gone")));
    assertStatus(
        412,
        () -> store.client().getObject(b -> b.bucket("exports").key("there").ifMatch("\"other\"")));
    assertStatus(
        416,
        () -> store.client().getObject(b -> b.bucket("exports").key("there").range("bytes=9-")));
  }

  @Test
  void objectsAreListedAndDeleted() {
    IntStream.range(0, 3).forEach(i -> store.put("list/" + i, "x", _ -> {}));

    var page = store.client().listObjectsV2(b -> b.bucket("exports").prefix("list/").maxKeys(2));
    assertThat(page.contents()).extracting(S3Object::key).containsExactly("list/0", "list/1");
    assertThat(page.isTruncated()).isTrue();

    store.client().deleteObject(b -> b.bucket("exports").key("list/0"));
    store.client().deleteObject(b -> b.bucket("exports").key("list/0"));
    var others =
        Stream.of("list/1", "x").map(key -> ObjectIdentifier.builder().key(key).build()).toList();
    store.client().deleteObjects(b -> b.bucket("exports").delete(d -> d.objects(others)));
    assertThat(store.client().listObjectsV2(b -> b.bucket("exports").prefix("list/")).contents())
        .extracting(S3Object::key)
        .containsExactly("list/2");
  }

  @Test
  void multipartUploadsAreSupported() {
    String id =
        store.client().createMultipartUpload(b -> b.bucket("exports").key("parts")).uploadId();
    String eTag =
        store
            .client()
            .uploadPart(
                b -> b.bucket("exports").key("parts").uploadId(id).partNumber(1),
                fromBytes(new byte[5 << 20]))
            .eTag();
    store
        .client()
        .completeMultipartUpload(
            b ->
                b.bucket("exports")
                    .key("parts")
                    .uploadId(id)
                    .multipartUpload(
                        m -> m.parts(CompletedPart.builder().partNumber(1).eTag(eTag).build())));
    assertThat(store.client().headObject(b -> b.bucket("exports").key("parts")).contentLength())
        .isEqualTo(5 << 20);

    String left =
        store.client().createMultipartUpload(b -> b.bucket("exports").key("left")).uploadId();
    assertThat(store.client().listMultipartUploads(b -> b.bucket("exports")).uploads()).hasSize(1);
    store.client().abortMultipartUpload(b -> b.bucket("exports").key("left").uploadId(left));
    assertThat(store.client().listMultipartUploads(b -> b.bucket("exports")).uploads()).isEmpty();
  }
}
