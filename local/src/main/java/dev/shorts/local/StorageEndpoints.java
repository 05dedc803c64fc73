package dev.shorts.local;

import dev.shorts.emulator.iam.Role;
import dev.shorts.emulator.lambda.Account;
import dev.shorts.emulator.services.S3Server;
import dev.shorts.emulator.services.SqsServer;
import dev.shorts.emulator.template.Template;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/**
 * Where S3 and SQS are, and the template's buckets and queues there.
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
   * @param folder of the store
   */
  static StorageEndpoints embedded(
      InetSocketAddress bind, Template template, Path folder, ResourceStack rooms)
      throws ExecutionException, InterruptedException {
    var account = new SqsServer.Account(Account.ID, Account.REGION);
    var credentials = new S3Server.Credentials(Account.ACCESS_KEY_ID, Account.SECRET_ACCESS_KEY);
    var refs = new HashMap<String, String>();
    template.buckets().forEach(id -> refs.put(id, bucketName(id)));
    var buckets = template.buckets().stream().map(refs::get).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var store = threads.submit(() -> rooms.add(new S3Server(bind, folder, credentials, buckets)));
      var queues = threads.submit(() -> rooms.add(new SqsServer(bind, account, template.queues())));
      for (var queue : template.queues()) {
        refs.put(queue.name(), queues.get().queueUrl(queue.name()));
      }
      return new StorageEndpoints(store.get().url(), queues.get().url(), refs);
    }
  }

  /** What {@code Ref} of a bucket or a queue gives. */
  String ref(String id) {
    var ref = refs.get(id);
    if (ref == null) {
      throw new IllegalArgumentException("There is no bucket and no queue %s.".formatted(id));
    }
    return ref;
  }

  /** A queue's ARN ends as its URL does. */
  String queueArn(String id) {
    var url = ref(id);
    return Account.arn("sqs", url.substring(url.lastIndexOf('/') + 1));
  }

  /** With the ARNs that its queues have here: a stack in LocalStack gives them names. */
  Role named(Role role) {
    var arns = new HashMap<String, String>();
    refs.keySet().forEach(id -> arns.put(Account.arn("sqs", id), queueArn(id)));
    return role.with(arns);
  }

  /** S3 takes lower case only. */
  private static String bucketName(String id) {
    return id.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
