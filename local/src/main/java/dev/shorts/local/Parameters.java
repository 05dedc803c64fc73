package dev.shorts.local;

import dev.shorts.local.template.TemplateFile;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** What the local cloud gives for the template's parameters. */
final class Parameters {

  static final String AUDIENCE = "shorts";

  /** The template's export bucket holds the videos too. */
  static final String BUCKET = "ExportBucket";

  private Parameters() {}

  /**
   * @param bucket with the videos
   * @param asked values that someone wants instead, or for other parameters
   */
  static Map<String, String> of(
      URI issuer, String bucket, TemplateFile template, Map<String, String> asked) {
    var parameters =
        new HashMap<>(
            Map.of(
                "Issuer",
                issuer.toString(),
                "Audience",
                AUDIENCE,
                "DatabaseClusterArn",
                Database.CLUSTER_ARN,
                "DatabaseName",
                Database.NAME,
                "OwnerSecretArn",
                Database.OWNER_SECRET,
                "ApiSecretArn",
                Database.API_SECRET,
                "WorkerSecretArn",
                Database.WORKER_SECRET,
                "DatabaseSubnets",
                "none",
                "DatabaseSecurityGroup",
                "none",
                "SourceBucket",
                bucket));
    parameters.keySet().retainAll(template.parameters());
    parameters.putAll(asked);
    return parameters;
  }
}
