package dev.shorts.emulator.events;

import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.emulator.lambda.Account;
import java.io.IOException;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Writes the event that EventBridge sends for a rule without an input.
 *
 * @param ids a new event id each time
 */
public record ScheduledEvent(InstantSource clock, Supplier<String> ids) {

  public byte[] of(String rule) throws IOException {
    return JsonCodec.bytes(
        Map.of(
            "version",
            "0",
            "id",
            ids.get(),
            "detail-type",
            "Scheduled Event",
            "source",
            "aws.events",
            "account",
            Account.ID,
            "time",
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString(),
            "region",
            Account.REGION,
            "resources",
            List.of(Account.arn("events", "rule/" + rule)),
            "detail",
            Map.of()));
  }
}
