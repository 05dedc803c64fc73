package dev.shorts.emulator.faultproxy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shorts.emulator.iam.Permissions;
import dev.shorts.emulator.lambda.FunctionProcesses;
import dev.shorts.emulator.lambda.InvocationResult.FunctionError;
import dev.shorts.emulator.lambda.Invoker;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ways between functions and services, on which every call is noted and on which faults can be
 * put: see {@link FaultControlServer}.
 */
public final class FaultProxies implements AutoCloseable {

  private final InetSocketAddress bind;
  private final CallLog calls;
  private final ActiveFaults faults = new ActiveFaults();
  private final Permissions permissions;
  private final Set<String> functions = ConcurrentHashMap.newKeySet();
  private final FaultControlServer control;
  private final Map<AwsService, FaultProxy> open = new EnumMap<>(AwsService.class);

  /**
   * @param bind where to listen; port 0 is any free one
   * @param sandboxes who calls
   * @param permissions what each role may call
   */
  public FaultProxies(InetSocketAddress bind, FunctionProcesses sandboxes, Permissions permissions)
      throws IOException {
    this.bind = bind;
    this.calls = new CallLog(sandboxes);
    this.permissions = permissions;
    this.control = new FaultControlServer(bind, calls, faults, functions, permissions);
  }

  /** Where faults are switched on and off, and calls are listed. */
  public URI url() {
    return control.url();
  }

  /** Opens the way to {@code service}, which is at {@code target}. */
  public void open(AwsService service, URI target) throws IOException {
    open.put(service, new FaultProxy(bind, service, target, calls, faults, permissions));
  }

  /** Where callers find a service whose way is open. */
  public URI to(AwsService service) {
    return open.get(service).url();
  }

  /** A way to a function. */
  public Invoker to(String function, Invoker invoker) {
    functions.add(function);
    return event -> {
      var call = calls.noteEvent(function, new String(event, UTF_8));
      var fault = faults.hitting(call, false);
      if (fault.isPresent() && fault.get().effect() instanceof FaultEffect.Throttle) {
        return new FunctionError("TooManyRequestsException", "Rate Exceeded.");
      }
      return fault.isEmpty() || ProcessFaults.goesOn(fault.get(), call)
          ? invoker.invoke(event)
          : new FunctionError("ServiceException", "The connection was lost.");
    };
  }

  @Override
  public void close() {
    faults.removeAll();
    open.values().forEach(FaultProxy::close);
    control.close();
  }
}
