package dev.shorts.emulator.sam;

import dev.shorts.emulator.iam.Grant;
import dev.shorts.emulator.iam.Role;
import java.util.stream.Stream;

/** Reads {@code AWS::IAM::Role} with inline policies, as a function's role has. */
final class RoleReader {

  private RoleReader() {}

  static Role read(String id, Properties role) {
    // Only functions assume roles here.
    role.ignore("AssumeRolePolicyDocument", "Description", "Path", "Tags");
    return new Role(
        id,
        role.list("Policies").stream()
            .flatMap(
                policy -> {
                  policy.ignore("PolicyName");
                  var document = policy.section("PolicyDocument");
                  document.ignore("Version");
                  return document.list("Statement").stream();
                })
            .flatMap(RoleReader::grants)
            .toList());
  }

  private static Stream<Grant> grants(Properties statement) {
    statement.ignore("Sid");
    statement.require("Effect", "", "Allow");
    var condition = statement.section("Condition").map("StringLike");
    return statement.texts("Action").stream()
        .flatMap(
            action ->
                statement.texts("Resource").stream()
                    .map(resource -> new Grant(action, resource, condition)));
  }
}
