package dev.shorts.it;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that goes wrong between the functions and what they use, in the words of the local
 * cloud's control server.
 *
 * @param enough how often it has to come before its test goes on
 * @param anybodys whether it takes whoever comes: not every call says whose it is
 */
record Fault(Map<String, Object> words, int enough, boolean anybodys) {

  private static final int FOR_EVER = 100_000;

  /** Of the Data API: the SQL function that is called. */
  static Fault database(String function) {
    return at("rds-data", function);
  }

  static Fault s3(String operation) {
    return at("s3", operation);
  }

  static Fault sqs(String operation) {
    return at("sqs", operation);
  }

  static Fault lambda(String function) {
    return at("lambda", function);
  }

  private static Fault at(String service, String operation) {
    return new Fault(Map.of("service", service, "operation", operation), 1, false);
  }

  Fault answers(int status, String code) {
    return with("effect", "answer").with("status", status).with("code", code);
  }

  Fault drops() {
    return with("effect", "drop");
  }

  Fault cuts() {
    return with("effect", "cut");
  }

  Fault slows(int bytesPerSecond) {
    return with("effect", "slow").with("bytes_per_s", bytesPerSecond);
  }

  /** The source is read slowly, so that a short scene takes long and no processor time. */
  static Fault slowSource() {
    return s3("GetObject").slows(80_000).always();
  }

  Fault delays(int millis) {
    return with("effect", "delay").with("ms", millis);
  }

  Fault repeats() {
    return with("effect", "repeat");
  }

  Fault postpones(int seconds) {
    return with("effect", "postpone").with("s", seconds);
  }

  Fault kills() {
    return with("effect", "kill");
  }

  Fault freezes() {
    return with("effect", "freeze");
  }

  Fault killsProgram(String name) {
    return with("effect", "kill_program").with("program", name);
  }

  Fault fillsDiskFor(String file) {
    return with("effect", "full_disk").with("file", file);
  }

  Fault throttles() {
    return with("effect", "throttle");
  }

  /** The service does its work first. */
  Fault afterwards() {
    return with("when", "after");
  }

  /** Not the first ones. */
  Fault sparing(int calls) {
    return with("skip", calls);
  }

  Fault times(int times) {
    return new Fault(with("times", times).words, times, anybodys);
  }

  /** Until it is switched off, which it is once it has come. */
  Fault always() {
    return with("times", FOR_EVER);
  }

  /** Whether it ends by itself, and is about one user. */
  boolean passesByItself() {
    return !anybodys
        && !words.get("effect").equals("freeze")
        && !Integer.valueOf(FOR_EVER).equals(words.get("times"));
  }

  Fault byAnybody() {
    return new Fault(words, enough, true);
  }

  /** Only of a user, or of an export, unless it is anybody's. */
  Fault about(Object id) {
    return anybodys ? this : with("about", id.toString());
  }

  private Fault with(String name, Object value) {
    var more = new LinkedHashMap<>(words);
    more.put(name, value);
    return new Fault(more, enough, anybodys);
  }
}
