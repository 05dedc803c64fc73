package dev.shorts.local;

import dev.shorts.emulator.sam.TemplateFile;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Chooses the values of the template's parameters in the local cloud. */
final class TemplateParameterValues {

  static final String AUDIENCE = "shorts";

  /** The logical ids of the template's buckets. */
  static final String EXPORTS = "ExportBucket";

  static final String VIDEOS = "VideoBucket";

  private static final String ENDPOINT = "DatabaseEndpoint";
  private static final String NOT_YET = "";

  private TemplateParameterValues() {}

  /**
   * @param given values that replace these or set other parameters
   */
  static Map<String, String> of(URI issuer, TemplateFile template, Map<String, String> given) {
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
    parameters.putAll(given);
    return parameters;
  }

  /** Adds the address of the database, which is known when it has started. */
  static Map<String, String> with(String endpoint, Map<String, String> parameters) {
    var all = new HashMap<>(parameters);
    all.replace(ENDPOINT, NOT_YET, endpoint);
    return all;
  }
}
