package dev.shorts.it.driver;

import dev.shorts.it.http.OpenApi;
import dev.shorts.local.LocalCloud;
import dev.shorts.local.LocalCloudSettings;
import dev.shorts.local.StartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A running local cloud, seen from outside: by its {@code endpoints.json} only. */
public final class Cloud implements AutoCloseable {

  /** Failsafe runs in the module's folder. */
  public static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  /** What was done in clouds that are closed. */
  private static final List<Permission> DONE = new CopyOnWriteArrayList<>();

  private final LocalCloud cloud;
  private final Platform platform;

  private Cloud(LocalCloud cloud, Platform platform) {
    this.cloud = cloud;
    this.platform = platform;
  }

  /** Holds the one cloud that all tests share; started by the first that asks for it. */
  private static final class Shared {
    private static final Cloud CLOUD = startUntilTheTestsEnd();

    private static Cloud startUntilTheTestsEnd() {
      try {
        var cloud = start(settings(), "endpoints.json");
        Runtime.getRuntime().addShutdownHook(new Thread(cloud::close));
        return cloud;
      } catch (StartException e) {
        throw new IllegalStateException(e.getMessage(), e);
      }
    }
  }

  /** Of the template as it is; on a LocalStack, if {@code -Dlocalstack} says where one is. */
  public static LocalCloudSettings settings() {
    var localStack = System.getProperty("localstack", "");
    var embedded = LocalCloudSettings.of(ROOT);
    return localStack.isEmpty() ? embedded : embedded.with(URI.create(localStack));
  }

  public static Cloud shared() {
    return Shared.CLOUD;
  }

  /** Another cloud than the shared one, to be closed by who starts it. */
  public static Cloud start(LocalCloudSettings settings, String endpointsFile)
      throws StartException {
    var cloud = new LocalCloud(settings, System.err::println);
    var file = ROOT.resolve("integration-tests/target").resolve(endpointsFile);
    try {
      cloud.start().write(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Cloud(
        cloud, new Platform(Endpoints.read(file), OpenApi.read(ROOT.resolve("openapi.yaml"))));
  }

  public Platform platform() {
    return platform;
  }

  /** What functions' roles may do, and whether it was needed in a cloud of before. */
  public static List<Permission> permissionsOfClosedOnes() {
    return List.copyOf(DONE);
  }

  @Override
  public void close() {
    DONE.addAll(platform.wires().permissions());
    cloud.close();
  }
}
