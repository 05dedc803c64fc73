package dev.shorts.emulator.faultproxy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps the faults that are switched on, the oldest first. */
final class ActiveFaults {

  private final Map<Integer, ActiveFault> active = new ConcurrentSkipListMap<>();
  private final AtomicInteger ids = new AtomicInteger();

  /**
   * Switches a fault on.
   *
   * @return its id
   */
  int add(Fault fault) {
    int id = ids.incrementAndGet();
    active.put(id, new ActiveFault(fault));
    return id;
  }

  /** How many calls a fault was applied to; empty if there is no such fault. */
  Optional<Integer> fired(int id) {
    return Optional.ofNullable(active.get(id)).map(ActiveFault::fired);
  }

  /**
   * Switches a fault off.
   *
   * @return how many calls it was applied to; empty if there is no such fault
   */
  Optional<Integer> remove(int id) {
    return Optional.ofNullable(active.remove(id)).map(ActiveFault::switchOff);
  }

  void removeAll() {
    List.copyOf(active.keySet()).forEach(this::remove);
  }

  /** Applies the oldest fault that matches the call; empty if none does. */
  Optional<ActiveFault> apply(Call call, Fault.Moment moment) {
    return active.values().stream().filter(fault -> fault.apply(call, moment)).findFirst();
  }
}
