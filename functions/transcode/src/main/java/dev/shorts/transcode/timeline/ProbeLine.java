package dev.shorts.transcode.timeline;

import java.util.OptionalLong;

/** Parses a line of ffprobe's compact format, such as {@code packet|pts=3600|dts=0|flags=K__}. */
record ProbeLine(String text) {

  boolean isOf(String section) {
    return text.startsWith(section + "|");
  }

  /** Returns a numeric field; empty if it is missing or "N/A". */
  OptionalLong number(String field) {
    var value = field(field);
    return value.matches("-?\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(value))
        : OptionalLong.empty();
  }

  boolean hasFlag(char flag) {
    return field("flags").indexOf(flag) >= 0;
  }

  private String field(String name) {
    int at = text.indexOf("|" + name + "=");
    if (at < 0) {
      return "";
    }
    int from = at + name.length() + 2;
    int to = text.indexOf('|', from);
    return to < 0 ? text.substring(from) : text.substring(from, to);
  }
}
