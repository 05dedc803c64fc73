package dev.shorts.transcode.hostile;

import static dev.shorts.transcode.hostile.Bytes.element;
import static dev.shorts.transcode.hostile.Bytes.find;
import static dev.shorts.transcode.hostile.Bytes.hex;
import static dev.shorts.transcode.hostile.Bytes.join;
import static dev.shorts.transcode.hostile.Bytes.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A Matroska that says it is a part of others: segments, ordered chapters, an attachment. */
final class LinkedSegments {

  private static final byte[] UID = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private LinkedSegments() {}

  static byte[] make(Workshop workshop) {
    var name = text(workshop.canary().file().toString());
    var info =
        element(
            "1549a966",
            element("73a4", UID),
            element("3cb923", UID),
            element("3c83ab", name),
            element("3eb923", UID),
            element("3e83bb", name));
    var chapter =
        element(
            "b6",
            element("73c4", hex("01")),
            element("91", hex("00")),
            element("92", hex("3b9aca00")),
            element("6e67", UID));
    var chapters =
        element(
            "1043a770",
            element("45b9", element("45bc", hex("01")), element("45dd", hex("01")), chapter));
    var attachment =
        element(
            "1941a469",
            element(
                "61a7",
                element("466e", name),
                element("4660", text("text/plain")),
                element("465c", name),
                element("46ae", hex("01"))));
    return afterTheHeader(workshop, join(info, chapters, attachment));
  }

  /** The file with more elements in its segment, which is of unknown size and has no table. */
  static byte[] afterTheHeader(Workshop workshop, byte[] elements) {
    var file = workshop.clip("mkv", "-live 1");
    int at = find(file, "\u0018\u0053\u0080\u0067", 0) + 12;
    return join(Arrays.copyOf(file, at), elements, Arrays.copyOfRange(file, at, file.length));
  }
}
