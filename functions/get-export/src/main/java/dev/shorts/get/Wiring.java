package dev.shorts.get;

import dev.shorts.aws.DataApi;
import dev.shorts.aws.FunctionEnvironment;
import dev.shorts.aws.HttpClient;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;

/** Builds the objects of this function. */
final class Wiring {

  private Wiring() {}

  static GetExport getExport(FunctionEnvironment environment) {
    var credentials = DefaultCredentialsProvider.builder().build();
    return new GetExport(
        new GetExportRepository(DataApi.connect(HttpClient.create(), environment)),
        DownloadLink.forBucket(
            environment.get("EXPORT_BUCKET"),
            environment.get("AWS_REGION"),
            Optional.ofNullable(environment.variables().get("AWS_ENDPOINT_URL_S3"))
                .filter(url -> !url.isBlank())
                .map(URI::create),
            credentials::resolveCredentials,
            Clock.systemUTC()));
  }
}
