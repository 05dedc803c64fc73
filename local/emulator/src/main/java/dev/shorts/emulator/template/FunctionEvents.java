package dev.shorts.emulator.template;

import java.util.List;

/** Lists the events that invoke the template's functions. */
public record FunctionEvents(
    List<RouteEvent> routes, List<QueueEvent> queues, List<ScheduleEvent> schedules) {

  public FunctionEvents {
    routes = List.copyOf(routes);
    queues = List.copyOf(queues);
    schedules = List.copyOf(schedules);
  }
}
