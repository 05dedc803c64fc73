package dev.shorts.local;

import com.sun.net.httpserver.HttpExchange;
import dev.shorts.emulator.events.ScheduledEvent;
import dev.shorts.emulator.events.Scheduler;
import dev.shorts.emulator.faultproxy.AwsService;
import dev.shorts.emulator.faultproxy.FaultProxies;
import dev.shorts.emulator.gateway.HttpApi;
import dev.shorts.emulator.gateway.TokenIssuer;
import dev.shorts.emulator.host.ChildProcesses;
import dev.shorts.emulator.host.LoopbackServer;
import dev.shorts.emulator.iam.Permissions;
import dev.shorts.emulator.lambda.FunctionProcesses;
import dev.shorts.emulator.lambda.LambdaHost;
import dev.shorts.emulator.lambda.LambdaHost.Workspace;
import dev.shorts.emulator.template.QueueEvent;
import dev.shorts.emulator.template.ScheduleEvent;
import dev.shorts.emulator.template.Template;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Runs one {@code template.yaml} on this machine: starts the services in the order in which they
 * need each other and stops them in reverse.
 */
public final class LocalCloud implements AutoCloseable {

  private final LocalCloudSettings settings;
  private final Consumer<String> notices;
  private final InstantSource clock = InstantSource.system();
  private final ResourceStack resources = new ResourceStack();
  private final Supplier<String> ids = () -> UUID.randomUUID().toString();
  private volatile Thread starting;

  /**
   * @param notices receives a sentence about each difference from AWS
   */
  public LocalCloud(LocalCloudSettings settings, Consumer<String> notices) {
    this.settings = settings;
    this.notices = notices;
  }

  /** Starts the cloud, once only; if it fails, nothing is left running. */
  public synchronized Endpoints start() throws StartException, InterruptedException {
    starting = Thread.currentThread();
    try {
      return open();
    } catch (InterruptedException e) {
      closeResources();
      throw e;
    } catch (Exception e) {
      closeResources();
      throw StartException.of(e);
    } finally {
      starting = null;
    }
  }

  /** Stops the cloud; interrupts a start and waits for its end before it closes anything. */
  @Override
  public void close() {
    Optional.ofNullable(starting).ifPresent(Thread::interrupt);
    closeResources();
  }

  private synchronized void closeResources() {
    try {
      resources.close();
    } catch (Exception e) {
      notices.accept("Not everything stopped as it should: " + e);
    }
  }

  private Endpoints open() throws Exception {
    requireFree(settings.apiPort());
    var processes = resources.add(ChildProcesses.under(settings.work()));
    var issuer =
        resources.add(new TokenIssuer(settings.anyPort(), TemplateParameterValues.AUDIENCE, clock));
    var plan = DeploymentPlan.read(settings, issuer.url(), processes, notices);
    var services = BackingServices.start(settings, plan, processes, resources);
    var template =
        plan.deployed(settings.bind() + ":" + services.postgres().port(), services.storage());
    var workspace = new Workspace(processes, new FunctionProcesses(), processes.directory("logs"));
    var proxies = openProxies(template, services, workspace.running());
    var functions =
        deployFunctions(template, plan.layers(), services.environment(proxies), workspace, proxies);
    var sources = new EventSources(template.events(), functions);
    var api = startApi(template, sources);
    startQueues(template, sources, services.storage(), proxies);
    var scheduler = startSchedules(template, sources, services.storage());
    return new Endpoints(
        api.url(),
        issuer.url(),
        services.storage().buckets(),
        services.storage().queues(template.resources().queues()),
        services.database(),
        services.secrets().url(),
        new Endpoints.Controls(
            scheduler.urls(), proxies.url(), workspace.logs(), functions.environments()));
  }

  private FaultProxies openProxies(
      Template template, BackingServices services, FunctionProcesses running) throws Exception {
    var roles = template.roles().stream().map(services.storage()::withArns).toList();
    var proxies =
        resources.add(
            new FaultProxies(
                settings.anyPort(), running, new Permissions(roles), new ExportCalls()));
    services.open(proxies);
    return proxies;
  }

  private LocalFunctions deployFunctions(
      Template template,
      Map<Path, Path> layers,
      Map<String, String> environment,
      Workspace workspace,
      FaultProxies proxies)
      throws Exception {
    var host = resources.add(new LambdaHost(workspace, environment, clock, ids));
    var equipped = LocalFunctions.equipped(template.functions(), layers, settings.clocksAhead());
    var functions = LocalFunctions.deploy(host, equipped, proxies);
    functions.prepare(template.customResources(), settings.anyPort());
    return functions;
  }

  private HttpApi startApi(Template template, EventSources sources) throws Exception {
    var routes = sources.routes(template.api().authorizers().values(), clock);
    return resources.add(new HttpApi(settings.apiPort(), routes, template.api().cors(), clock));
  }

  private void startQueues(
      Template template, EventSources sources, StorageEndpoints storage, FaultProxies proxies)
      throws Exception {
    for (QueueEvent queue : template.events().queues()) {
      resources.add(sources.start(queue, storage, proxies.to(AwsService.SQS)));
    }
  }

  /** A LocalStack fires the rules by itself, into queues. */
  private Scheduler startSchedules(
      Template template, EventSources sources, StorageEndpoints storage) throws Exception {
    var rules = sources.rules(new ScheduledEvent(clock, ids));
    var scheduler = resources.add(new Scheduler(settings.anyPort(), rules));
    if (settings.localStack().isEmpty()) {
      scheduler.startClock();
    } else {
      for (ScheduleEvent schedule : template.events().schedules()) {
        resources.add(sources.start(schedule, storage));
      }
    }
    return scheduler;
  }

  /** Checks the port before the database and all functions are started. */
  private static void requireFree(InetSocketAddress address) throws IOException {
    if (address.isUnresolved() || NetworkInterface.getByInetAddress(address.getAddress()) == null) {
      throw new IOException(address.getHostString() + " is no address of this machine.");
    }
    new LoopbackServer(address, HttpExchange::close).close();
  }
}
