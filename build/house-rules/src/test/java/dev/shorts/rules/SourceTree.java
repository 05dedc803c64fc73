package dev.shorts.rules;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The parsed Java sources that a rule is applied to. */
record SourceTree(List<SourceFile> files) {

  /** The folder that holds all modules. */
  static final Path ROOT =
      Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
          .filter(folder -> Files.exists(folder.resolve("template.yaml")))
          .findFirst()
          .orElseThrow();

  private static final SourceTree REPOSITORY = read();

  SourceTree {
    files = List.copyOf(files);
  }

  /** Every Java file of the repository, parsed once for all rules. */
  static SourceTree repository() {
    return REPOSITORY;
  }

  /** A tree for a rule's own test: text by path, such as {@code src/main/java/a/One.java}. */
  static SourceTree of(Map<String, String> texts) {
    var sources = texts.entrySet().stream().map(it -> source(it.getKey(), it.getValue())).toList();
    var task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, null, List.of("-proc:none"), null, sources);
    try {
      return new SourceTree(
          StreamSupport.stream(task.parse().spliterator(), false)
              .map(unit -> SourceFile.of(unit, task))
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A tree of one main file. */
  static SourceTree of(String text) {
    return of(Map.of("src/main/java/Example.java", text));
  }

  Stream<SourceFile> main() {
    return files.stream().filter(SourceFile::isMain);
  }

  private static SourceTree read() {
    try (var paths = Files.walk(ROOT)) {
      var texts =
          paths
              .map(ROOT::relativize)
              .filter(path -> path.toString().endsWith(".java"))
              .filter(path -> !path.toString().contains("target/"))
              .toList();
      var read = new TreeMap<String, String>();
      for (var path : texts) {
        read.put(path.toString(), Files.readString(ROOT.resolve(path)));
      }
      return of(read);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaFileObject source(String path, String text) {
    return new SimpleJavaFileObject(URI.create("string:///" + path), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
