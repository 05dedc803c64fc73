package dev.shorts.local.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The faults that are switched on. */
final class Faults {

  private final Map<Integer, Armed> armed = new ConcurrentSkipListMap<>();
  private final AtomicInteger ids = new AtomicInteger();

  /** A fault that is switched on, and how often it has come. */
  static final class Armed {

    private final Fault fault;
    private final CountDownLatch gone = new CountDownLatch(1);
    private int met;
    private int fired;

    private Armed(Fault fault) {
      this.fault = fault;
    }

    Effect effect() {
      return fault.effect();
    }

    private synchronized int fired() {
      return fired;
    }

    /** There was nothing to hit: it is still to come. */
    synchronized void missed() {
      fired--;
    }

    /** Returns when the fault is switched off. */
    void awaitTheEnd() throws InterruptedException {
      gone.await();
    }

    private synchronized boolean fires(Call call, boolean afterwards) {
      if (!fault.hits(call, afterwards) || met++ < fault.skip() || fired == fault.times()) {
        return false;
      }
      fired++;
      return true;
    }
  }

  /** Switches one on. */
  int add(Fault fault) {
    int id = ids.incrementAndGet();
    armed.put(id, new Armed(fault));
    return id;
  }

  /** How often it has come; empty if there is none. */
  Optional<Integer> fired(int id) {
    return Optional.ofNullable(armed.get(id)).map(Armed::fired);
  }

  /** Switches one off. */
  void remove(int id) {
    Optional.ofNullable(armed.remove(id)).ifPresent(fault -> fault.gone.countDown());
  }

  void removeAll() {
    List.copyOf(armed.keySet()).forEach(this::remove);
  }

  /** The fault that hits a call, if one does; it counts as having come. */
  Optional<Armed> hitting(Call call, boolean afterwards) {
    return armed.values().stream().filter(fault -> fault.fires(call, afterwards)).findFirst();
  }
}
