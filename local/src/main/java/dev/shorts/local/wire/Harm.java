package dev.shorts.local.wire;

import dev.shorts.local.lambda.Sandbox;
import dev.shorts.local.lambda.Sandboxes;
import dev.shorts.local.wire.Faults.Armed;

/** What faults do to the process that calls, and to time. */
record Harm(Sandboxes sandboxes) {

  /**
   * @return whether the call goes on
   */
  boolean goesOn(Armed fault, Call call) throws InterruptedException {
    var caller = call.caller().flatMap(sandboxes::find);
    return switch (fault.effect()) {
      case Effect.Drop() -> false;
      case Effect.Delay(var by) -> {
        Thread.sleep(by);
        yield true;
      }
      case Effect.Kill() -> {
        caller.ifPresent(Sandbox::kill);
        yield false;
      }
      case Effect.Freeze() -> {
        caller.ifPresent(Sandbox::freeze);
        fault.awaitTheEnd();
        caller.ifPresent(Sandbox::thaw);
        yield caller.equals(call.caller().flatMap(sandboxes::find)); // or it died meanwhile
      }
      case Effect.KillProgram(var name) -> {
        if (caller.map(sandbox -> sandbox.killProgram(name)).orElse(0) == 0) {
          fault.missed();
        }
        yield true;
      }
      case Effect.FullDisk(var file) -> {
        caller.ifPresent(sandbox -> sandbox.fillDiskFor(file));
        yield true;
      }
      case Effect.Answer _,
          Effect.Cut _,
          Effect.Slow _,
          Effect.Repeat _,
          Effect.Postpone _,
          Effect.Throttle _ ->
          true;
    };
  }
}
