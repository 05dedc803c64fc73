package dev.shorts.transcode.source;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Holds a range of the bytes {@code first} to {@code last} of a resource, both included (RFC 9110,
 * section 14).
 */
record ByteRange(long first, long last) {

  private static final Pattern FORM = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** Meaning of a request's {@code Range} header. */
  sealed interface Asked {
    /** No range, or one of a form that a server may ignore. */
    record Whole() implements Asked {}

    record Part(ByteRange range) implements Asked {}

    /** The range lies outside the resource. */
    record Outside() implements Asked {}
  }

  /** Parses the {@code Range} header of a request for a resource of {@code size} bytes. */
  static Asked asked(Optional<String> header, long size) {
    var form = FORM.matcher(header.orElse(""));
    if (!form.matches() || form.group(1).isEmpty() && form.group(2).isEmpty()) {
      return new Asked.Whole();
    }
    if (form.group(1).isEmpty()) {
      return part(Math.max(0, size - Long.parseLong(form.group(2))), size - 1);
    }
    long last = form.group(2).isEmpty() ? size - 1 : Long.parseLong(form.group(2));
    return part(Long.parseLong(form.group(1)), Math.min(last, size - 1));
  }

  private static Asked part(long first, long last) {
    return first > last ? new Asked.Outside() : new Asked.Part(new ByteRange(first, last));
  }

  long length() {
    return last - first + 1;
  }
}
