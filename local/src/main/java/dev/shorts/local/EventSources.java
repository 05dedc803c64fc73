package dev.shorts.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import dev.shorts.emulator.events.EventSourceMapping;
import dev.shorts.emulator.events.QueueClient;
import dev.shorts.emulator.events.Rule;
import dev.shorts.emulator.events.RuleQueue;
import dev.shorts.emulator.events.ScheduledEvent;
import dev.shorts.emulator.gateway.JwtAuthorizer;
import dev.shorts.emulator.gateway.Route;
import dev.shorts.emulator.template.Authorizer;
import dev.shorts.emulator.template.FunctionEvents;
import dev.shorts.emulator.template.QueueEvent;
import dev.shorts.emulator.template.ScheduleEvent;
import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Connects the API, the queues and the schedules to the functions. */
record EventSources(FunctionEvents events, LocalFunctions functions) {

  List<Route> routes(Collection<Authorizer> declared, InstantSource clock) {
    var authorizers =
        declared.stream()
            .distinct()
            .collect(
                toMap(
                    Function.identity(),
                    jwt -> new JwtAuthorizer(jwt.issuer(), jwt.audience(), clock)));
    return events.routes().stream()
        .map(
            route ->
                new Route(
                    route.key(),
                    route.authorizer().map(authorizers::get),
                    event -> functions.payload(route.function(), event)))
        .toList();
  }

  /**
   * Starts to pass the messages of a queue to its function.
   *
   * @param sqs endpoint of SQS
   */
  EventSourceMapping start(QueueEvent mapping, StorageEndpoints storage, URI sqs) {
    return new EventSourceMapping(
        new QueueClient(
            sqs,
            storage.ref(mapping.queue()),
            storage.queueArn(mapping.queue()),
            functions.role(mapping.function())),
        functions.invoker(mapping.function()),
        mapping.batchSize(),
        mapping.maximumConcurrency(),
        mapping.reportsFailures());
  }

  /** Starts to pass the events of a rule that LocalStack fires into a queue. */
  RuleQueue start(ScheduleEvent schedule, StorageEndpoints storage) {
    var queue = schedule.name() + "Queue";
    return new RuleQueue(
        new QueueClient(storage.sqs(), storage.ref(queue), storage.queueArn(queue), ""),
        functions.invoker(schedule.function()));
  }

  /**
   * @param byDefault the event of a schedule without an input
   */
  List<Rule> rules(ScheduledEvent byDefault) {
    return events.schedules().stream().map(schedule -> rule(schedule, byDefault)).toList();
  }

  private Rule rule(ScheduleEvent schedule, ScheduledEvent byDefault) {
    return new Rule(
        schedule.name(),
        schedule.rate(),
        () -> {
          byte[] event =
              schedule.input().isPresent()
                  ? schedule.input().get().getBytes(UTF_8)
                  : byDefault.of(schedule.name());
          return functions.payload(schedule.function(), event);
        });
  }
}
