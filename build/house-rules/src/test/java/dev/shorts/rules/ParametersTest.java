package dev.shorts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/** A call can be read without looking up what its arguments are. */
class ParametersTest {

  private static final int COMPONENTS = 7;
  private static final int PARAMETERS = 6;
  private static final Pattern BLIND =
      Pattern.compile("boolean|Boolean|Optional(Int|Long|Double)?(<.*>)?");

  @Test
  void noRecordHasManyComponents() {
    ExceptionList.check("large-records", largeRecords(SourceTree.repository()));
  }

  @Test
  void noConstructorHasManyParameters() {
    ExceptionList.check("large-constructors", largeConstructors(SourceTree.repository()));
  }

  @Test
  void noMethodTakesABooleanOrAnOptional() {
    ExceptionList.check("blind-parameters", blindParameters(SourceTree.repository()));
  }

  @Test
  void aLargeRecordIsFound() {
    assertThat(largeRecords(SourceTree.of("record Fits(%s) {}".formatted(ints(7))))).isEmpty();
    assertThat(largeRecords(SourceTree.of("record Large(%s) {}".formatted(ints(8)))))
        .containsExactly("Large");
  }

  @Test
  void aLargeConstructorIsFound() {
    assertThat(largeConstructors(SourceTree.of("class Fits { Fits(%s) {} }".formatted(ints(6)))))
        .isEmpty();
    assertThat(largeConstructors(SourceTree.of("class Large { Large(%s) {} }".formatted(ints(7)))))
        .containsExactly("Large");
  }

  @Test
  void aBlindParameterIsFoundWhereTheSignatureIsOursToCall() {
    assertThat(
            blindParameters(
                SourceTree.of(
                    """
                    class Blind implements Other {
                      Blind(boolean asField) {}
                      public void flag(boolean on) {}
                      void maybe(int a, Optional<String> b) {}
                      private void own(boolean on) {}
                      @Override public void given(boolean on) {}
                    }
                    record State(boolean on, Optional<String> name) {}
                    """)))
        .containsExactly("Blind.flag(boolean)", "Blind.maybe(int, Optional<String>)");
  }

  private static String ints(int count) {
    return Stream.iterate(0, i -> i + 1)
        .limit(count)
        .map(i -> "int p" + i)
        .collect(Collectors.joining(", "));
  }

  private static List<String> largeRecords(SourceTree tree) {
    return types(tree)
        .filter(type -> type.tree().getKind() == Tree.Kind.RECORD)
        .filter(type -> components(type.tree()) > COMPONENTS)
        .map(SourceFile.Type::name)
        .toList();
  }

  private static List<String> largeConstructors(SourceTree tree) {
    return types(tree)
        .filter(type -> type.tree().getKind() != Tree.Kind.RECORD)
        .filter(
            type ->
                methods(type.tree())
                    .filter(ParametersTest::isConstructor)
                    .anyMatch(method -> method.getParameters().size() > PARAMETERS))
        .map(SourceFile.Type::name)
        .toList();
  }

  private static List<String> blindParameters(SourceTree tree) {
    return types(tree)
        .flatMap(
            type ->
                methods(type.tree())
                    .filter(method -> !isConstructor(method) && isCalledFromOutside(method))
                    .filter(method -> parameterTypes(method).anyMatch(BLIND.asMatchPredicate()))
                    .map(method -> type.name() + "." + signature(method)))
        .toList();
  }

  private static Stream<SourceFile.Type> types(SourceTree tree) {
    return tree.main().flatMap(file -> file.types().stream());
  }

  /** The parser turns each component into a field, and a record can have no other fields. */
  private static long components(ClassTree tree) {
    return tree.getMembers().stream()
        .filter(VariableTree.class::isInstance)
        .map(VariableTree.class::cast)
        .filter(field -> !field.getModifiers().getFlags().contains(Modifier.STATIC))
        .count();
  }

  private static Stream<MethodTree> methods(ClassTree tree) {
    return tree.getMembers().stream()
        .filter(MethodTree.class::isInstance)
        .map(MethodTree.class::cast);
  }

  private static boolean isConstructor(MethodTree method) {
    return method.getReturnType() == null;
  }

  private static boolean isCalledFromOutside(MethodTree method) {
    return !method.getModifiers().getFlags().contains(Modifier.PRIVATE)
        && method.getModifiers().getAnnotations().stream()
            .noneMatch(it -> it.getAnnotationType().toString().equals("Override"));
  }

  private static Stream<String> parameterTypes(MethodTree method) {
    return method.getParameters().stream().map(it -> it.getType().toString());
  }

  private static String signature(MethodTree method) {
    return method.getName() + parameterTypes(method).collect(Collectors.joining(", ", "(", ")"));
  }
}
