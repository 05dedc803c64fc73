package dev.shorts.local.wire;

import dev.shorts.local.lambda.Sandbox;
import dev.shorts.local.wire.Faults.Armed;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** What faults do to the process that calls, and to time. */
final class Harm {

  private Harm() {}

  /**
   * What is done at once.
   *
   * @return whether there was anything to do it to
   */
  static boolean strikes(Effect effect, Call call) {
    return switch (effect) {
      case Effect.Kill() -> call.caller().map(Sandbox::kill).orElse(false);
      case Effect.Freeze() -> call.caller().map(Sandbox::freeze).orElse(false);
      case Effect.KillProgram(var name) ->
          call.caller().map(sandbox -> sandbox.killProgram(name)).orElse(0) > 0;
      case Effect.FullDisk(var file) ->
          call.caller().map(sandbox -> sandbox.fillDiskFor(file)).orElse(false);
      case Effect.Answer _,
          Effect.Drop _,
          Effect.Cut _,
          Effect.Slow _,
          Effect.Delay _,
          Effect.Repeat _,
          Effect.Postpone _,
          Effect.Throttle _ ->
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
      case Effect.Drop _, Effect.Kill _ -> false;
      case Effect.Delay(var by) -> {
        Thread.sleep(by);
        yield true;
      }
      case Effect.Freeze _ -> call.caller().isPresent() && thaws(call.caller().get(), fault);
      case Effect.Answer _,
          Effect.Cut _,
          Effect.Slow _,
          Effect.Repeat _,
          Effect.Postpone _,
          Effect.KillProgram _,
          Effect.FullDisk _,
          Effect.Throttle _ ->
          true;
    };
  }

  /** False if it is killed while it is frozen: its time-out goes on. */
  private static boolean thaws(Sandbox frozen, Armed fault) throws InterruptedException {
    try {
      CompletableFuture.anyOf(fault.end(), frozen.process().onExit()).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
    return frozen.thaw();
  }
}
