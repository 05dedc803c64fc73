package dev.shorts.local.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What was called, the newest of it. */
final class Calls {

  private static final int MOST = 50_000;

  private final Links links = new Links();
  private final Deque<Call> newest = new ArrayDeque<>();

  Call note(Service service, Request request) {
    var operation = service.operation(request);
    return note(
        new Call(service, operation, request.caller(), links.about(service, operation, request)));
  }

  Call note(Service service, String operation, String text) {
    return note(new Call(service, operation, Optional.empty(), links.about(text)));
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
