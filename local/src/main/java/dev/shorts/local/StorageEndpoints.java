package dev.shorts.local;

import static java.util.stream.Collectors.toMap;

import dev.shorts.emulator.iam.Role;
import dev.shorts.emulator.lambda.Account;
import dev.shorts.emulator.services.QueueSettings;
import dev.shorts.emulator.services.S3Server;
import dev.shorts.emulator.services.SqsServer;
import dev.shorts.emulator.template.BackingResources;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Holds the addresses of S3 and SQS, and the names of the template's buckets and queues.
 *
 * @param refs names of buckets and URLs of queues, by logical id
 */
record StorageEndpoints(URI s3, URI sqs, Map<String, String> refs) {

  StorageEndpoints {
    refs = Map.copyOf(refs);
  }

  /**
   * Starts S3 and SQS in this process.
   *
   * @param folder for the objects
   */
  static StorageEndpoints embedded(
      InetSocketAddress bind, BackingResources declared, Path folder, ResourceStack resources)
      throws ExecutionException, InterruptedException {
    var account = new SqsServer.Account(Account.ID, Account.REGION);
    var credentials = new S3Server.Credentials(Account.ACCESS_KEY_ID, Account.SECRET_ACCESS_KEY);
    var refs = new HashMap<String, String>();
    declared.buckets().forEach(id -> refs.put(id, bucketName(id)));
    var buckets = declared.buckets().stream().map(refs::get).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var store =
          threads.submit(() -> resources.add(new S3Server(bind, folder, credentials, buckets)));
      var queues =
          threads.submit(() -> resources.add(new SqsServer(bind, account, declared.queues())));
      for (var queue : declared.queues()) {
        refs.put(queue.name(), queues.get().queueUrl(queue.name()));
      }
      return new StorageEndpoints(store.get().url(), queues.get().url(), refs);
    }
  }

  /** The value of {@code Ref} of a bucket or a queue. */
  String ref(String id) {
    var ref = refs.get(id);
    if (ref == null) {
      throw new IllegalArgumentException("There is no bucket and no queue %s.".formatted(id));
    }
    return ref;
  }

  /** The ARN of a queue, which ends as its URL does. */
  String queueArn(String id) {
    var url = ref(id);
    return Account.arn("sqs", url.substring(url.lastIndexOf('/') + 1));
  }

  /** Replaces the ARNs of queues in a role: a stack in LocalStack names its queues itself. */
  Role withArns(Role role) {
    var arns = new HashMap<String, String>();
    refs.keySet().forEach(id -> arns.put(Account.arn("sqs", id), queueArn(id)));
    return role.with(arns);
  }

  Endpoints.Buckets buckets() {
    return new Endpoints.Buckets(
        s3, ref(TemplateParameterValues.EXPORTS), ref(TemplateParameterValues.VIDEOS));
  }

  Endpoints.Queues queues(List<QueueSettings> declared) {
    return new Endpoints.Queues(
        sqs,
        declared.stream().map(QueueSettings::name).collect(toMap(Function.identity(), this::ref)));
  }

  /** A bucket's name: S3 takes lower case only. */
  private static String bucketName(String id) {
    return id.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
