package dev.shorts.it.faults;

import static dev.shorts.it.driver.Fault.database;
import static dev.shorts.it.driver.Fault.lambda;
import static dev.shorts.it.driver.Fault.sqs;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

/** Lists scenarios of faults between the request and the message. */
final class RequestFaults {

  private RequestFaults() {}

  static Stream<Scenario> all() {
    return Stream.concat(storing(), sending());
  }

  private static Stream<Scenario> storing() {
    return Stream.of(
        Scenario.of(
            "the database resumes while the export is created",
            database("create_scene_export").answers(400, "DatabaseResumingException").times(3)),
        Scenario.of(
            "the database throttles the creation",
            database("create_scene_export").answers(400, "ThrottlingException").times(2)),
        Scenario.of(
            "the creation is lost on its way", database("create_scene_export").drops().times(2)),
        Scenario.of(
            "the creation is committed and the answer lost",
            database("create_scene_export").afterwards().drops().times(2)),
        Scenario.of(
            "the creation is committed and the answer is a time-out",
            database("create_scene_export")
                .afterwards()
                .answers(504, "DatabaseUnavailableException")),
        Scenario.of(
                "the database is gone for longer than a request waits",
                database("create_scene_export").answers(503, "ServiceUnavailableError").always())
            .answered(503)
            .ends(ExportEnding.NONE),
        Scenario.of(
                "the function is killed before it stores the export",
                database("create_scene_export").kills())
            .answered(500)
            .ends(ExportEnding.NONE),
        Scenario.of(
                "the function is killed when it has stored the export",
                database("create_scene_export").afterwards().kills())
            .answered(500),
        Scenario.of(
                "the creating function is throttled", lambda("CreateExportFunction").throttles())
            .answered(500)
            .ends(ExportEnding.NONE));
  }

  private static Stream<Scenario> sending() {
    return Stream.of(
        Scenario.of(
            "the queue refuses the message once",
            sqs("SendMessage").answers(503, "ServiceUnavailable")),
        Scenario.of(
                "the queue refuses the message for good",
                sqs("SendMessage").answers(503, "ServiceUnavailable").always())
            .answered(503)
            .ends(ExportEnding.NONE),
        Scenario.of(
                "the queue refuses the message of a request with a key",
                sqs("SendMessage").answers(503, "ServiceUnavailable").always())
            .withKey()
            .answered(503)
            .meanwhile(RequestFaults::theSameRequestGoesOn),
        Scenario.of(
            "the message is sent and the answer lost", sqs("SendMessage").afterwards().drops()),
        Scenario.of(
                "the message is sent and no answer ever comes",
                sqs("SendMessage").afterwards().drops().always())
            .answered(202, 503)
            .ends(ExportEnding.NONE_OR_COMPLETED),
        Scenario.of(
                "neither the message nor its taking back gets through",
                sqs("SendMessage").drops().always(),
                database("take_back_scene_export").drops().always())
            .answered(503),
        Scenario.of("the message comes twice", sqs("SendMessage").repeats()),
        Scenario.of("the message comes late", sqs("SendMessage").postpones(3)),
        Scenario.of("the first message comes after the second", sqs("SendMessage").postpones(3))
            .meanwhile(stage -> assertThat(stage.post().status()).isEqualTo(202))
            .ends(ExportEnding.TWO_COMPLETED),
        Scenario.of(
                "the function is killed when it has sent the message",
                sqs("SendMessage").afterwards().kills())
            .answered(500),
        Scenario.of("the message can't be received", sqs("ReceiveMessage").drops().byAnybody()),
        Scenario.of("the finished message can't be deleted", sqs("DeleteMessage").drops()));
  }

  private static void theSameRequestGoesOn(ScenarioRun stage) {
    var export = stage.export();
    stage.stopFaults();
    var again = stage.post();
    assertThat(again.status()).as(again.shown()).isEqualTo(202);
    assertThat(again.field("export_id")).isEqualTo(export);
  }
}
