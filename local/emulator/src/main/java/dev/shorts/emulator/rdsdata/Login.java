package dev.shorts.emulator.rdsdata;

import static java.util.Objects.requireNonNull;

/** Holds a database role and its password. */
public record Login(String username, String password) {

  public Login {
    requireNonNull(username, "username");
    requireNonNull(password, "password");
  }
}
