package dev.shorts.it;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/** The local cloud's switches for faults. */
record Wires(URI url) {

  /** A fault that is switched on. */
  record Switched(Fault fault, URI url) {

    int fired() {
      return number(send(HttpRequest.newBuilder(url).GET()), "fired");
    }

    boolean firedEnough() {
      return fired() >= fault.enough();
    }

    void off() {
      send(HttpRequest.newBuilder(url).DELETE());
    }
  }

  Switched on(Fault fault) {
    try {
      var json = JSON.std.asString(fault.words());
      var answer =
          send(
              HttpRequest.newBuilder(URI.create(url + "/faults"))
                  .POST(BodyPublishers.ofString(json)));
      if (answer.status() != 201) {
        throw new IllegalArgumentException(json + " answered " + answer.shown());
      }
      return new Switched(fault, URI.create(url + "/faults/" + number(answer, "id")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Answer send(HttpRequest.Builder request) {
    return User.send(request.build());
  }

  private static int number(Answer answer, String name) {
    return ((Number) answer.field(name)).intValue();
  }
}
