package dev.shorts.bench.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryPlanTest {

  private static final String NOTICE =
      """
      duration: 0.061 ms  plan:
      Query Text: SELECT *
        FROM scene_exports e
      Limit  (cost=0.42..8.45 rows=1 width=16) (actual rows=1 loops=1)
        Buffers: shared hit=40 read=2 dirtied=1
        ->  %s  (cost=0.42..8.45 rows=1 width=16) (actual rows=1 loops=1)
              Filter: (note <> 'Seq Scan on scene_exports'::text)
              Buffers: shared hit=4
      """;

  @Test
  void namesTheNodesThatTouchTablesAndTheirIndexes() {
    var plan =
        QueryPlan.of(NOTICE.formatted("Index Scan using scene_exports_pkey on scene_exports e"));

    assertThat(plan.statement()).isEqualTo("SELECT * FROM scene_exports e");
    assertThat(plan.nodes())
        .isEqualTo(List.of("Index Scan using scene_exports_pkey on scene_exports e"));
    assertThat(plan.scansAll()).isFalse();
  }

  @Test
  void countsThePagesOfTheTopmostNodeWhichHasThoseBelow() {
    assertThat(QueryPlan.of(NOTICE.formatted("Seq Scan on scenes")).buffers()).isEqualTo(42);
  }

  @Test
  void seesThatTheWholeTableIsRead() {
    assertThat(QueryPlan.of(NOTICE.formatted("Seq Scan on scene_exports e")).scansAll()).isTrue();
    assertThat(QueryPlan.of(NOTICE.formatted("Parallel Seq Scan on scene_exports")).scansAll())
        .isTrue();
    assertThat(QueryPlan.of(NOTICE.formatted("Seq Scan on scenes")).scansAll()).isFalse();
  }
}
