package dev.shorts.it.faults;

import static dev.shorts.it.driver.Fault.database;
import static dev.shorts.it.driver.Fault.lambda;
import static dev.shorts.it.driver.Fault.s3;
import static dev.shorts.it.driver.Fault.slowSource;
import static dev.shorts.it.faults.Scenario.Source.LONG_SCENE;
import static dev.shorts.it.faults.Scenario.Source.NO_VIDEO;

import java.util.stream.Stream;

/** Lists scenarios of faults between the message and the finished short. */
final class TranscodeFaults {

  private TranscodeFaults() {}

  static Stream<Scenario> all() {
    return Stream.of(kills(), claims(), sources(), uploads(), endings()).flatMap(faults -> faults);
  }

  private static Stream<Scenario> kills() {
    return Stream.of(
        Scenario.of("the worker is throttled", lambda("TranscodeFunction").throttles()),
        Scenario.of("killed before the claim", database("claim_scene_export").kills()),
        Scenario.of("killed after the claim", database("claim_scene_export").afterwards().kills()),
        Scenario.of("killed when it looks for the source", s3("HeadObject").kills()),
        Scenario.of("killed when it reads the source", s3("GetObject").kills()),
        Scenario.of(
                "killed in the encode",
                database("renew_scene_export").sparing(1).kills(),
                slowSource())
            .of(LONG_SCENE),
        Scenario.of(
                "FFmpeg is killed in the encode",
                database("renew_scene_export").killsProgram("ffmpeg"),
                slowSource())
            .of(LONG_SCENE),
        Scenario.of("killed before the upload", s3("PutObject").kills()),
        Scenario.of("killed after the upload", s3("PutObject").afterwards().kills()),
        Scenario.of("killed before it reports", database("complete_scene_export").kills()),
        Scenario.of(
            "killed after it has reported", database("complete_scene_export").afterwards().kills()),
        Scenario.of("killed twice", database("claim_scene_export").afterwards().kills().times(2)),
        Scenario.of(
                "killed at every try", database("claim_scene_export").afterwards().kills().always())
            .meanwhile(stage -> stage.becomes("failed"))
            .ends(ExportEnding.FAILED),
        Scenario.of("no space for the short", s3("HeadObject").fillsDiskFor("transcode/short.mp4")),
        Scenario.of(
            "no space for what is read", s3("HeadObject").fillsDiskFor("transcode/source")));
  }

  private static Stream<Scenario> claims() {
    return Stream.of(
        Scenario.of(
            "the claim is lost on its way", database("claim_scene_export").drops().times(2)),
        Scenario.of(
            "the claim is committed and the answer lost",
            database("claim_scene_export").afterwards().drops().times(2)),
        Scenario.of(
            "the database resumes while the export is claimed",
            database("claim_scene_export").answers(400, "DatabaseResumingException").times(2)),
        Scenario.of(
            "the database throttles the claim",
            database("claim_scene_export").answers(400, "ThrottlingException")),
        Scenario.of(
                "renewals don't get through for longer than the lease",
                database("renew_scene_export").answers(503, "ServiceUnavailableError").times(12),
                slowSource())
            .of(LONG_SCENE),
        Scenario.of(
                "renewals are slow",
                database("renew_scene_export").delays(1500).times(2),
                slowSource())
            .of(LONG_SCENE),
        Scenario.of(
                "a renewal is committed and the answer lost",
                database("renew_scene_export").afterwards().drops(),
                slowSource())
            .of(LONG_SCENE));
  }

  private static Stream<Scenario> sources() {
    return Stream.of(
        Scenario.of(
            "the store is busy when the source is looked for",
            s3("HeadObject").answers(503, "SlowDown").times(2)),
        Scenario.of("the store is busy", s3("GetObject").answers(503, "SlowDown").times(3)),
        Scenario.of(
            "the store has trouble", s3("GetObject").answers(500, "InternalError").times(2)),
        Scenario.of("reading breaks off before the answer", s3("GetObject").drops().times(3)),
        Scenario.of("reading breaks off in the middle", s3("GetObject").cuts().times(3)),
        Scenario.of("reading is slow", s3("GetObject").slows(200_000).times(2)),
        Scenario.of("the store hangs for a while", s3("GetObject").delays(3000)),
        Scenario.of(
            "the store is gone until later", s3("GetObject").answers(503, "SlowDown").always()),
        Scenario.of(
                "the source is deleted meanwhile",
                s3("GetObject").answers(404, "NoSuchKey").always())
            .meanwhile(stage -> stage.becomes("failed"))
            .ends(ExportEnding.FAILED),
        Scenario.of(
                "the source is replaced meanwhile",
                s3("GetObject").answers(412, "PreconditionFailed").always())
            .meanwhile(stage -> stage.becomes("failed"))
            .ends(ExportEnding.FAILED),
        Scenario.of(
            "the source may not be read", s3("HeadObject").answers(403, "AccessDenied").times(1)));
  }

  private static Stream<Scenario> uploads() {
    return Stream.of(
        Scenario.of(
            "the upload is refused for a while", s3("PutObject").answers(503, "SlowDown").times(2)),
        Scenario.of(
            "the upload is refused for a whole try",
            s3("PutObject").answers(503, "SlowDown").times(4)),
        Scenario.of("the upload breaks off", s3("PutObject").drops()),
        Scenario.of("the upload is done and the answer lost", s3("PutObject").afterwards().drops()),
        Scenario.of(
            "the upload meets another one",
            s3("PutObject").answers(409, "ConditionalRequestConflict")),
        Scenario.of(
            "the upload is done, and what is there can't be looked at",
            s3("PutObject").afterwards().drops(),
            s3("HeadObject").sparing(1).answers(503, "SlowDown")));
  }

  private static Stream<Scenario> endings() {
    return Stream.of(
        Scenario.of(
            "the report is lost on its way", database("complete_scene_export").drops().times(2)),
        Scenario.of(
            "the report is committed and the answer lost",
            database("complete_scene_export").afterwards().drops()),
        Scenario.of(
            "the report is throttled",
            database("complete_scene_export").answers(400, "ThrottlingException").times(2)),
        Scenario.of(
                "a failure is committed and the answer lost",
                database("fail_scene_export").afterwards().drops())
            .of(NO_VIDEO)
            .ends(ExportEnding.FAILED),
        Scenario.of("killed before it reports a failure", database("fail_scene_export").kills())
            .of(NO_VIDEO)
            .ends(ExportEnding.FAILED),
        Scenario.of(
                "killed after it has reported a failure",
                database("fail_scene_export").afterwards().kills())
            .of(NO_VIDEO)
            .ends(ExportEnding.FAILED),
        Scenario.of(
            "the upload fails, and giving the export back is lost on its way",
            s3("PutObject").answers(400, "InvalidRequest"),
            database("release_scene_export").drops()),
        Scenario.of(
            "the upload fails, and killed before giving the export back",
            s3("PutObject").answers(400, "InvalidRequest"),
            database("release_scene_export").kills()));
  }
}
