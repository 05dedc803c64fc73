package dev.shorts.rules;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** One parsed Java file. */
record SourceFile(String path, String text, CompilationUnitTree unit, DocTrees docs) {

  /** A type with the name that the rules and their lists of exceptions call it by. */
  record Type(String name, ClassTree tree, TreePath path) {}

  static SourceFile of(CompilationUnitTree unit, JavacTask task) {
    try {
      return new SourceFile(
          unit.getSourceFile().toUri().getPath().substring(1),
          unit.getSourceFile().getCharContent(true).toString(),
          unit,
          DocTrees.instance(task));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether it is code that runs outside of tests. */
  boolean isMain() {
    return !path.contains("src/test/");
  }

  String packageName() {
    return unit.getPackageName() == null ? "" : unit.getPackageName().toString();
  }

  /** The names after {@code import} and {@code import static}. */
  List<String> imports() {
    return unit.getImports().stream()
        .map(ImportTree::getQualifiedIdentifier)
        .map(Object::toString)
        .toList();
  }

  /** Names with dots in the code itself, among them types that are used without an import. */
  List<String> dottedNames() {
    var names = new ArrayList<String>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
        names.add(tree.toString());
        return super.visitMemberSelect(tree, unused);
      }
    }.scan(unit.getTypeDecls(), null);
    return names;
  }

  List<ClassTree> topLevelTypes() {
    return unit.getTypeDecls().stream()
        .filter(ClassTree.class::isInstance)
        .map(ClassTree.class::cast)
        .toList();
  }

  /** Every named type, also those within others. */
  List<Type> types() {
    var types = new ArrayList<Type>();
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitClass(ClassTree tree, Void unused) {
        if (!tree.getSimpleName().isEmpty()) {
          types.add(new Type(nameAt(getCurrentPath()), tree, getCurrentPath()));
        }
        return super.visitClass(tree, unused);
      }
    }.scan(new TreePath(unit), null);
    return types;
  }

  /** The file's first type: what its line in a list of exceptions is called. */
  String name() {
    return topLevelTypes().stream()
        .findFirst()
        .map(tree -> qualified(tree.getSimpleName().toString()))
        .orElse(path);
  }

  Optional<DocCommentTree> javadoc(TreePath of) {
    return Optional.ofNullable(docs.getDocCommentTree(of));
  }

  private String nameAt(TreePath path) {
    return qualified(
        StreamSupport.stream(path.spliterator(), false)
            .filter(ClassTree.class::isInstance)
            .map(tree -> ((ClassTree) tree).getSimpleName().toString())
            .collect(Collectors.collectingAndThen(Collectors.toList(), List::reversed))
            .stream()
            .collect(Collectors.joining(".")));
  }

  private String qualified(String name) {
    return packageName().isEmpty() ? name : packageName() + "." + name;
  }
}
