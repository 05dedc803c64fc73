package dev.shorts.emulator.template;

import java.util.List;

/** Holds the routes, queues and schedules that invoke the template's functions. */
public record FunctionEvents(
    List<RouteEvent> routes, List<QueueEvent> queues, List<ScheduleEvent> schedules) {

  public FunctionEvents {
    routes = List.copyOf(routes);
    queues = List.copyOf(queues);
    schedules = List.copyOf(schedules);
  }
}
