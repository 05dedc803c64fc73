package dev.shorts.emulator.sam;

import dev.shorts.emulator.events.Rate;
import dev.shorts.emulator.template.FunctionEvents;
import dev.shorts.emulator.template.HttpApiSettings;
import dev.shorts.emulator.template.QueueEvent;
import dev.shorts.emulator.template.RouteEvent;
import dev.shorts.emulator.template.ScheduleEvent;
import dev.shorts.emulator.template.TemplateException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the {@code Events} of {@code AWS::Serverless::Function}. */
final class EventReader {

  /** Pollers of a mapping without a maximum, which AWS starts with. */
  private static final int POLLERS = 5;

  private final HttpApiSettings api;
  private final List<RouteEvent> routes = new ArrayList<>();
  private final List<QueueEvent> queues = new ArrayList<>();
  private final List<ScheduleEvent> schedules = new ArrayList<>();

  EventReader(HttpApiSettings api) {
    this.api = api;
  }

  /** The events of all functions that were read. */
  FunctionEvents events() {
    return new FunctionEvents(routes, queues, schedules);
  }

  void read(String function, Properties properties) {
    properties
        .sections("Events")
        .forEach(
            (name, event) -> {
              String type = event.text("Type");
              Properties details = event.section("Properties");
              switch (type) {
                case "HttpApi" -> routes.add(route(function, details));
                case "SQS" -> queue(function, details).ifPresent(queues::add);
                case "Schedule" ->
                    schedule(function, function + name, details).ifPresent(schedules::add);
                default ->
                    throw new TemplateException(
                        "%s %s: the local cloud doesn't know events of type %s",
                        function, name, type);
              }
            });
  }

  private RouteEvent route(String function, Properties event) {
    // There is one API.
    event.ignore("ApiId");
    event.require("PayloadFormatVersion", "2.0", "2.0");
    String method = event.text("Method").toUpperCase(Locale.ROOT);
    String path = event.text("Path");
    String name = event.section("Auth").optionalText("Authorizer").orElse(api.defaultAuthorizer());
    if (!name.isEmpty() && !name.equals("NONE") && !api.authorizers().containsKey(name)) {
      throw new TemplateException("there is no authorizer %s", name);
    }
    return new RouteEvent(
        function,
        path.equals("$default") ? path : method + " " + path,
        Optional.ofNullable(api.authorizers().get(name)));
  }

  private static Optional<QueueEvent> queue(String function, Properties event) {
    var responses = event.texts("FunctionResponseTypes");
    String queue = event.text("Queue");
    var mapping =
        new QueueEvent(
            function,
            queue.substring(queue.lastIndexOf(':') + 1),
            event.number("BatchSize", 10),
            event.section("ScalingConfig").number("MaximumConcurrency", POLLERS),
            responses.contains("ReportBatchItemFailures"));
    return enabled(event) ? Optional.of(mapping) : Optional.empty();
  }

  private static Optional<ScheduleEvent> schedule(String function, String name, Properties event) {
    event.ignore("Description", "Name");
    var input = event.optionalText("Input");
    try {
      var schedule = new ScheduleEvent(function, name, Rate.parse(event.text("Schedule")), input);
      return enabled(event) ? Optional.of(schedule) : Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new TemplateException("%s: %s", name, e.getMessage());
    }
  }

  private static boolean enabled(Properties event) {
    return event.optionalText("Enabled").map(Boolean::parseBoolean).orElse(true);
  }
}
