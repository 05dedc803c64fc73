package dev.shorts.transcode.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.ffmpeg.Ffprobe.Listing;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfprobeTest {

  private static final URI SOURCE = URI.create("http://127.0.0.1:1/secret");
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void commandLineHoldsSourceAndOptions() throws Exception {
    var report =
        ffprobe("echo '{\"streams\": []}'; echo \"$@\" >" + said())
            .report(SOURCE, List.of("-show_streams"), LONG);

    assertThat(report)
        .isEqualTo(new ProbeResult.Found<>(new ProbeJson(Map.of("streams", List.of()))));
    assertThat(said())
        .hasContent(
            "-hide_banner -loglevel error -of json=compact=1 -protocol_whitelist http,tcp"
                + " -format_whitelist mov,matroska,avi,mpegts,mpeg,flv,ogg -max_redirects 0"
                + " -initial_request_size 131072 -request_size 1048576"
                + " -show_streams"
                + " -i http://127.0.0.1:1/secret");
  }

  @Test
  void linesArePassedUntilTheReaderHasEnough() throws Exception {
    var lines = new ArrayList<String>();
    var report =
        ffprobe("echo \"$@\" >" + said() + "; echo packet; echo enough; exec sleep 100")
            .lines(SOURCE, List.of("-select_streams", "3"), LONG, line -> reads(line, lines));

    assertThat(report).isEqualTo(listing(false));
    assertThat(lines).containsExactly("packet", "enough");
    assertThat(Files.readString(said()))
        .startsWith("-hide_banner -loglevel warning -of compact -protocol_whitelist")
        .contains(" -select_streams 3 -i http://");
  }

  @Test
  void completeListingIsReported() throws Exception {
    var lines = new ArrayList<String>();

    assertThat(
            ffprobe("echo packet; echo File ended prematurely >&2")
                .lines(SOURCE, List.of(), LONG, line -> reads(line, lines)))
        .isEqualTo(listing(true, "File ended prematurely"));
    assertThat(lines).containsExactly("packet");
  }

  private static ProbeResult<Listing> listing(boolean complete, String... words) {
    return new ProbeResult.Found<>(new Listing(complete, new ErrorTail(0, List.of(words))));
  }

  private static boolean reads(String line, List<String> lines) {
    lines.add(line);
    return line.equals("enough");
  }

  @Test
  void errorOutputOfAFailureIsReturned() throws Exception {
    assertThat(
            ffprobe("echo 'Invalid data' >&2; exit 1")
                .report(SOURCE, List.of("-show_streams"), LONG))
        .isEqualTo(
            new ProbeResult.Unreadable<ProbeJson>(new ErrorTail(1, List.of("Invalid data"))));
    assertThat(ffprobe("exec sleep 60").report(SOURCE, List.of(), Duration.ofMillis(100)))
        .isEqualTo(new ProbeResult.TimedOut<ProbeJson>(Duration.ofMillis(100)));
  }

  private Path said() {
    return folder.resolve("said");
  }

  private Ffprobe ffprobe(String script) {
    return new FakePrograms(folder).ffmpeg("").ffprobe(script).binaries().ffprobe();
  }
}
