package dev.shorts.bare;

import static dev.shorts.bare.Sql.text;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.services.rdsdata.RdsDataClient;

/**
 * Makes the call of {@code get-export} and its signature and nothing else, as a floor to compare
 * with: it checks nothing of its event, a text of two words.
 */
public final class BareGetHandler implements RequestStreamHandler {

  private static final String GET =
      "select * from get_scene_export(cast(:export_id as uuid), cast(:user_id as uuid))";

  private static final int STORAGE_PATH = 6;

  private final DefaultCredentialsProvider credentials =
      DefaultCredentialsProvider.builder().build();
  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final RdsDataClient database =
      RdsDataClient.builder()
          .httpClient(AwsCrtHttpClient.create())
          .credentialsProvider(credentials)
          .build();

  @Override
  public void handleRequest(InputStream input, OutputStream output, Context context)
      throws IOException {
    var words = TextEvent.of(input);
    var answer =
        database.executeStatement(
            request ->
                Sql.ask(request, GET, text("export_id", words[0]), text("user_id", words[1])));
    var url = signed(answer.records().getFirst().get(STORAGE_PATH).stringValue());
    TextEvent.write("\"" + url + "\"", output);
  }

  private URI signed(String key) {
    var bucket = System.getenv("AWS_ENDPOINT_URL_S3") + "/" + System.getenv("EXPORT_BUCKET");
    var file =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.GET)
            .uri(URI.create(bucket + "/" + key))
            .putRawQueryParameter("response-content-disposition", "attachment")
            .build();
    return signer
        .sign(
            sign ->
                sign.identity(credentials.resolveCredentials())
                    .request(file)
                    .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "s3")
                    .putProperty(AwsV4HttpSigner.REGION_NAME, System.getenv("AWS_REGION"))
                    .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                    .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, Duration.ofHours(1))
                    .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, false)
                    .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, false)
                    .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false))
        .request()
        .getUri();
  }
}
