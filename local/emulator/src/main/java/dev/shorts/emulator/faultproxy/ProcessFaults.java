package dev.shorts.emulator.faultproxy;

import dev.shorts.emulator.faultproxy.ActiveFaults.Armed;
import dev.shorts.emulator.lambda.FunctionProcess;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** What faults do to the process that calls, and to time. */
final class ProcessFaults {

  private ProcessFaults() {}

  /**
   * What is done at once.
   *
   * @return whether there was anything to do it to
   */
  static boolean strikes(FaultEffect effect, Call call) {
    return switch (effect) {
      case FaultEffect.Kill() -> call.caller().map(FunctionProcess::kill).orElse(false);
      case FaultEffect.Freeze() -> call.caller().map(FunctionProcess::freeze).orElse(false);
      case FaultEffect.KillProgram(var name) ->
          call.caller().map(sandbox -> sandbox.killProgram(name)).orElse(0) > 0;
      case FaultEffect.FullDisk(var file) ->
          call.caller().map(sandbox -> sandbox.fillDiskFor(file)).orElse(false);
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
   * What takes time, after the fault has struck.
   *
   * @return whether the call goes on
   */
  static boolean goesOn(Armed fault, Call call) throws InterruptedException {
    return switch (fault.effect()) {
      case FaultEffect.Drop _, FaultEffect.Kill _ -> false;
      case FaultEffect.Delay(var by) -> {
        Thread.sleep(by);
        yield true;
      }
      case FaultEffect.Freeze _ -> call.caller().isPresent() && thaws(call.caller().get(), fault);
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

  /** False if it is killed while it is frozen: its time-out goes on. */
  private static boolean thaws(FunctionProcess frozen, Armed fault) throws InterruptedException {
    try {
      CompletableFuture.anyOf(fault.end(), frozen.process().onExit()).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return frozen.thaw();
  }
}
