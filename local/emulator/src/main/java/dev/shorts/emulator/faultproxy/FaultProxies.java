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
 * Runs a proxy in front of each service and function, which logs every call and applies the faults
 * that are switched on through the {@link FaultControlServer}.
 */
public final class FaultProxies implements AutoCloseable {

  private final InetSocketAddress bind;
  private final CallLog calls;
  private final ActiveFaults faults = new ActiveFaults();
  private final Permissions permissions;
  private final ProxiedApplication application;
  private final Set<String> functions = ConcurrentHashMap.newKeySet();
  private final FaultControlServer control;
  private final Map<AwsService, FaultProxy> proxies = new EnumMap<>(AwsService.class);

  /**
   * @param bind address to listen on; port 0 is any free one
   * @param callers the running processes of all functions
   * @param permissions of each role
   */
  public FaultProxies(
      InetSocketAddress bind,
      FunctionProcesses callers,
      Permissions permissions,
      ProxiedApplication application)
      throws IOException {
    this.bind = bind;
    this.application = application;
    this.calls = new CallLog(callers, new RelatedIds(application));
    this.permissions = permissions;
    this.control = new FaultControlServer(bind, calls, faults, this::operations, permissions);
  }

  /** The control server, which switches faults and lists calls. */
  public URI url() {
    return control.url();
  }

  /** Starts the proxy of {@code service}, which is at {@code target}. */
  public void open(AwsService service, URI target) throws IOException {
    proxies.put(service, new FaultProxy(bind, service, target, calls, faults, permissions));
  }

  /** The proxy of a service that was opened. */
  public URI to(AwsService service) {
    return proxies.get(service).url();
  }

  /** Wraps a function so that its invocations are logged and faults apply to them. */
  public Invoker to(String function, Invoker invoker) {
    functions.add(function);
    return event -> {
      var call = calls.addEvent(function, new String(event, UTF_8));
      var fault = faults.apply(call, Fault.Moment.BEFORE);
      if (fault.isPresent() && fault.get().effect() instanceof FaultEffect.Throttle) {
        return new FunctionError("TooManyRequestsException", "Rate Exceeded.");
      }
      return fault.isEmpty() || ProcessFaults.continues(fault.get(), call)
          ? invoker.invoke(event)
          : new FunctionError("ServiceException", "The connection was lost.");
    };
  }

  @Override
  public void close() {
    faults.removeAll();
    proxies.values().forEach(FaultProxy::close);
    control.close();
  }

  private Set<String> operations(AwsService service) {
    return switch (service) {
      case RDS_DATA -> application.sqlFunctions();
      case LAMBDA -> functions;
      case S3, SECRETS_MANAGER, SQS -> service.operations();
    };
  }
}
