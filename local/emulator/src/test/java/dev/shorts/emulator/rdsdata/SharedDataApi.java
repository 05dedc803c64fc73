package dev.shorts.emulator.rdsdata;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the same {@link TestDataApi} to all tests, as PostgreSQL takes seconds to start; JUnit
 * closes it after the last one. What a test makes in it has a name that no other test uses.
 */
final class SharedDataApi implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
    return parameter.getParameter().getType() == TestDataApi.class;
  }

  @Override
  public TestDataApi resolveParameter(ParameterContext parameter, ExtensionContext test) {
    return test.getRoot()
        .getStore(Namespace.GLOBAL)
        .computeIfAbsent(TestDataApi.class, _ -> start(), TestDataApi.class);
  }

  private static TestDataApi start() {
    try {
      return new TestDataApi();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
