package dev.shorts.export;

/** How good, and so how large, the short is to be. */
public enum Quality {
  HIGH,
  MEDIUM
}
