package dev.shorts.bench.api;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Pins the measured function to one core and everything else to the others, so that the services
 * neither take from its time nor share its caches.
 */
record CpuPinning(List<Integer> all) {

  private static final String ALLOWED = "Cpus_allowed_list:";

  CpuPinning {
    all = List.copyOf(all);
  }

  static CpuPinning ofThisProcess() throws IOException {
    try (var lines = Files.lines(Path.of("/proc/self/status"))) {
      var allowed = lines.filter(line -> line.startsWith(ALLOWED)).findFirst().orElseThrow();
      return parse(allowed.substring(ALLOWED.length()));
    }
  }

  /**
   * @param list as Linux writes it, such as {@code 0-2,5}
   */
  static CpuPinning parse(String list) {
    var cores = new ArrayList<Integer>();
    for (var part : list.strip().split(",")) {
      var ends = part.split("-");
      for (int core = Integer.parseInt(ends[0]);
          core <= Integer.parseInt(ends[ends.length - 1]);
          core++) {
        cores.add(core);
      }
    }
    return new CpuPinning(cores);
  }

  /** What starts a program on the one. */
  List<String> launcher() {
    return List.of("taskset", "-c", all.getLast().toString());
  }

  /** If there is but one, all share it. */
  List<Integer> others() {
    return all.size() == 1 ? all : all.subList(0, all.size() - 1);
  }

  /** Where this process, and what it starts from now on, may run. */
  static void stayOn(List<Integer> cores) throws IOException, InterruptedException {
    var list = String.join(",", cores.stream().map(Object::toString).toList());
    var pid = Long.toString(ProcessHandle.current().pid());
    var taskset =
        new ProcessBuilder("taskset", "-a", "-c", "-p", list, pid)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (taskset.waitFor() != 0) {
      throw new IOException("This process can't be kept on the cores " + list);
    }
  }
}
