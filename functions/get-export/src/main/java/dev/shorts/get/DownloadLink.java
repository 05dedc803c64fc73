package dev.shorts.get;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Presigns URLs of files in a bucket, with the SDK's signer alone: the S3 module would add some 350
 * ms to every cold start. A URL is not valid for longer than the credentials that signed it.
 */
final class DownloadLink {

  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final Supplier<? extends AwsCredentials> credentials;
  private final String region;
  private final URI bucket;
  private final Clock clock;

  private DownloadLink(
      Supplier<? extends AwsCredentials> credentials, String region, URI bucket, Clock clock) {
    this.credentials = credentials;
    this.region = region;
    this.bucket = bucket;
    this.clock = clock;
  }

  /**
   * @param endpoint of an S3 other than Amazon's, which has the bucket in the path
   */
  static DownloadLink forBucket(
      String bucket,
      String region,
      Optional<URI> endpoint,
      Supplier<? extends AwsCredentials> credentials,
      Clock clock) {
    var base =
        endpoint
            .map(own -> "%s/%s".formatted(own.toString().replaceAll("/$", ""), bucket))
            .orElse("https://%s.s3.%s.amazonaws.com".formatted(bucket, region));
    return new DownloadLink(credentials, region, URI.create(base), clock);
  }

  /**
   * @param key of the file
   * @param fileName under which a browser saves the file
   * @param valid at least a second, and at most seven days (S3's limit)
   */
  URI to(String key, String fileName, Duration valid) {
    var disposition = "attachment; filename=\"%s\"".formatted(fileName);
    var request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(URI.create(bucket + "/" + SdkHttpUtils.urlEncodeIgnoreSlashes(key)))
            .putRawQueryParameter("response-content-disposition", disposition)
            .build();
    return signer
        .sign(
            sign ->
                sign.identity(credentials.get())
                    .request(request)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                    .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, valid)
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                    .putProperty(HttpSigner.SIGNING_CLOCK, clock))
        .request()
        .getUri();
  }
}
