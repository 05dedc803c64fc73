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
import dev.shorts.emulator.template.QueueEvent;
import dev.shorts.emulator.template.ScheduleEvent;
import dev.shorts.emulator.template.Template;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** What makes the functions run: requests, messages and the clock. */
record EventSources(Template template, LocalFunctions functions) {

  List<Route> routes(InstantSource clock) {
    var authorizers =
        template.api().authorizers().values().stream()
            .distinct()
            .collect(
                toMap(
                    Function.identity(),
                    jwt -> new JwtAuthorizer(jwt.issuer(), jwt.audience(), clock)));
    return template.routes().stream()
        .map(
            route ->
                new Route(
                    route.key(),
                    route.authorizer().map(authorizers::get),
                    event -> functions.payload(route.function(), event)))
        .toList();
  }

  /**
   * @param sqs the way to SQS
   */
  EventSourceMapping start(QueueEvent mapping, StorageEndpoints places, URI sqs) {
    return new EventSourceMapping(
        new QueueClient(
            sqs,
            places.ref(mapping.queue()),
            places.queueArn(mapping.queue()),
            functions.role(mapping.function())),
        functions.wayTo(mapping.function()),
        mapping.batchSize(),
        mapping.maximumConcurrency(),
        mapping.reportsFailures());
  }

  /** Of a rule that LocalStack fires into a queue. */
  RuleQueue start(ScheduleEvent schedule, StorageEndpoints places) {
    var queue = schedule.name() + "Queue";
    return new RuleQueue(
        new QueueClient(places.sqs(), places.ref(queue), places.queueArn(queue), ""),
        functions.wayTo(schedule.function()));
  }

  /**
   * @param without the event of a schedule that says none
   */
  List<Rule> rules(ScheduledEvent without) {
    return template.schedules().stream().map(schedule -> rule(schedule, without)).toList();
  }

  private Rule rule(ScheduleEvent schedule, ScheduledEvent without) {
    return new Rule(
        schedule.name(),
        schedule.rate(),
        () -> {
          byte[] event =
              schedule.input().isPresent()
                  ? schedule.input().get().getBytes(UTF_8)
                  : without.of(schedule.name());
          return functions.payload(schedule.function(), event);
        });
  }
}
