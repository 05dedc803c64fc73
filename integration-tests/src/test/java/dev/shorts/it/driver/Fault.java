package dev.shorts.it.driver;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that goes wrong between the functions and what they use, in the words of the local
 * cloud's control server.
 *
 * @param enough how often it has to come before its test goes on
 * @param anybodys whether it takes whoever comes: not every call says whose it is
 */
public record Fault(Map<String, Object> words, int enough, boolean anybodys) {

  private static final int FOR_EVER = 100_000;

  /** Of the Data API: the SQL function that is called. */
  public static Fault database(String function) {
    return at("rds-data", function);
  }

  public static Fault s3(String operation) {
    return at("s3", operation);
  }

  public static Fault sqs(String operation) {
    return at("sqs", operation);
  }

  public static Fault lambda(String function) {
    return at("lambda", function);
  }

  private static Fault at(String service, String operation) {
    return new Fault(Map.of("service", service, "operation", operation), 1, false);
  }

  public Fault answers(int status, String code) {
    return with("effect", "answer").with("status", status).with("code", code);
  }

  public Fault drops() {
    return with("effect", "drop");
  }

  public Fault cuts() {
    return with("effect", "cut");
  }

  public Fault slows(int bytesPerSecond) {
    return with("effect", "slow").with("bytes_per_s", bytesPerSecond);
  }

  /** The source is read slowly, so that a short scene takes long and no processor time. */
  public static Fault slowSource() {
    return s3("GetObject").slows(80_000).always();
  }

  public Fault delays(int millis) {
    return with("effect", "delay").with("ms", millis);
  }

  public Fault repeats() {
    return with("effect", "repeat");
  }

  public Fault postpones(int seconds) {
    return with("effect", "postpone").with("s", seconds);
  }

  public Fault kills() {
    return with("effect", "kill");
  }

  public Fault freezes() {
    return with("effect", "freeze");
  }

  public Fault killsProgram(String name) {
    return with("effect", "kill_program").with("program", name);
  }

  public Fault fillsDiskFor(String file) {
    return with("effect", "full_disk").with("file", file);
  }

  public Fault throttles() {
    return with("effect", "throttle");
  }

  /** The service does its work first. */
  public Fault afterwards() {
    return with("when", "after");
  }

  /** Not the first ones. */
  public Fault sparing(int calls) {
    return with("skip", calls);
  }

  public Fault times(int times) {
    return new Fault(with("times", times).words, times, anybodys);
  }

  /** Until it is switched off, which it is once it has come. */
  public Fault always() {
    return with("times", FOR_EVER);
  }

  /** Whether it ends by itself, and is about one user. */
  public boolean passesByItself() {
    return !anybodys
        && !words.get("effect").equals("freeze")
        && !Integer.valueOf(FOR_EVER).equals(words.get("times"));
  }

  public Fault byAnybody() {
    return new Fault(words, enough, true);
  }

  /** Only of a user, or of an export, unless it is anybody's. */
  public Fault about(Object id) {
    return anybodys ? this : with("about", id.toString());
  }

  private Fault with(String name, Object value) {
    var more = new LinkedHashMap<>(words);
    more.put(name, value);
    return new Fault(more, enough, anybodys);
  }
}
