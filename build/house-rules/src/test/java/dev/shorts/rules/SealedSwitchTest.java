package dev.shorts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.DeconstructionPatternTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.PatternTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/**
 * The compiler finds the switches that a new case of a sealed type is missing in, unless they have
 * a {@code default}.
 */
class SealedSwitchTest {

  @Test
  void noSwitchOverASealedTypeHasADefault() {
    ExceptionList.check("sealed-defaults", defaults(SourceTree.repository()));
  }

  @Test
  void aDefaultOverASealedTypeIsFound() {
    assertThat(defaults(switchOver("case A a -> 1; default -> 2;"))).containsExactly("Example");
    assertThat(defaults(switchOver("case A(var x) -> 1; default -> 2;"))).hasSize(1);
    assertThat(defaults(switchOver("case Effect.A a -> 1; case null, default -> 2;"))).hasSize(1);
    assertThat(defaults(switchOver("case A a when a.ok() -> 1; default -> 2;"))).hasSize(1);
  }

  @Test
  void aCaseForTheSealedTypeItselfIsADefaultToo() {
    assertThat(defaults(switchOver("case A a -> 1; case Effect other -> 2;"))).hasSize(1);
  }

  @Test
  void otherSwitchesAreFine() {
    assertThat(defaults(switchOver("case A a -> 1; case B b -> 2;"))).isEmpty();
    assertThat(defaults(switchOver("case 1 -> 1; default -> 2;"))).isEmpty();
    assertThat(defaults(switchOver("case String text -> 1; default -> 2;"))).isEmpty();
  }

  private static SourceTree switchOver(String cases) {
    return SourceTree.of(
        """
        class Example {
          sealed interface Effect {
            record A(int x) implements Effect {}
            record B() implements Effect {}
          }
          int of(Object it) { return switch (it) { %s }; }
        }
        """
            .formatted(cases));
  }

  private static List<String> defaults(SourceTree tree) {
    var sealed =
        declared(tree)
            .filter(type -> type.getModifiers().getFlags().contains(Modifier.SEALED))
            .map(type -> type.getSimpleName().toString())
            .collect(Collectors.toSet());
    var cases =
        declared(tree)
            .filter(type -> parents(type).anyMatch(sealed::contains))
            .map(type -> type.getSimpleName().toString())
            .collect(Collectors.toSet());
    return tree.files().stream()
        .filter(file -> switches(file).anyMatch(them -> hidesCases(them, sealed, cases)))
        .map(SourceFile::name)
        .toList();
  }

  private static Stream<ClassTree> declared(SourceTree tree) {
    return tree.files().stream().flatMap(file -> file.types().stream()).map(SourceFile.Type::tree);
  }

  private static Stream<String> parents(ClassTree type) {
    var all = new ArrayList<Tree>(type.getImplementsClause());
    if (type.getExtendsClause() != null) {
      all.add(type.getExtendsClause());
    }
    return all.stream().map(SealedSwitchTest::simpleName);
  }

  private static Stream<List<? extends CaseTree>> switches(SourceFile file) {
    var found = new ArrayList<List<? extends CaseTree>>();
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitSwitch(SwitchTree tree, Void unused) {
        found.add(tree.getCases());
        return super.visitSwitch(tree, unused);
      }

      @Override
      public Void visitSwitchExpression(SwitchExpressionTree tree, Void unused) {
        found.add(tree.getCases());
        return super.visitSwitchExpression(tree, unused);
      }
    }.scan(file.unit(), null);
    return found.stream();
  }

  private static boolean hidesCases(
      List<? extends CaseTree> them, Set<String> sealed, Set<String> cases) {
    boolean isOverSealed = them.stream().flatMap(SealedSwitchTest::types).anyMatch(cases::contains);
    boolean hasDefault =
        them.stream()
            .flatMap(it -> it.getLabels().stream())
            .anyMatch(DefaultCaseLabelTree.class::isInstance);
    boolean catchesAll =
        them.stream()
            .filter(it -> it.getGuard() == null)
            .flatMap(SealedSwitchTest::types)
            .anyMatch(name -> sealed.contains(name) && !cases.contains(name));
    return isOverSealed && (hasDefault || catchesAll);
  }

  private static Stream<String> types(CaseTree one) {
    return one.getLabels().stream()
        .filter(PatternCaseLabelTree.class::isInstance)
        .map(label -> type(((PatternCaseLabelTree) label).getPattern()));
  }

  private static String type(PatternTree pattern) {
    return switch (pattern) {
      case BindingPatternTree binding -> simpleName(binding.getVariable().getType());
      case DeconstructionPatternTree record -> simpleName(record.getDeconstructor());
      default -> "";
    };
  }

  private static String simpleName(Tree type) {
    var name = type.toString().replaceFirst("<.*", "");
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
