package dev.shorts.migrate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.util.Set;
import org.postgresql.ds.PGSimpleDataSource;

/** A DatabaseUrl is {@code postgres://user:password@host:port/name?parameters}. */
record DatabaseUrl(URI uri) {

  private static final int DEFAULT_PORT = 5432;

  private static final String USAGE =
      "Say which database: DATABASE_URL=postgres://user:password@host:5432/name (as the role that"
          + " will migrate). In the password, write %20 for a space, %25 %23 %2F %3A %40 for % # /"
          + " : @, or put it into PGPASSWORD as it is.";

  /**
   * @throws IllegalArgumentException with a sentence that holds nothing of {@code text}, in which a
   *     password may be
   */
  static DatabaseUrl of(String text) {
    try {
      var uri = new URI(text);
      if (uri.getScheme() != null && !Set.of("postgres", "postgresql").contains(uri.getScheme())) {
        throw new IllegalArgumentException(
            "DATABASE_URL must begin with postgres:// or postgresql://.");
      }
      if (uri.getHost() == null || uri.getPath().length() < 2) {
        throw new IllegalArgumentException(USAGE);
      }
      return new DatabaseUrl(uri);
    } catch (URISyntaxException _) {
      throw new IllegalArgumentException(USAGE);
    }
  }

  String host() {
    return uri.getHost();
  }

  int port() {
    return uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
  }

  String database() {
    return uri.getPath().substring(1);
  }

  /** Returns a source of read-only connections. */
  PGSimpleDataSource source(String otherPassword) {
    var source = new PGSimpleDataSource();
    source.setUrl(
        "jdbc:postgresql://%s:%d%s%s"
            .formatted(
                host(),
                port(),
                uri.getRawPath(),
                uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery()));
    var login = uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
    source.setUser(login.length > 0 ? decoded(login[0]) : System.getProperty("user.name"));
    source.setPassword(login.length > 1 ? decoded(login[1]) : otherPassword);
    source.setReadOnly(true);
    return source;
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), UTF_8);
  }
}
