package dev.shorts.migrate;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Stream;

/** A Zip gives Flyway the function's migrations, and until it is closed those of other folders. */
record Zip(ClassLoader before, URLClassLoader loader) implements AutoCloseable {

  /**
   * @param folders of {@code zips/}
   */
  static Zip with(String... folders) {
    var before = Thread.currentThread().getContextClassLoader();
    var urls =
        Stream.of(folders)
            .map(folder -> Zip.class.getResource("/zips/%s/".formatted(folder)))
            .toArray(URL[]::new);
    var zip = new Zip(before, new URLClassLoader(urls, before));
    Thread.currentThread().setContextClassLoader(zip.loader);
    return zip;
  }

  @Override
  public void close() throws IOException {
    Thread.currentThread().setContextClassLoader(before);
    loader.close();
  }
}
