package dev.shorts.it.driver;

import dev.shorts.emulator.host.JsonCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code endpoints.json}, by which tools outside the local cloud find its services. */
public record Endpoints(Map<String, Object> all) {

  public static Endpoints read(Path json) {
    try {
      return new Endpoints(JsonCodec.map(Files.readAllBytes(json)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI url(String... path) {
    return URI.create(text(path));
  }

  public String text(String... path) {
    Object value = all;
    for (var name : List.of(path)) {
      value = ((Map<?, ?>) value).get(name);
    }
    return value.toString();
  }

  /** What is said under a name, by its names. */
  public Set<String> names(String name) {
    var names = new TreeSet<String>();
    ((Map<?, ?>) all.get(name)).keySet().forEach(key -> names.add(key.toString()));
    return names;
  }
}
