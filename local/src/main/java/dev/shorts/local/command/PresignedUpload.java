package dev.shorts.local.command;

import dev.shorts.emulator.lambda.Account;
import dev.shorts.local.Endpoints;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs a URL to which a video can be uploaded. */
public final class PresignedUpload {

  private static final Duration VALID = Duration.ofMinutes(15);

  private PresignedUpload() {}

  public static URI to(Endpoints endpoints, String key) {
    var put =
        SdkHttpRequest.builder()
            .method(SdkHttpMethod.PUT)
            .uri(
                URI.create(
                    "%s/%s/%s".formatted(endpoints.s3().url(), endpoints.s3().videos(), key)))
            .build();
    return AwsV4HttpSigner.create()
        .sign(
            sign ->
                sign.identity(
                        AwsCredentialsIdentity.create(
                            Account.ACCESS_KEY_ID, Account.SECRET_ACCESS_KEY))
                    .request(put)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, Account.REGION)
                    .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, VALID)
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false))
        .request()
        .getUri();
  }
}
