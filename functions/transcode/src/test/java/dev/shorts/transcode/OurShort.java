package dev.shorts.transcode;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.export.Quality;
import dev.shorts.export.Strategy;
import dev.shorts.transcode.encode.FfmpegCommand;
import dev.shorts.transcode.ffmpeg.Binaries;
import dev.shorts.transcode.ffmpeg.ProbeJson;
import dev.shorts.transcode.ffmpeg.ProbeResult;
import dev.shorts.transcode.job.SceneTimes;
import dev.shorts.transcode.plan.EncoderPreset;
import dev.shorts.transcode.plan.Plan;
import dev.shorts.transcode.plan.PlanResult;
import dev.shorts.transcode.probe.ProbeReader;
import dev.shorts.transcode.probe.Rational;
import dev.shorts.transcode.search.SceneFrames;
import dev.shorts.transcode.source.RangeServer;
import dev.shorts.transcode.source.SourceBucket;
import dev.shorts.transcode.timeline.Timelines;
import dev.shorts.transcode.verify.ContractCheck;
import dev.shorts.transcode.verify.ShortPropertiesReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A real short by our own command, or by that command with one thing changed. */
final class OurShort implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  private final Binaries binaries = Binaries.on(Layer.path());
  private final RangeServer source;
  private final Path output;
  private Plan plan;

  OurShort(Path root) throws Exception {
    output = root.resolve("short.mp4");
    var video = Files.createDirectories(root.resolve("sources")).resolve("cat.avi");
    new FlashVideo(64, 64, Rational.of(30), 60, 40, true).write(video);
    source =
        RangeServer.of(
            new SourceBucket(new FolderStore(root), "sources").open("cat.avi"),
            "secret",
            root.resolve("source"),
            InstantSource.system());
    var probe =
        ((ProbeResult.Found<ProbeJson>)
                binaries.ffprobe().report(source.address(), ProbeReader.OPTIONS, LIMIT))
            .content();
    var timeline = Timelines.even(Rational.of(30), 2);
    var decision =
        PlanResult.of(
            ProbeReader.read(probe),
            new SceneFrames(timeline, Optional.empty(), timeline.end(), false),
            new SceneTimes(BigDecimal.ZERO, new BigDecimal("1.2")),
            Strategy.LETTERBOX,
            Quality.MEDIUM);
    plan = ((PlanResult.Feasible) decision).plan();
  }

  OurShort withoutAudio() {
    plan = plan.withoutAudio("");
    return this;
  }

  OurShort encode(String right, String wrong) throws Exception {
    plan.writeFiles(output.getParent());
    var command =
        String.join(
            " ",
            new FfmpegCommand(source.address(), plan, EncoderPreset.USUAL, 1, output).arguments());
    assertThat(command).contains(right);
    var words = new ArrayList<>(List.of(command.replace(right, wrong).split(" +")));
    words.addFirst(Layer.path() + "/ffmpeg");
    var ffmpeg =
        new ProcessBuilder(words)
            .directory(output.getParent().toFile())
            .redirectErrorStream(true)
            .start();
    var said = new String(ffmpeg.getInputStream().readAllBytes());
    assertThat(ffmpeg.waitFor()).as(said).isZero();
    return this;
  }

  /** Writes over the content of the first box of a type. */
  OurShort patch(String box, int at, ByteBuffer bytes) throws IOException {
    var file = Files.readAllBytes(output);
    int content = new String(file, ISO_8859_1).indexOf(box) + box.length();
    System.arraycopy(bytes.array(), 0, file, content + at, bytes.capacity());
    Files.write(output, file);
    return this;
  }

  List<ContractCheck> missed() throws Exception {
    var report =
        ((ProbeResult.Found<ProbeJson>)
                binaries.ffprobe().report(output, ShortPropertiesReader.OPTIONS, LIMIT))
            .content();
    return ContractCheck.missedBy(ShortPropertiesReader.read(report, output), plan);
  }

  @Override
  public void close() {
    source.close();
  }
}
