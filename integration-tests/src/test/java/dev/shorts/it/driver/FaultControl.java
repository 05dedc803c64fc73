package dev.shorts.it.driver;

import dev.shorts.emulator.host.JsonCodec;
import dev.shorts.it.http.ApiAnswer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The ways of the local cloud: switches for faults, and what was called. */
public record FaultControl(URI url) {

  /** A fault that is switched on. */
  public record Switched(Fault fault, URI url) {

    public int fired() {
      return number(send(HttpRequest.newBuilder(url).GET()), "fired");
    }

    public boolean firedEnough() {
      return fired() >= fault.enough();
    }

    public void off() {
      send(HttpRequest.newBuilder(url).DELETE());
    }
  }

  /**
   * What the functions have called about a user or an export so far, such as {@code sqs
   * SendMessage} or {@code rds-data get_scene_export}.
   */
  public List<String> calls(Object about) {
    return calls(about, _ -> true);
  }

  /** Those that one function has made. */
  public List<String> calls(Object about, String function) {
    return calls(about, call -> call.get("function").equals(function));
  }

  private List<String> calls(Object about, Predicate<Map<?, ?>> which) {
    var answer = send(HttpRequest.newBuilder(URI.create(url + "/calls/" + about)));
    return answer.list().stream()
        .<Map<?, ?>>map(call -> (Map<?, ?>) call)
        .filter(which)
        .map(call -> call.get("service") + " " + call.get("operation"))
        .toList();
  }

  /** What each role may do, and whether it was needed. */
  public List<Permission> permissions() {
    return told("granted");
  }

  /** What roles have asked for in vain. */
  public List<Permission> refusals() {
    return told("refused");
  }

  private List<Permission> told(String which) {
    var answer = send(HttpRequest.newBuilder(URI.create(url + "/permissions")));
    return ((List<?>) answer.field(which))
        .stream().map(one -> Permission.of((Map<?, ?>) one)).toList();
  }

  /** Tries to switch a fault on: what is answered. */
  public ApiAnswer tryOn(String fault) {
    return send(
        HttpRequest.newBuilder(URI.create(url + "/faults")).POST(BodyPublishers.ofString(fault)));
  }

  public Switched on(Fault fault) {
    var json = JsonCodec.text(fault.words());
    var answer = tryOn(json);
    if (answer.status() != 201) {
      throw new IllegalArgumentException(json + " answered " + answer.shown());
    }
    return new Switched(fault, URI.create(url + "/faults/" + number(answer, "id")));
  }

  private static ApiAnswer send(HttpRequest.Builder request) {
    return User.send(request.build());
  }

  private static int number(ApiAnswer answer, String name) {
    return ((Number) answer.field(name)).intValue();
  }
}
