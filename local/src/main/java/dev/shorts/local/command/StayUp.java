package dev.shorts.local.command;

import dev.shorts.local.Endpoints;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;

/** Prints what is where, with something to try. */
final class StayUp {

  private StayUp() {}

  static void describe(Endpoints endpoints, Video sample, PrintStream out)
      throws IOException, InterruptedException, SQLException, BadUse {
    var seed = Seed.insert(endpoints, Wish.DEMO_FROM, Wish.DEMO_TO);
    var client = new Client(endpoints, seed.user());
    client.upload(Upload.to(endpoints, seed.key()), sample.content().get());
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
        endpoints.s3(),
        endpoints.videoBucket(),
        endpoints.bucket(),
        endpoints.sqs(),
        endpoints.rdsData(),
        endpoints.postgres(),
        endpoints.wires(),
        endpoints.logs());
    endpoints
        .schedules()
        .forEach((name, url) -> out.printf("  schedule    curl -X POST %s%n", url));
    out.printf(
        """

        A short of %4$s seconds of the sample:

        curl -X POST %1$s/v1/scenes/%2$s/export-short -H 'Authorization: Bearer %3$s'

        and then, with the export_id of the answer, until it is completed:

        curl %1$s/v1/exports/EXPORT_ID -H 'Authorization: Bearer %3$s'
        """,
        endpoints.api(), seed.scene(), client.token(), Wish.DEMO_TO.subtract(Wish.DEMO_FROM));
  }
}
