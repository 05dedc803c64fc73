package dev.shorts.local;

import static java.util.stream.Collectors.toMap;

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
import dev.shorts.emulator.lambda.FunctionSettings;
import dev.shorts.emulator.lambda.LambdaHost;
import dev.shorts.emulator.sam.TemplateFile;
import dev.shorts.emulator.services.QueueSettings;
import dev.shorts.emulator.template.QueueEvent;
import dev.shorts.emulator.template.ScheduleEvent;
import dev.shorts.emulator.template.Template;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Everything AWS would be, for one {@code template.yaml}: starts the rooms in the order in which
 * they need each other and stops them in reverse.
 */
public final class LocalCloud implements AutoCloseable {

  private final LocalCloudSettings settings;
  private final Consumer<String> notices;
  private final InstantSource clock = InstantSource.system();
  private final ResourceStack rooms = new ResourceStack();
  private volatile Thread starting;

  /**
   * @param notices told, a sentence each, what isn't as on AWS
   */
  public LocalCloud(LocalCloudSettings settings, Consumer<String> notices) {
    this.settings = settings;
    this.notices = notices;
  }

  /** Once only; if it fails, nothing is left running. */
  public synchronized Endpoints start() throws StartException, InterruptedException {
    starting = Thread.currentThread();
    try {
      return open();
    } catch (InterruptedException e) {
      closeRooms();
      throw e;
    } catch (Exception e) {
      closeRooms();
      throw StartException.of(e);
    } finally {
      starting = null;
    }
  }

  /** Also in the middle of a start, which then ends before anything is taken away from under it. */
  @Override
  public void close() {
    Optional.ofNullable(starting).ifPresent(Thread::interrupt);
    closeRooms();
  }

  private synchronized void closeRooms() {
    try {
      rooms.close();
    } catch (Exception e) {
      notices.accept("Not everything stopped as it should: " + e);
    }
  }

  private Endpoints open() throws Exception {
    requireFree(settings.apiPort());
    var file = TemplateFile.of(settings.project(), settings.template());
    var processes = rooms.add(ChildProcesses.under(settings.work()));
    var issuer =
        rooms.add(new TokenIssuer(settings.anyPort(), TemplateParameterValues.AUDIENCE, clock));
    var planned = TemplateParameterValues.of(issuer.url(), file, settings.parameters());
    Template plan = file.read(planned, id -> id);
    requireZips(plan.functions());
    var layers =
        LayerFolders.ofThisMachine(processes.directory("layer"))
            .find(plan.layers().values(), notices);

    var services = BackingServices.start(settings, plan, planned, processes, rooms);
    var places = services.places();
    var parameters =
        TemplateParameterValues.with(settings.bind() + ":" + services.postgres().port(), planned);
    Template template = file.read(parameters, places::ref);
    Path logs = processes.directory("logs");
    Supplier<String> ids = () -> UUID.randomUUID().toString();
    var sandboxes = new FunctionProcesses();
    var permissions = new Permissions(template.roles().stream().map(places::named).toList());
    var wires =
        rooms.add(new FaultProxies(settings.anyPort(), sandboxes, permissions, new ExportCalls()));
    services.open(wires);
    var environment = services.environment(wires);
    var host = rooms.add(new LambdaHost(processes, logs, sandboxes, environment, clock, ids));
    var functions =
        LocalFunctions.deploy(
            host,
            LocalFunctions.equipped(template.functions(), layers, settings.clocksAhead()),
            wires);
    functions.prepare(template.customResources(), settings.anyPort());

    var triggers = new EventSources(template, functions);
    var api =
        rooms.add(
            new HttpApi(settings.apiPort(), triggers.routes(clock), template.api().cors(), clock));
    for (QueueEvent mapping : template.mappings()) {
      rooms.add(triggers.start(mapping, places, wires.to(AwsService.SQS)));
    }
    var rules = triggers.rules(new ScheduledEvent(clock, ids));
    var scheduler = rooms.add(new Scheduler(settings.anyPort(), rules));
    if (settings.localStack().isEmpty()) {
      scheduler.startClock();
    } else {
      for (ScheduleEvent schedule : template.schedules()) {
        rooms.add(triggers.start(schedule, places));
      }
    }
    return new Endpoints(
        api.url(),
        issuer.url(),
        places.s3(),
        places.ref(TemplateParameterValues.EXPORTS),
        places.ref(TemplateParameterValues.VIDEOS),
        places.sqs(),
        template.queues().stream().map(QueueSettings::name).collect(toMap(id -> id, places::ref)),
        services.dataApi().url(),
        services.secrets().url(),
        services.postgres().url(),
        scheduler.urls(),
        wires.url(),
        logs,
        functions.environments());
  }

  /** Found out before the database and all functions are started in vain. */
  private static void requireFree(InetSocketAddress address) throws IOException {
    if (address.isUnresolved() || NetworkInterface.getByInetAddress(address.getAddress()) == null) {
      throw new IOException(address.getHostString() + " is no address of this machine.");
    }
    new LoopbackServer(address, HttpExchange::close).close();
  }

  private static void requireZips(List<FunctionSettings> functions) throws NoSuchFileException {
    for (var function : functions) {
      if (!Files.isRegularFile(function.zip())) {
        throw new NoSuchFileException(function.zip().toString());
      }
    }
  }
}
