package dev.shorts.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Maps each package of main code to the packages and libraries that it imports. */
record Packages(SortedMap<String, Set<String>> arrows) {

  static Packages of(SourceTree tree) {
    var own = tree.main().map(SourceFile::packageName).collect(Collectors.toSet());
    var arrows = new TreeMap<String, Set<String>>();
    tree.main()
        .filter(file -> !file.packageName().isEmpty())
        .forEach(
            file -> {
              var to = arrows.computeIfAbsent(file.packageName(), _ -> new TreeSet<>());
              Stream.concat(
                      file.imports().stream().map(name -> target(name, own)),
                      file.dottedNames().stream()
                          .map(name -> target(name, own))
                          .filter(own::contains))
                  .filter(name -> !name.startsWith("java"))
                  .filter(name -> !name.equals(file.packageName()))
                  .forEach(to::add);
            });
    return new Packages(arrows);
  }

  /**
   * As {@code packages.txt} has them, {@code package -> package, library}, without the {@code
   * dev.shorts.} of our own.
   */
  List<String> lines() {
    return arrows.entrySet().stream()
        .map(entry -> entry.getKey() + " -> " + String.join(", ", entry.getValue()))
        .map(line -> line.replace("dev.shorts.", "").strip())
        .toList();
  }

  /** The packages that can't be put into an order in which each imports only earlier ones. */
  List<String> cycle() {
    var left = new ArrayList<>(arrows.keySet());
    var isLoose = true;
    while (isLoose) {
      isLoose = left.removeIf(name -> arrows.get(name).stream().noneMatch(left::contains));
    }
    return left;
  }

  /** One of our packages, or the first two parts of a library's. */
  private static String target(String imported, Set<String> own) {
    var name = imported;
    while (name.contains(".")) {
      name = name.substring(0, name.lastIndexOf('.'));
      if (own.contains(name)) {
        return name;
      }
    }
    return imported.replaceFirst("^(\\w+\\.\\w+)\\..*", "$1");
  }
}
