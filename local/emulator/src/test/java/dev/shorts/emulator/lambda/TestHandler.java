package dev.shorts.emulator.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.TreeMap;

/** A function that does what its event says, for tests of what runs it. */
public final class TestHandler implements RequestStreamHandler {

  public TestHandler() {
    if (System.getenv("REFUSE") != null) {
      throw new IllegalStateException(System.getenv("REFUSE"));
    }
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    String[] words = new String(event.readAllBytes(), UTF_8).split(" ", 2);
    String said =
        switch (words[0]) {
          case "say" -> words[1];
          case "variables" -> new TreeMap<>(System.getenv()).toString();
          case "property" -> System.getProperty(words[1]);
          case "clocks" -> System.currentTimeMillis() + " " + System.nanoTime();
          case "request" ->
              context.getAwsRequestId()
                  + " "
                  + context.getInvokedFunctionArn()
                  + " "
                  + context.getRemainingTimeInMillis();
          case "run" -> run(words[1]);
          case "start" -> Long.toString(new ProcessBuilder(words[1].split(" ")).start().pid());
          case "hang" -> run("sleep 600");
          case "throw" -> throw new IllegalArgumentException(words[1]);
          case "exit" -> {
            Runtime.getRuntime().halt(Integer.parseInt(words[1]));
            yield "";
          }
          default -> String.join(" ", words);
        };
    System.out.println("said " + said);
    answer.write(said.getBytes(UTF_8));
  }

  private static String run(String command) throws IOException {
    return new String(
            new ProcessBuilder(command.split(" ")).start().getInputStream().readAllBytes(), UTF_8)
        .strip();
  }
}
