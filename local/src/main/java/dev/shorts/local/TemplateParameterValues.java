package dev.shorts.local;

import dev.shorts.emulator.sam.TemplateFile;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** What the local cloud gives for the template's parameters. */
final class TemplateParameterValues {

  static final String AUDIENCE = "shorts";

  /** The template's two buckets. */
  static final String EXPORTS = "ExportBucket";

  static final String VIDEOS = "VideoBucket";

  private static final String ENDPOINT = "DatabaseEndpoint";
  private static final String NOT_YET = "";

  private TemplateParameterValues() {}

  /**
   * @param asked values that someone wants instead, or for other parameters
   */
  static Map<String, String> of(URI issuer, TemplateFile template, Map<String, String> asked) {
    var parameters =
        new HashMap<>(
            Map.of(
                "Issuer",
                issuer.toString(),
                "Audience",
                AUDIENCE,
                "DatabaseClusterArn",
                LocalDatabaseNames.CLUSTER_ARN,
                "DatabaseName",
                LocalDatabaseNames.NAME,
                "OwnerSecretArn",
                LocalDatabaseNames.OWNER_SECRET,
                "DatabaseSubnets",
                "none",
                "DatabaseSecurityGroup",
                "none",
                ENDPOINT,
                NOT_YET));
    parameters.keySet().retainAll(template.parameters());
    parameters.putAll(asked);
    return parameters;
  }

  /** With what is known only when the database has started. */
  static Map<String, String> with(String endpoint, Map<String, String> parameters) {
    var all = new HashMap<>(parameters);
    all.replace(ENDPOINT, NOT_YET, endpoint);
    return all;
  }
}
