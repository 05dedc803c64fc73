package dev.shorts.emulator.faultproxy;

import dev.shorts.emulator.lambda.FunctionProcess;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Applies the part of a fault that harms the calling process or takes time. */
final class ProcessFaults {

  private ProcessFaults() {}

  /**
   * Applies the part of a fault that takes no time.
   *
   * @return false if there is no process, program or file to harm
   */
  static boolean apply(FaultEffect effect, Call call) {
    return switch (effect) {
      case FaultEffect.Kill() -> call.caller().map(FunctionProcess::kill).orElse(false);
      case FaultEffect.Freeze() -> call.caller().map(FunctionProcess::freeze).orElse(false);
      case FaultEffect.KillProgram(var name) ->
          call.caller().map(process -> process.killProgram(name)).orElse(0) > 0;
      case FaultEffect.FullDisk(var file) ->
          call.caller().map(process -> process.fillDiskFor(file)).orElse(false);
      case FaultEffect.Answer _,
          FaultEffect.Drop _,
          FaultEffect.Cut _,
          FaultEffect.Slow _,
          FaultEffect.Delay _,
          FaultEffect.Repeat _,
          FaultEffect.Postpone _,
          FaultEffect.Throttle _ ->
          true;
    };
  }

  /**
   * Waits as long as an applied fault holds the call.
   *
   * @return whether the call continues
   */
  static boolean continues(ActiveFault fault, Call call) throws InterruptedException {
    return switch (fault.effect()) {
      case FaultEffect.Drop _, FaultEffect.Kill _ -> false;
      case FaultEffect.Delay(var by) -> {
        Thread.sleep(by);
        yield true;
      }
      case FaultEffect.Freeze _ -> call.caller().isPresent() && thaw(call.caller().get(), fault);
      case FaultEffect.Answer _,
          FaultEffect.Cut _,
          FaultEffect.Slow _,
          FaultEffect.Repeat _,
          FaultEffect.Postpone _,
          FaultEffect.KillProgram _,
          FaultEffect.FullDisk _,
          FaultEffect.Throttle _ ->
          true;
    };
  }

  /** False if the process is killed while it is frozen, which its time-out does. */
  private static boolean thaw(FunctionProcess frozen, ActiveFault fault)
      throws InterruptedException {
    try {
      CompletableFuture.anyOf(fault.end(), frozen.process().onExit()).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return frozen.thaw();
  }
}
