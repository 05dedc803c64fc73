package dev.shorts.local.command;

import dev.shorts.local.Endpoints;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;

/** Prints the addresses of the services, and commands to try. */
final class StartupBanner {

  private StartupBanner() {}

  static void describe(Endpoints endpoints, VideoFile sample, PrintStream out)
      throws IOException, InterruptedException, SQLException, UsageException {
    var demo = DemoData.insert(endpoints, ShortRequest.DEMO_FROM, ShortRequest.DEMO_TO);
    var client = new ApiClient(endpoints, demo.user());
    client.upload(PresignedUpload.to(endpoints, demo.key()), sample.content().get());
    out.printf(
        """

        The local cloud is up; Ctrl-C stops it. The same for programs: local/target/endpoints.json

          API         %s
          tokens      %s (POST /token, form field sub)
          S3          %s, buckets %s and %s
          SQS         %s
          Data API    %s
          PostgreSQL  psql '%s'
          faults      %s (see docs/faults.md)
          logs        %s
        """,
        endpoints.api(),
        endpoints.issuer(),
        endpoints.s3().url(),
        endpoints.s3().videos(),
        endpoints.s3().exports(),
        endpoints.sqs().url(),
        endpoints.database().dataApi(),
        endpoints.database().postgres(),
        endpoints.controls().faults(),
        endpoints.controls().logs());
    endpoints
        .controls()
        .schedules()
        .forEach((name, url) -> out.printf("  schedule    curl -X POST %s%n", url));
    out.printf(
        """

        A short of %4$s seconds of the sample:

        curl -X POST %1$s/v1/scenes/%2$s/export-short -H 'Authorization: Bearer %3$s'

        and then, with the export_id of the answer, until it is completed:

        curl %1$s/v1/exports/EXPORT_ID -H 'Authorization: Bearer %3$s'
        """,
        endpoints.api(),
        demo.scene(),
        client.token(),
        ShortRequest.DEMO_TO.subtract(ShortRequest.DEMO_FROM));
  }
}
