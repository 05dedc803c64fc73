package dev.shorts.it.deploy;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Permission;
import dev.shorts.it.driver.ShortTimeoutsCloud;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Least privilege: the local cloud refuses what a function's role doesn't allow, and notes what it
 * allows. This looks at what all other tests have made the functions call, and so comes last and
 * says something only after the whole suite.
 */
@Order(Integer.MAX_VALUE)
@Tag("embedded") // LocalStack's queues have names of their own
class PermissionsIT {

  /** Calls that AWS makes in the name of a function's role, and nobody here. */
  private static final Pattern BY_LAMBDA_ITSELF =
      Pattern.compile(
          "\\w+ (logs:CreateLogStream|logs:PutLogEvents|ec2:\\w+)( .*)?"
              // An event source mapping must be allowed to, and doesn't need it here.
              + "|TranscodeRole sqs:GetQueueAttributes .*");

  /** {@code | Role | action | resource | why |}. */
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `(\\w+)` \\| `([\\w:-]+)` \\| `([^`]+)` \\| .+ \\|$");

  private final List<Permission> permissions =
      Stream.concat(
              Cloud.permissionsOfClosedOnes().stream(),
              Stream.of(Cloud.shared(), ShortTimeoutsCloud.shared())
                  .flatMap(cloud -> cloud.platform().wires().permissions().stream()))
          .toList();

  @Test
  void nothingIsAskedForInVain() {
    assertThat(
            Stream.of(Cloud.shared(), ShortTimeoutsCloud.shared())
                .flatMap(cloud -> cloud.platform().wires().refusals().stream()))
        .as("calls that no statement allows")
        .isEmpty();
  }

  @Test
  void nothingIsAllowedThatNobodyCalls() {
    var unused =
        permissions.stream().collect(groupingBy(Permission::text)).entrySet().stream()
            .filter(same -> same.getValue().stream().noneMatch(Permission::used))
            .map(same -> same.getKey())
            .filter(text -> !BY_LAMBDA_ITSELF.matcher(text).matches());

    assertThat(unused).as("what template.yaml allows and none of the tests needs").isEmpty();
  }

  @Test
  void onlyKeysOfABucketAndNetworkInterfacesAreWildcards() {
    assertThat(permissions)
        .filteredOn(permission -> permission.resource().contains("*"))
        .allMatch(
            permission ->
                permission.resource().equals("export-bucket/exports/*")
                    || permission.text().equals("TranscodeRole s3:GetObject video-bucket/*")
                    || permission.resource().startsWith("log-group:")
                    || permission.text().startsWith("MigrateRole ec2:"));
    assertThat(permissions).noneMatch(permission -> permission.action().contains("*"));
  }

  @Test
  void theDocumentTellsThemAll() throws IOException {
    var document = Files.readString(Cloud.ROOT.resolve("docs/permissions.md"));

    assertThat(
            ROW.matcher(document)
                .results()
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3)))
        .containsExactlyInAnyOrderElementsOf(texts());
  }

  private Set<String> texts() {
    return permissions.stream().map(Permission::text).collect(toCollection(TreeSet::new));
  }
}
