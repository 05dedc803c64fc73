package dev.shorts.get;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

class DownloadLinkTest {

  private static final String KEY = "exports/a user/an+export.mp4";
  private static final AwsCredentials CREDENTIALS =
      AwsSessionCredentials.create("AKIDEXAMPLE", "secret", "session/token+==");

  @Test
  void isByteForByteWhatTheSdksOwnPresignerMakes() {
    var theirs = sdk(Optional.empty());

    assertThat(linkAt(signingTime(theirs), Optional.empty())).isEqualTo(theirs);
  }

  @Test
  void namesTheBucketInThePathAtAnotherEndpoint() {
    var endpoint = Optional.of(URI.create("http://127.0.0.1:9000"));
    var theirs = sdk(endpoint);

    assertThat(linkAt(signingTime(theirs), endpoint)).isEqualTo(theirs);
  }

  private static URI linkAt(Instant instant, Optional<URI> endpoint) {
    var clock = Clock.fixed(instant, ZoneOffset.UTC);
    return DownloadLink.forBucket("a-bucket", "eu-central-1", endpoint, () -> CREDENTIALS, clock)
        .to(KEY, "short-1.mp4", Duration.ofMinutes(50));
  }

  private static URI sdk(Optional<URI> endpoint) {
    var presigner =
        S3Presigner.builder()
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(StaticCredentialsProvider.create(CREDENTIALS))
            .serviceConfiguration(
                S3Configuration.builder().pathStyleAccessEnabled(endpoint.isPresent()).build());
    endpoint.ifPresent(presigner::endpointOverride);
    try (var open = presigner.build()) {
      return URI.create(
          open.presignGetObject(
                  presign ->
                      presign
                          .signatureDuration(Duration.ofMinutes(50))
                          .getObjectRequest(
                              get ->
                                  get.bucket("a-bucket")
                                      .key(KEY)
                                      .responseContentDisposition(
                                          "attachment; filename=\"short-1.mp4\"")))
              .url()
              .toString());
    }
  }

  /** The SDK's presigner has no clock of its own to set. */
  private static Instant signingTime(URI url) {
    return Instant.parse(
        parameter(url, "X-Amz-Date")
            .replaceFirst(
                "(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)Z", "$1-$2-$3T$4:$5:$6Z"));
  }

  private static String parameter(URI url, String name) {
    return url.getRawQuery().replaceFirst("(?s).*\\b" + name + "=([^&]*).*", "$1");
  }
}
