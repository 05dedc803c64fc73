package dev.shorts.bench.endtoend;

import dev.shorts.bench.run.ProgramRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An EncodeCommand is the command line of an encode of the transcoder, read from the kernel while
 * it runs.
 *
 * @param files what its filters read, by name: the source's frames, and colours if they are looked
 *     up
 */
public record EncodeCommand(List<String> words, Map<String, String> files) {

  private static final List<String> FILES = List.of("frames.txt", "colours.cube");

  /** What FFmpeg is told of our loopback server; each is followed by a value. */
  private static final Set<String> OF_HTTP =
      Set.of("-protocol_whitelist", "-max_redirects", "-initial_request_size", "-request_size");

  /** What runs below this process now, if it does. */
  static Optional<EncodeCommand> running() {
    return ProcessHandle.current()
        .descendants()
        .flatMap(process -> commandLine(process).stream())
        .filter(words -> words.getFirst().endsWith("/ffmpeg"))
        .findFirst()
        .map(words -> new EncodeCommand(words, files(words)));
  }

  private static Map<String, String> files(List<String> words) {
    var files = new HashMap<String, String>();
    for (var name : FILES) {
      try {
        files.put(name, Files.readString(Path.of(words.getLast()).resolveSibling(name)));
      } catch (IOException _) {
        continue; // few need colours
      }
    }
    return Map.copyOf(files);
  }

  /** Whole, where {@link ProcessHandle.Info} has nothing if it is long. */
  private static Optional<List<String>> commandLine(ProcessHandle process) {
    try {
      var text = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
      return Optional.of(List.of(text.split("\0")));
    } catch (IOException _) {
      return Optional.empty(); // it has ended
    }
  }

  /**
   * The same of a file, and nothing else changed.
   *
   * @param folder for what is written, and for the files
   */
  public EncodeCommand of(Path source, Path folder) throws IOException {
    for (var file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    var work = Path.of(words.getLast()).getParent().toString();
    var left = new HashSet<>(OF_HTTP);
    var changed = new ArrayList<String>();
    for (int at = 0; at < words.size(); at++) {
      var word = words.get(at);
      if (left.remove(word)) {
        at++;
      } else if (word.equals("-i")) {
        changed.addAll(List.of("-i", source.toString()));
        at++;
      } else {
        changed.add(word.startsWith(work) ? folder + word.substring(work.length()) : word);
      }
    }
    if (!left.isEmpty() || !changed.contains("-i")) {
      throw new IllegalStateException("no encode over HTTP: " + words);
    }
    return new EncodeCommand(List.copyOf(changed), files);
  }

  /** Runs it, as a process like any other. */
  void run(Path folder) throws IOException, InterruptedException {
    ProgramRunner.run(folder, words);
  }
}
