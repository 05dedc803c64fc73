package dev.shorts.transcode.hostile;

import java.util.Arrays;
import java.util.Random;

/**
 * A change of a real video.
 *
 * @param kind the extension of its container
 */
public record Mutation(String kind, int seed) {

  /** Containers say most about themselves at their beginning and at their end. */
  private static final int EDGE = 2048;

  public byte[] make(Workshop workshop) {
    var random = new Random(31L * kind.hashCode() + seed);
    var file = workshop.clip(kind).clone();
    int changes = 1 << random.nextInt(7);
    for (int i = 0; i < changes; i++) {
      int at =
          switch (random.nextInt(3)) {
            case 0 -> random.nextInt(EDGE);
            case 1 -> file.length - 1 - random.nextInt(EDGE);
            default -> random.nextInt(file.length);
          };
      change(file, at, random);
    }
    return random.nextInt(6) == 0 ? Arrays.copyOf(file, random.nextInt(file.length)) : file;
  }

  private static void change(byte[] file, int at, Random random) {
    switch (random.nextInt(4)) {
      case 0 -> file[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> file[at] = (byte) random.nextInt();
      case 2 -> Arrays.fill(file, at, Math.min(file.length, at + 4), (byte) 0xff);
      default -> Arrays.fill(file, at, Math.min(file.length, at + random.nextInt(64)), (byte) 0);
    }
  }
}
