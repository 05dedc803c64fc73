package dev.shorts.it.cleanup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.it.driver.Cloud;
import dev.shorts.it.driver.Platform;
import dev.shorts.it.driver.ShortClient;
import dev.shorts.it.driver.User;
import org.junit.jupiter.api.Test;

/** The end of an export, with the row's time moved instead of waited for. */
class ExpiryIT {

  private final Platform platform = Cloud.shared().platform();
  private final User user = platform.newUser();
  private final ShortClient shorts = new ShortClient(platform, user);

  @Test
  void anExpiredExportLosesItsFileAndADayLaterItsRow() {
    var export = shorts.ofSample("1", "2", "{\"output_quality\": \"medium\"}");
    var id = export.field("export_id");
    var key = "exports/%s/%s.mp4".formatted(user.id(), id);
    assertThat(platform.exportedFile(key))
        .contains(((Number) export.field("file_size_bytes")).longValue());

    age(id, "24 hours");
    var expired = user.get(id);
    assertThat(expired.status()).isEqualTo(404);
    assertThat(expired.field("error_code")).isEqualTo("EXPORT_EXPIRED");
    assertThat(expired.field("message"))
        .isEqualTo(
            "Export %s has expired (24-hour limit). Please create a new export.".formatted(id));

    platform.fire("CleanupFunctionExpire");
    assertThat(platform.exportedFile(key)).isEmpty();
    assertThat(rows(id)).isEqualTo("[1]");

    age(id, "24 hours");
    assertThat(user.get(id).field("error_code")).isEqualTo("EXPORT_NOT_FOUND");
    platform.fire("CleanupFunctionExpire");
    assertThat(rows(id)).isEqualTo("[0]");
  }

  @Test
  void nothingIsDeletedEarly() {
    var export = shorts.ofSample("1", "2", "{\"output_quality\": \"medium\"}");
    var id = export.field("export_id");
    age(id, "23 hours 59 minutes");

    platform.fire("CleanupFunctionExpire");

    assertThat(platform.exportedFile("exports/%s/%s.mp4".formatted(user.id(), id))).isPresent();
    assertThat(user.get(id).field("status")).isEqualTo("completed");
  }

  @Test
  void aDownloadUrlNeverOutlivesItsExport() {
    var id = shorts.ofSample("1", "2", "{\"output_quality\": \"medium\"}").field("export_id");
    age(id, "23 hours 50 minutes");

    var url = user.get(id).text("download_url");

    var seconds = Integer.parseInt(url.replaceFirst(".*X-Amz-Expires=(\\d+).*", "$1"));
    assertThat(seconds).isBetween(1, 600);
  }

  private void age(Object export, String by) {
    platform.sql(
        """
        update scene_exports
           set created_at = created_at - ?::interval, expires_at = expires_at - ?::interval
         where id = ?::uuid
        """,
        by,
        by,
        export);
  }

  private String rows(Object export) {
    return platform.sql("select count(*) from scene_exports where id = ?::uuid", export).toString();
  }
}
