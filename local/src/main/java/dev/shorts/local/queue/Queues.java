package dev.shorts.local.queue;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/** SQS in memory. */
public final class Queues implements AutoCloseable {

  /** Whose queues they are: part of their URLs and ARNs. */
  public record Account(String id, String region) {}

  /**
   * @param bind where to listen; port 0 is any free one
   * @param queues a dead-letter queue before the one that names it
   */
  public Queues(InetSocketAddress bind, Account account, List<Queue> queues) {
    throw new UnsupportedOperationException("on its way");
  }

  public URI url() {
    throw new UnsupportedOperationException("on its way");
  }

  /** The queue's URL as seen from this machine; the SDK sends it, and goes to its endpoint. */
  public String queueUrl(String name) {
    throw new UnsupportedOperationException("on its way");
  }

  public String queueArn(String name) {
    throw new UnsupportedOperationException("on its way");
  }

  @Override
  public void close() {}
}
