package dev.shorts.emulator.gateway;

/** Passes the event of a request to a function and returns what the function returns, both JSON. */
@FunctionalInterface
public interface Integration {

  /** Throws if the function fails for any reason; the client then gets a 500. */
  byte[] invoke(byte[] event) throws Exception;
}
