package dev.shorts.emulator.faultproxy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.iam.Grant;
import dev.shorts.emulator.iam.Permissions;
import dev.shorts.emulator.iam.Role;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that a proxy allows the calls that the statements of a role allow, and no others. */
class PermissionsTest {

  private static final String FILES = "arn:aws:s3:::files";
  private static final String CLUSTER = "arn:aws:rds:us-east-1:000000000000:cluster:c";
  private static final String SECRET = "arn:aws:secretsmanager:us-east-1:000000000000:secret:s";
  private static final Role READER =
      new Role(
          "Reader",
          List.of(
              new Grant("s3:GetObject", FILES + "/results/*", Map.of()),
              new Grant("s3:DeleteObject", FILES + "/results/*", Map.of()),
              new Grant("s3:ListBucket", FILES, Map.of("s3:prefix", "results/*")),
              new Grant("rds-data:ExecuteStatement", CLUSTER, Map.of()),
              new Grant("secretsmanager:GetSecretValue", SECRET, Map.of()),
              new Grant("sqs:SendMessage", "arn:aws:sqs:us-east-1:000000000000:Jobs", Map.of())));

  private volatile int answer = 200;
  private TestService service;
  private TestProxies proxies;

  @BeforeEach
  void open() throws IOException {
    service = new TestService(exchange -> exchange.sendResponseHeaders(answer, -1));
    proxies = TestProxies.to(service.url(), new Permissions(List.of(READER)));
  }

  @AfterEach
  void close() {
    proxies.close();
    service.close();
  }

  @Test
  void aRoleReadsOnlyObjectsThatItMayRead() throws Exception {
    assertThat(asReader(AwsService.S3, "GET", "/files/results/1.mp4", "")).isEqualTo(200);
    assertThat(asReader(AwsService.S3, "HEAD", "/files/results/1.mp4", "")).isEqualTo(200);
    assertThat(asReader(AwsService.S3, "GET", "/files/videos/1.mp4", "")).isEqualTo(403);
    assertThat(asReader(AwsService.S3, "GET", "/others/results/1.mp4", "")).isEqualTo(403);
    assertThat(asReader(AwsService.S3, "PUT", "/files/results/1.mp4", "x")).isEqualTo(403);
  }

  @Test
  void aPresignedUrlHasThePermissionsOfItsSigner() throws Exception {
    var signed = "?X-Amz-Signature=x&X-Amz-Security-Token=Reader";

    assertThat(status(proxies.request(AwsService.S3, "/files/results/1" + signed))).isEqualTo(200);
    assertThat(status(proxies.request(AwsService.S3, "/files/videos/1" + signed))).isEqualTo(403);
  }

  @Test
  void aRoleListsOnlyThePrefixThatItMayList() throws Exception {
    assertThat(asReader(AwsService.S3, "GET", "/files?list-type=2&prefix=results%2F", ""))
        .isEqualTo(200);
    assertThat(asReader(AwsService.S3, "GET", "/files?list-type=2", "")).isEqualTo(403);
  }

  @Test
  void aRoleDeletesManyObjectsOnlyIfItMayDeleteEach() throws Exception {
    var both = "<Delete><Object><Key>results/1</Key></Object>%s</Delete>";

    assertThat(asReader(AwsService.S3, "POST", "/files?delete", both.formatted(""))).isEqualTo(200);
    assertThat(
            asReader(
                AwsService.S3,
                "POST",
                "/files?delete",
                both.formatted("<Object><Key>videos/1</Key></Object>")))
        .isEqualTo(403);
  }

  @Test
  void aStatementNeedsTheClusterAndTheSecret() throws Exception {
    assertThat(asReader(AwsService.RDS_DATA, "POST", "/Execute", statement(CLUSTER, SECRET)))
        .isEqualTo(200);
    assertThat(asReader(AwsService.RDS_DATA, "POST", "/Execute", statement(CLUSTER, "other")))
        .isEqualTo(403);
    assertThat(asReader(AwsService.RDS_DATA, "POST", "/Execute", statement("other", SECRET)))
        .isEqualTo(403);
    assertThat(asReader(AwsService.RDS_DATA, "POST", "/BatchExecute", statement(CLUSTER, SECRET)))
        .isEqualTo(403);
  }

  @Test
  void aRoleSendsOnlyToItsQueue() throws Exception {
    assertThat(send("Jobs")).isEqualTo(200);
    assertThat(send("Others")).isEqualTo(403);
  }

  @Test
  void anUnknownRoleMayDoNothing() throws Exception {
    var request = proxies.request(AwsService.S3, "/files/results/1.mp4");

    assertThat(status(request.header("X-Amz-Security-Token", "Writer"))).isEqualTo(403);
  }

  @Test
  void aCallerWithoutARoleIsNotChecked() throws Exception {
    assertThat(status(proxies.request(AwsService.S3, "/files/videos/1.mp4"))).isEqualTo(200);
  }

  @Test
  void aMissingObjectIsReportedOnlyToARoleThatMayList() throws Exception {
    answer = 404;

    assertThat(asReader(AwsService.S3, "GET", "/files/results/gone.mp4", "")).isEqualTo(404);
    proxies.close();
    proxies =
        TestProxies.to(
            service.url(),
            new Permissions(
                List.of(
                    new Role(
                        "Reader",
                        List.of(new Grant("s3:GetObject", FILES + "/results/*", Map.of()))))));
    assertThat(asReader(AwsService.S3, "GET", "/files/results/gone.mp4", "")).isEqualTo(403);
  }

  @Test
  void usedAndRefusedPermissionsAreListed() throws Exception {
    send("Jobs");
    send("Others");

    var told = JsonCodec.map(proxies.control("GET", "/permissions", "").body());
    assertThat((List<?>) told.get("granted"))
        .hasSize(6)
        .filteredOn(grant -> ((Map<?, ?>) grant).get("used").equals(true))
        .singleElement()
        .asString()
        .contains("role=Reader", "sqs:SendMessage", "Jobs");
    assertThat((List<?>) told.get("refused"))
        .singleElement()
        .asString()
        .contains("role=Reader", "sqs:SendMessage", "Others");
  }

  private int send(String queue) throws Exception {
    return status(
        proxies
            .request(AwsService.SQS, "/")
            .header("X-Amz-Security-Token", "Reader")
            .header("X-Amz-Target", "AmazonSQS.SendMessage")
            .POST(BodyPublishers.ofString("{\"QueueUrl\":\"http://x/000/%s\"}".formatted(queue))));
  }

  private static String statement(String cluster, String secret) {
    return "{\"resourceArn\":\"%s\",\"secretArn\":\"%s\"}".formatted(cluster, secret);
  }

  private int asReader(AwsService to, String method, String target, String body) throws Exception {
    return status(
        proxies
            .request(to, target)
            .header("X-Amz-Security-Token", "Reader")
            .method(method, BodyPublishers.ofString(body)));
  }

  private int status(HttpRequest.Builder request) throws Exception {
    return proxies.send(request).statusCode();
  }
}
