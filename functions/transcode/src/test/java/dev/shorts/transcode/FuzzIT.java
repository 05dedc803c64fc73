package dev.shorts.transcode;

import static dev.shorts.transcode.hostile.HostileFile.COMPLETED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.hostile.Canary;
import dev.shorts.transcode.hostile.Mutation;
import dev.shorts.transcode.hostile.Workshop;
import dev.shorts.transcode.problem.SourceProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Copies of real videos with something changed at random, the same ones at every run. */
@Isolated
class FuzzIT {

  private static final int COPIES = 8;
  private static final Duration DEADLINE = Duration.ofSeconds(60);

  @TempDir private static Path shop;
  private static Workshop workshop;
  private static Canary canary;

  @TempDir private Path root;

  @BeforeAll
  static void open() throws IOException {
    canary = new Canary(Files.createFile(shop.resolve("canary.ts")));
    workshop = Workshop.in(shop, canary);
  }

  @AfterAll
  static void close() throws IOException {
    canary.close();
  }

  static Stream<Mutation> mutations() {
    return Stream.of("mp4", "mov", "mkv", "ts", "avi", "flv")
        .flatMap(kind -> IntStream.range(0, COPIES).mapToObj(seed -> new Mutation(kind, seed)));
  }

  @ParameterizedTest
  @MethodSource("mutations")
  void endsWithAProvedShortOrWithASentence(Mutation mutation) throws IOException {
    Files.createDirectories(root.resolve("sources"));
    Files.write(root.resolve("sources/cat.mov"), mutation.make(workshop));

    var job = HostileJob.run(root, DEADLINE);

    var sentences = Arrays.stream(SourceProblem.values()).map(SourceProblem::name);
    assertThat(Stream.concat(Stream.of(COMPLETED), sentences))
        .as("%s", job.log())
        .contains(job.ending());
    assertThat(job.ending()).isNotEqualTo(SourceProblem.NOT_PROVED.name());
    assertThat(ProcessHandle.current().descendants()).isEmpty();
    assertThat(HostileJob.leftIn(root)).isEmpty();
  }
}
