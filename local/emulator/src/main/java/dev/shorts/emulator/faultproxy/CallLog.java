package dev.shorts.emulator.faultproxy;

import dev.shorts.emulator.lambda.FunctionProcesses;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** What was called, the newest of it. */
final class CallLog {

  private static final int MOST = 50_000;

  private final FunctionProcesses callers;
  private final ExportOwnership links = new ExportOwnership();
  private final Deque<Call> newest = new ArrayDeque<>();

  CallLog(FunctionProcesses callers) {
    this.callers = callers;
  }

  Call note(AwsService service, ProxyRequest request) {
    var operation = service.operation(request);
    var caller = request.caller().flatMap(callers::find);
    return note(new Call(service, operation, caller, links.about(operation, request)));
  }

  /** An event on its way to a function. */
  Call noteEvent(String function, String event) {
    return note(new Call(AwsService.LAMBDA, function, Optional.empty(), links.about(event)));
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
