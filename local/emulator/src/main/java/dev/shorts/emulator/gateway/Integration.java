package dev.shorts.emulator.gateway;

/** What a route leads to: takes the event and gives the function's answer, both JSON. */
@FunctionalInterface
public interface Integration {

  /** Throws when the function failed, whatever the reason; the client is told 500. */
  byte[] invoke(byte[] event) throws Exception;
}
