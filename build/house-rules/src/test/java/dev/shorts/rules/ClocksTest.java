package dev.shorts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Time and random numbers are handed in, so that a test can say what they are. */
class ClocksTest {

  private static final Pattern CALL =
      Pattern.compile(
          "(java\\.(time|lang|util(\\.concurrent)?)\\.)?"
              + "((Instant|LocalDate|LocalDateTime|LocalTime|OffsetDateTime|ZonedDateTime|Year)\\.now"
              + "|System\\.(currentTimeMillis|nanoTime)|Clock\\.(system|tick)\\w*"
              + "|InstantSource\\.system|UUID\\.randomUUID|Math\\.random"
              + "|ThreadLocalRandom\\.current|RandomGenerator\\.(getDefault|of))");

  private static final Pattern MADE =
      Pattern.compile("(java\\.(util|security)\\.)?(Random|SplittableRandom|SecureRandom)");

  @Test
  void mainCodeAsksNoClockAndDrawsNoNumberOutsideItsSeams() {
    var found = clocks(SourceTree.repository());
    new ExceptionList("clocks", ExceptionList.lines("clocks.txt")).areExactly(found);
  }

  @Test
  void everyWayOfAskingIsFound() {
    for (var way :
        List.of(
            "Instant.now()",
            "java.time.Instant.now()",
            "call(Instant::now)",
            "System.currentTimeMillis()",
            "System.nanoTime()",
            "Clock.systemUTC()",
            "InstantSource.system()",
            "UUID.randomUUID()",
            "call(UUID::randomUUID)",
            "new Random()",
            "new java.security.SecureRandom()",
            "Math.random()",
            "ThreadLocalRandom.current()")) {
      assertThat(clocks(SourceTree.of("class Asks { Object it = %s; }".formatted(way))))
          .as(way)
          .containsExactly("Asks");
    }
    assertThat(clocks(SourceTree.of("import static java.lang.System.nanoTime; class Imports {}")))
        .containsExactly("Imports");
  }

  @Test
  void aClockThatWasHandedInAndASeedAreNoOffence() {
    assertThat(clocks(SourceTree.of("class Told { Object it = clock.instant(); }"))).isEmpty();
    assertThat(clocks(SourceTree.of("class Seeded { Object it = new Random(1); }"))).isEmpty();
  }

  private static List<String> clocks(SourceTree tree) {
    return tree.main().filter(ClocksTest::asks).map(SourceFile::name).toList();
  }

  private static boolean asks(SourceFile file) {
    var found = new ArrayList<String>();
    file.imports().stream().filter(name -> CALL.matcher(name).matches()).forEach(found::add);
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
        note(CALL, tree.toString());
        return super.visitMemberSelect(tree, unused);
      }

      @Override
      public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
        note(CALL, tree.getQualifierExpression() + "." + tree.getName());
        note(MADE, tree.getQualifierExpression().toString());
        return super.visitMemberReference(tree, unused);
      }

      @Override
      public Void visitNewClass(NewClassTree tree, Void unused) {
        if (tree.getArguments().isEmpty()) {
          note(MADE, tree.getIdentifier().toString());
        }
        return super.visitNewClass(tree, unused);
      }

      private void note(Pattern pattern, String name) {
        if (pattern.matcher(name).matches()) {
          found.add(name);
        }
      }
    }.scan(file.unit(), null);
    return !found.isEmpty();
  }
}
