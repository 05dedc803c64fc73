package dev.shorts.local.wire;

import dev.shorts.local.lambda.Sandboxes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What was called, the newest of it. */
final class Calls {

  private static final int MOST = 50_000;

  private final Sandboxes callers;
  private final Links links = new Links();
  private final Deque<Call> newest = new ArrayDeque<>();

  Calls(Sandboxes callers) {
    this.callers = callers;
  }

  Call note(Service service, Request request) {
    var operation = service.operation(request);
    var caller = request.caller().flatMap(callers::find);
    return note(new Call(service, operation, caller, links.about(operation, request)));
  }

  /** An event on its way to a function. */
  Call noteEvent(String function, String event) {
    return note(new Call(Service.LAMBDA, function, Optional.empty(), links.about(event)));
  }

  void learnMessages(byte[] answer) {
    links.learnMessages(answer);
  }

  /** In order. */
  synchronized List<Call> list() {
    return new ArrayList<>(newest);
  }

  private synchronized Call note(Call call) {
    newest.add(call);
    if (newest.size() > MOST) {
      newest.remove();
    }
    return call;
  }
}
