package dev.shorts.emulator.faultproxy;

import dev.shorts.emulator.httpproxy.ProxyRequest;
import dev.shorts.emulator.lambda.FunctionProcesses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Keeps the newest calls of services and functions. */
final class CallLog {

  private static final int MAX_CALLS = 50_000;

  private final FunctionProcesses callers;
  private final RelatedIds ids;
  private final Deque<Call> newest = new ArrayDeque<>();

  CallLog(FunctionProcesses callers, RelatedIds ids) {
    this.callers = callers;
    this.ids = ids;
  }

  Call add(AwsService service, ProxyRequest request) {
    var operation = service.operation(request);
    var caller = request.caller().flatMap(callers::find);
    return add(new Call(service, operation, caller, ids.of(service, operation, request)));
  }

  /** Adds an invocation of a function with an event. */
  Call addEvent(String function, String event) {
    return add(new Call(AwsService.LAMBDA, function, Optional.empty(), ids.in(event)));
  }

  /** Learns which ids the messages in a response of SQS concern. */
  void learnMessages(byte[] response) {
    ids.learnMessages(response);
  }

  /** The calls in order, the oldest first. */
  synchronized List<Call> list() {
    return new ArrayList<>(newest);
  }

  private synchronized Call add(Call call) {
    newest.add(call);
    if (newest.size() > MAX_CALLS) {
      newest.remove();
    }
    return call;
  }
}
