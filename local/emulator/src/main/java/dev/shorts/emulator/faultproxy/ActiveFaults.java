package dev.shorts.emulator.faultproxy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The faults that are switched on. */
final class ActiveFaults {

  private final Map<Integer, Armed> armed = new ConcurrentSkipListMap<>();
  private final AtomicInteger ids = new AtomicInteger();

  /** A fault that is switched on, and how often it has come. */
  static final class Armed {

    private final Fault fault;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private int met;
    private int fired;

    private Armed(Fault fault) {
      this.fault = fault;
    }

    FaultEffect effect() {
      return fault.effect();
    }

    /** Comes when the fault is switched off. */
    CompletableFuture<Void> end() {
      return end;
    }

    private synchronized int fired() {
      return fired;
    }

    private synchronized int switchOff() {
      end.complete(null);
      return fired;
    }

    /** One that finds nothing to harm hasn't come: it is for a later call. */
    private synchronized boolean fires(Call call, boolean afterwards) {
      if (end.isDone()
          || fired == fault.times()
          || !fault.hits(call, afterwards)
          || met++ < fault.skip()
          || !ProcessFaults.strikes(effect(), call)) {
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

  /**
   * Switches one off.
   *
   * @return how often it came; empty if there was none
   */
  Optional<Integer> remove(int id) {
    return Optional.ofNullable(armed.remove(id)).map(Armed::switchOff);
  }

  void removeAll() {
    List.copyOf(armed.keySet()).forEach(this::remove);
  }

  /** The fault that hits a call, if one does, the oldest first; it counts as having come. */
  Optional<Armed> hitting(Call call, boolean afterwards) {
    return armed.values().stream().filter(fault -> fault.fires(call, afterwards)).findFirst();
  }
}
