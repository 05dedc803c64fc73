package dev.shorts.emulator.template;

import dev.shorts.emulator.events.Rate;
import java.util.Optional;

/**
 * Configures the invocation of a function at a rate.
 *
 * @param name that SAM gives the rule: those of the function and of the event, joined
 * @param input the event; empty for the default event of EventBridge
 */
public record ScheduleEvent(String function, String name, Rate rate, Optional<String> input) {}
