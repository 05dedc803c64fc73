package dev.shorts.bench.endtoend;

import dev.shorts.bench.run.MediaFolder;
import dev.shorts.bench.run.ProgramRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the source videos once, by repeating a few seconds of footage: 1080p30 with a keyframe
 * every second and the index at the end, as phones write it.
 *
 * @param ffmpeg not ours, which writes only shorts
 * @param folder where they are kept
 */
record SourceVideos(Path ffmpeg, Path footage, Path folder) {

  /** Seconds of it that are repeated, of which each begins with a whole picture. */
  private static final int CLIP = 16;

  /** Filler makes easy footage as large as any: it costs as much to read, and little to decode. */
  private static final String ENCODE =
      "-stream_loop -1 -i %1$s -t %2$d -an -vf scale=1920:1080,fps=30,format=yuv420p"
          + " -c:v libx264 -preset veryfast -bf 0 -g 30 -b:v %3$s -minrate %3$s -maxrate %3$s"
          + " -bufsize %3$s -x264-params nal-hrd=cbr";

  private static final String REPEAT =
      "-stream_loop -1 -i %s -stream_loop -1 -i %s -map 0:v -map 1:a -t %d"
          + " -c:v copy -c:a aac -ar 48000 -b:a 128k";

  /**
   * @param project its root
   */
  static SourceVideos of(Path project) {
    var real = MediaFolder.folder(project).resolve("landscape-720p-aac.mp4");
    return new SourceVideos(
        project.resolve("target/tools/bin/ffmpeg"),
        Files.exists(real) ? real : project.resolve("samples/sample.mp4"),
        project.resolve("bench/target/sources"));
  }

  /** 50 MB. */
  SourceVideo small() throws IOException, InterruptedException {
    return video("1870k", 200);
  }

  /** 1 GB. */
  SourceVideo large() throws IOException, InterruptedException {
    return video("20M", 400);
  }

  /** A scene as a video of its own: the same packets. */
  SourceVideo alone(BenchScene scene) throws IOException, InterruptedException {
    var arguments = "-ss %d -i %s -t %d -c copy";
    var from = scene.video().file();
    var name = "%d-%d-of-%s".formatted(scene.from(), scene.to(), from.getFileName());
    return new SourceVideo(
        "own file",
        made(name, arguments.formatted(scene.from(), from, scene.seconds())),
        scene.seconds());
  }

  private SourceVideo video(String rate, int seconds) throws IOException, InterruptedException {
    var name = footage.getFileName();
    var clip = made("clip-%s-%s".formatted(rate, name), ENCODE.formatted(footage, CLIP, rate));
    var file = made("video-%s-%s".formatted(rate, name), REPEAT.formatted(clip, footage, seconds));
    return new SourceVideo("%d MB".formatted(Math.round(Files.size(file) / 1e6)), file, seconds);
  }

  private Path made(String name, String arguments) throws IOException, InterruptedException {
    var file = folder.resolve(name);
    if (Files.exists(file)) {
      return file;
    }
    System.out.printf("Making %s%n", name);
    var part = Files.createDirectories(folder).resolve("part.mp4");
    var command = new ArrayList<>(List.of(ffmpeg.toString(), "-nostdin", "-v", "error", "-y"));
    Stream.of(arguments.split(" ")).forEach(command::add);
    command.add(part.toString());
    ProgramRunner.run(folder, command);
    return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
