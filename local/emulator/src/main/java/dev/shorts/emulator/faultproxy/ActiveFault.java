package dev.shorts.emulator.faultproxy;

import java.util.concurrent.CompletableFuture;

/** Applies a fault that is switched on to the calls that it matches, and counts them. */
final class ActiveFault {

  private final Fault fault;
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private int matched;
  private int fired;

  ActiveFault(Fault fault) {
    this.fault = fault;
  }

  FaultEffect effect() {
    return fault.effect();
  }

  /** Completes when the fault is switched off. */
  CompletableFuture<Void> end() {
    return end;
  }

  /** How many calls the fault was applied to. */
  synchronized int fired() {
    return fired;
  }

  /**
   * @return how many calls the fault was applied to
   */
  synchronized int switchOff() {
    end.complete(null);
    return fired;
  }

  /**
   * Applies the fault if it matches the call. A fault that finds no process, program or file to
   * harm is not counted and stays for a later call.
   */
  synchronized boolean apply(Call call, Fault.Moment moment) {
    if (end.isDone()
        || fired == fault.times()
        || !fault.matches(call, moment)
        || matched++ < fault.skip()
        || !ProcessFaults.apply(effect(), call)) {
      return false;
    }
    fired++;
    return true;
  }
}
