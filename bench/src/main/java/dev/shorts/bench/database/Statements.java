package dev.shorts.bench.database;

/**
 * Holds the statements of the functions' repositories, with the Data API's parameter names replaced
 * by the driver's question marks.
 */
final class Statements {

  static final String CREATE =
      """
      select * from create_scene_export(
        cast(? as uuid), cast(? as uuid), cast(? as uuid),
        ?, ?, cast(? as text),
        cast(? as int), cast(? as int), cast(? as numeric))
      """;

  static final String GET = "select * from get_scene_export(cast(? as uuid), cast(? as uuid))";

  static final String CLAIM =
      """
      SELECT * FROM claim_scene_export(
          CAST(? AS uuid), CAST(? AS uuid), CAST(? AS int), CAST(? AS int))
      """;

  static final String SWEEP =
      """
      select * from sweep_scene_exports(
        cast(? as int), ?, cast(? as int), cast(? as int))
      """;

  static final String EXPIRED =
      "select * from expired_scene_exports(cast(? as uuid), cast(? as int))";

  static final String MARK_DELETED = "select * from mark_scene_exports_deleted(cast(? as uuid[]))";

  static final String DELETE_ROWS =
      "select * from delete_scene_exports(cast(? as int), cast(? as int))";

  private Statements() {}
}
