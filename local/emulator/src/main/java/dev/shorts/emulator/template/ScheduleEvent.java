package dev.shorts.emulator.template;

import dev.shorts.emulator.events.Rate;
import java.util.Optional;

/**
 * A function that runs by the clock.
 *
 * @param name as SAM names the rule: the function's and the event's
 * @param input the event; empty: EventBridge's own
 */
public record ScheduleEvent(String function, String name, Rate rate, Optional<String> input) {}
