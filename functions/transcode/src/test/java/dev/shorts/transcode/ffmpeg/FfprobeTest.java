package dev.shorts.transcode.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.plan.Probe;
import dev.shorts.transcode.plan.ProbeReader;
import dev.shorts.transcode.plan.Scene;
import dev.shorts.transcode.plan.Timing;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfprobeTest {

  private static final URI SOURCE = URI.create("http://127.0.0.1:1/secret");
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void asksForWhatTheReaderReads() throws Exception {
    var report = ffprobe("echo '{\"streams\": []}'; echo \"$@\" >" + said()).probe(SOURCE, LONG);

    assertThat(report)
        .isEqualTo(
            new Report.Found<>(
                new Probe(
                    0,
                    BigDecimal.ZERO,
                    BigDecimal.ZERO,
                    Optional.empty(),
                    false,
                    List.of(),
                    List.of())));
    assertThat(said())
        .hasContent(
            "-hide_banner -loglevel error -of json=compact=1 -protocol_whitelist http,tcp"
                + " -format_whitelist mov,matroska,avi,mpegts,mpeg,flv,ogg -max_redirects 0"
                + " -initial_request_size 131072 -request_size 1048576"
                + (" -show_entries " + ProbeReader.ENTRIES + " -read_intervals %+#20")
                + " -i http://127.0.0.1:1/secret");
  }

  @Test
  void asksForTimesOnTheContainersClock() throws Exception {
    var probe =
        new Probe(
            1,
            new BigDecimal("1.4"),
            BigDecimal.ZERO,
            Optional.empty(),
            false,
            List.of(),
            List.of());
    var scene = new Scene(BigDecimal.TEN, new BigDecimal("12.5"));
    var report =
        ffprobe("echo '{\"packets\": [{\"pts_time\": \"11.4\"}]}'; echo \"$@\" >" + said())
            .timing(SOURCE, probe, 3, scene, LONG);

    assertThat(report)
        .isEqualTo(new Report.Found<>(new Timing(List.of(new BigDecimal("10.0")), true)));
    assertThat(Files.readString(said()))
        .contains(" -select_streams 3 -read_intervals 10.4%14.9 -show_entries packet=");
  }

  @Test
  void knowsThatTimesMayBeMissingWhereItWasComplainedAbout() throws Exception {
    var probe =
        new Probe(
            1, BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), false, List.of(), List.of());
    var scene = new Scene(BigDecimal.ZERO, BigDecimal.ONE);

    assertThat(
            ffprobe("echo '{}'; echo 'File ended prematurely' >&2")
                .timing(SOURCE, probe, 0, scene, LONG))
        .isEqualTo(new Report.Found<>(new Timing(List.of(), false)));
  }

  @Test
  void saysWhyItCouldNotRead() throws Exception {
    assertThat(ffprobe("echo 'Invalid data' >&2; exit 1").probe(SOURCE, LONG))
        .isEqualTo(new Report.Unreadable<Probe>(new LastWords(1, List.of("Invalid data"))));
    assertThat(ffprobe("exec sleep 60").probe(SOURCE, Duration.ofMillis(100)))
        .isEqualTo(new Report.TimedOut<Probe>(Duration.ofMillis(100)));
  }

  private Path said() {
    return folder.resolve("said");
  }

  private Ffprobe ffprobe(String script) {
    return new FakePrograms(folder).ffmpeg("").ffprobe(script).binaries().ffprobe();
  }
}
