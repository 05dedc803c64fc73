package dev.shorts.it.faults;

import static dev.shorts.it.driver.Fault.database;
import static dev.shorts.it.driver.Fault.lambda;
import static dev.shorts.it.driver.Fault.s3;
import static dev.shorts.it.driver.Fault.slowSource;
import static dev.shorts.it.driver.Fault.sqs;
import static dev.shorts.it.faults.Scenario.Source.LONG_SCENE;

import java.util.UUID;
import java.util.stream.Stream;

/** Lists scenarios of late workers, of time that runs out, and of expiry. */
final class LateFaults {

  private LateFaults() {}

  static Stream<Scenario> all() {
    return Stream.of(stale(), late(), expired()).flatMap(faults -> faults);
  }

  private static Stream<Scenario> stale() {
    return Stream.of(
            Scenario.of(
                "frozen after the claim until another has finished",
                database("claim_scene_export").afterwards().freezes()),
            Scenario.of(
                    "frozen in the encode until another has finished",
                    database("renew_scene_export").freezes(),
                    slowSource())
                .of(LONG_SCENE),
            Scenario.of(
                "frozen before the upload until another has finished", s3("PutObject").freezes()),
            Scenario.of(
                "frozen after the upload until another has finished",
                s3("PutObject").afterwards().freezes()),
            Scenario.of(
                "frozen before it reports until another has finished",
                database("complete_scene_export").freezes()))
        .map(scenario -> scenario.meanwhile(StaleWorker::changesNothing));
  }

  private static Stream<Scenario> late() {
    return Stream.of(
        Scenario.of(
                "frozen before it reports while another is at it",
                database("complete_scene_export").freezes(),
                s3("PutObject").sparing(1).delays(20_000))
            .meanwhile(StaleWorker::reportsInVain),
        Scenario.of(
                "nobody can work until the deadline",
                lambda("TranscodeFunction").throttles().always())
            .meanwhile(
                stage -> {
                  stage.set("deadline_at = now()");
                  stage.becomes("failed");
                })
            .ends(ExportEnding.FAILED),
        Scenario.of(
                "the deadline passes in the encode",
                database("renew_scene_export").delays(1),
                slowSource())
            .of(LONG_SCENE)
            .meanwhile(stage -> stage.set("deadline_at = now()")),
        Scenario.of(
                "it expires in the encode", database("renew_scene_export").delays(1), slowSource())
            .of(LONG_SCENE)
            .meanwhile(ScenarioRun::age)
            .ends(ExportEnding.CLEANED_UP),
        Scenario.of("it expires after a kill", database("claim_scene_export").afterwards().kills())
            .meanwhile(ScenarioRun::age)
            .ends(ExportEnding.CLEANED_UP),
        Scenario.of("frozen until Lambda ends it", s3("PutObject").freezes())
            .meanwhile(stage -> stage.logSays("TranscodeFunction", "Task timed out")),
        Scenario.of(
                "its message is a dead letter", lambda("TranscodeFunction").throttles().times(2))
            .first(stage -> stage.deadLetter(stage.export())),
        Scenario.of("a dead letter is nobody's", lambda("TranscodeFunction").throttles())
            .first(stage -> stage.deadLetter(UUID.randomUUID().toString()))
            .meanwhile(stage -> stage.deadLetter("nonsense")),
        Scenario.of(
            "the sweep can't queue it again",
            database("claim_scene_export").afterwards().kills(),
            sqs("SendMessage").sparing(1).answers(503, "ServiceUnavailable").times(4)),
        Scenario.of(
            "the sweep is killed when it has chosen what to queue",
            database("claim_scene_export").afterwards().kills(),
            database("sweep_scene_exports").afterwards().kills().byAnybody()));
  }

  private static Stream<Scenario> expired() {
    return Stream.of(
            Scenario.of(
                "files can't be deleted", s3("DeleteObjects").answers(503, "SlowDown").times(4)),
            Scenario.of("the cleanup is killed before it deletes", s3("DeleteObjects").kills()),
            Scenario.of(
                "the cleanup is killed when it has deleted",
                s3("DeleteObjects").afterwards().kills()),
            Scenario.of(
                "that files are gone is lost on its way",
                database("mark_scene_exports_deleted").drops()),
            Scenario.of(
                "that files are gone is committed and the answer lost",
                database("mark_scene_exports_deleted").afterwards().drops()),
            Scenario.of(
                "the database resumes for the cleanup",
                database("expired_scene_exports")
                    .answers(400, "DatabaseResumingException")
                    .times(3)
                    .byAnybody()))
        .map(scenario -> scenario.first(ScenarioRun::expire).ends(ExportEnding.CLEANED_UP));
  }
}
