package dev.shorts.transcode;

import static dev.shorts.transcode.hostile.HostileFile.COMPLETED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.json.Json;
import dev.shorts.transcode.hostile.Broken;
import dev.shorts.transcode.hostile.Canary;
import dev.shorts.transcode.hostile.HostileFile;
import dev.shorts.transcode.hostile.ManyStreams;
import dev.shorts.transcode.hostile.NamesOthers;
import dev.shorts.transcode.hostile.OddFiles;
import dev.shorts.transcode.hostile.OddSound;
import dev.shorts.transcode.hostile.ResourceBombs;
import dev.shorts.transcode.hostile.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What strangers may upload: each file ends as it should, in time, and leaves nothing behind. */
@Isolated
class HostileIT {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private static final int LONGEST_LINE = 20_000;

  @TempDir private static Path shop;
  private static Canary canary;
  private static Workshop workshop;

  @TempDir private Path root;

  @BeforeAll
  static void open() throws Exception {
    var video = shop.resolve("canary.ts");
    Workshop.stock(List.of("-f", "lavfi", "-i", "testsrc2=s=64x64", "-t", "3", video.toString()));
    canary = new Canary(video);
    workshop = Workshop.in(shop, canary);
  }

  @AfterAll
  static void close() throws IOException {
    canary.close();
  }

  static Stream<HostileFile> files() {
    return Stream.of(
            NamesOthers.all(),
            Broken.all(),
            ResourceBombs.all(),
            ManyStreams.all(),
            OddFiles.all(),
            OddSound.all())
        .flatMap(List::stream);
  }

  @Test
  void whatIsLeftIsSeen() throws IOException {
    Files.createFile(Files.createDirectories(root.resolve("work")).resolve("left"));
    var left = new ProcessBuilder("sleep", "60").start();
    try {
      assertThat(HostileJob.leftIn(root)).containsExactly(Path.of("work/left"));
      assertThat(ProcessHandle.current().descendants()).isNotEmpty();
    } finally {
      left.destroyForcibly().onExit().join();
    }
  }

  /** The positive control: the canary is worth naming, and is heard. */
  @ParameterizedTest
  @CsvSource({
    "an HLS playlist of an address, -f hls -allowed_extensions ALL -extension_picky 0",
    "an HLS playlist of a file, -f hls -allowed_extensions ALL -extension_picky 0",
    "an HLS playlist of playlists, -f hls -allowed_extensions ALL -extension_picky 0",
    "a concat script, -safe 0",
    "a concat script of an address, -safe 0",
    "a DASH manifest, -f dash",
    "a MOV whose data is in a file, -enable_drefs 1 -use_absolute_path 1"
  })
  void anFfmpegWithoutRestrictionsIsLured(String name, String options) throws Exception {
    var file = files().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
    var lure = Files.write(root.resolve("lure.mov"), file.maker().make(workshop));
    canary.listen();

    var arguments = new ArrayList<>(List.of("-protocol_whitelist", "file,http,tcp"));
    arguments.addAll(List.of(options.split(" ")));
    arguments.addAll(List.of("-i", lure.toString(), "-f", "null", "-"));
    Workshop.stock(arguments);

    assertThat(canary.sings()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("files")
  void endsAsItShouldAndLeavesNothingBehind(HostileFile file) throws IOException {
    Files.createDirectories(root.resolve("sources"));
    Files.write(root.resolve("sources/cat.mov"), file.maker().make(workshop));
    canary.listen();

    var job = HostileJob.run(root, DEADLINE);

    assertThat(job.ending()).as("%s", job.log()).isEqualTo(file.ending());
    assertThat(job.asked()).hasSize(2);
    assertThat(job.took()).isLessThan(DEADLINE);
    assertThat(canary.sings()).isFalse();
    assertThat(ProcessHandle.current().descendants()).isEmpty();
    assertThat(HostileJob.leftIn(root)).isEmpty();
    assertThat(Files.exists(root.resolve("exports").resolve(Jobs.KEY)))
        .isEqualTo(file.ending().equals(COMPLETED));
    assertThat(job.log())
        .allSatisfy(line -> assertThat(Json.read(line)).isNotNull())
        .noneMatch(line -> line.contains(Jobs.TOKEN.toString()))
        .allMatch(line -> line.length() < LONGEST_LINE);
  }
}
