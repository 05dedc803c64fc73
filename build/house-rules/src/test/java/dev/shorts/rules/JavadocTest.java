package dev.shorts.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.doctree.DocCommentTree;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A type's Javadoc is a sentence, not a clause with a question word in front. */
class JavadocTest {

  private static final Pattern CLAUSE = Pattern.compile("(What|How|Who|Which|Where)\\b.*");

  @Test
  void aTypesJavadocIsASentence() {
    ExceptionList.check("javadoc-clauses", clauses(SourceTree.repository()));
  }

  @Test
  void aClauseIsFoundAlsoOnATypeWithinAnother() {
    assertThat(
            clauses(
                SourceTree.of(
                    """
                    package a;
                    /** What a short is made of. */
                    class Clause {
                      /** {@code Sentence}: maps one thing to another. */
                      record Sentence() {}
                      /**
                       * Who called.
                       */
                      interface Within {}
                      /** What a method returns is none of this rule's business. */
                      void method() {}
                    }
                    """)))
        .containsExactly("a.Clause", "a.Clause.Within");
  }

  @Test
  void aWordThatOnlyBeginsLikeOneIsNoClause() {
    assertThat(clauses(SourceTree.of("/** However it ends. */ class However {}"))).isEmpty();
  }

  private static List<String> clauses(SourceTree tree) {
    return tree.files().stream()
        .flatMap(
            file ->
                file.types().stream()
                    .filter(type -> file.javadoc(type.path()).filter(JavadocTest::asks).isPresent())
                    .map(SourceFile.Type::name))
        .toList();
  }

  private static boolean asks(DocCommentTree javadoc) {
    return CLAUSE.matcher(javadoc.toString().strip().replace('\n', ' ')).matches();
  }
}
