package dev.shorts.transcode.timeline;

import dev.shorts.transcode.frames.FrameFilter;
import java.util.regex.Pattern;

/** Evaluates what {@link FrameFilter} writes, as FFmpeg does: comparisons in a tree. */
public final class FrameExpression {

  private static final Pattern FORM = Pattern.compile("(\\d+)\\*(.*)\\n", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

  private final String text;
  private final String variable;
  private final Node tree;
  private int at;

  /** Ticks of the filter's clock for each frame of the short. */
  public final long ticksOfAFrame;

  private sealed interface Node {
    record Row(int row) implements Node {}

    record If(double limit, Node less, Node other) implements Node {}
  }

  /**
   * @param variable the only one that there may be: "T" or "N"
   */
  public FrameExpression(String text, String variable) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(text);
    }
    this.ticksOfAFrame = Long.parseLong(form.group(1));
    this.text = form.group(2);
    this.variable = variable;
    this.tree = node();
    if (at != this.text.length()) {
      throw new IllegalArgumentException("after the tree: " + this.text.substring(at));
    }
  }

  /** The frame of the short for a source frame with this time in seconds, or this number. */
  public int row(double value) {
    var node = tree;
    while (node instanceof Node.If(double limit, Node less, Node other)) {
      node = value < limit ? less : other;
    }
    return ((Node.Row) node).row();
  }

  /** How many comparisons lie within one another at most. */
  public int depth() {
    return depth(tree);
  }

  private static int depth(Node node) {
    return switch (node) {
      case Node.Row _ -> 0;
      case Node.If(_, var less, var other) -> 1 + Math.max(depth(less), depth(other));
    };
  }

  private Node node() {
    if (!text.startsWith("if(", at)) {
      return new Node.Row(Integer.parseInt(number()));
    }
    skip("if(lt(" + variable + ",");
    double limit = Double.parseDouble(number());
    skip("),");
    var less = node();
    skip(",");
    var other = node();
    skip(")");
    return new Node.If(limit, less, other);
  }

  private String number() {
    var number = NUMBER.matcher(text).region(at, text.length());
    if (!number.lookingAt()) {
      throw new IllegalArgumentException("no number: " + text.substring(at));
    }
    at = number.end();
    return number.group();
  }

  private void skip(String expected) {
    if (!text.startsWith(expected, at)) {
      throw new IllegalArgumentException("not " + expected + ": " + text.substring(at));
    }
    at += expected.length();
  }
}
