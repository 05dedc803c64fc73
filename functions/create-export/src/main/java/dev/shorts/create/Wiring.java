package dev.shorts.create;

import dev.shorts.aws.DataApi;
import dev.shorts.aws.Environment;
import dev.shorts.aws.HttpClient;
import dev.shorts.aws.TranscodeQueue;
import dev.shorts.export.ExportId;
import java.time.InstantSource;

/** Builds what this function is made of. */
final class Wiring {

  private Wiring() {}

  static CreateExport createExport(Environment environment) {
    var http = HttpClient.create();
    return new CreateExport(
        new ExportTable(DataApi.connect(http, environment)),
        TranscodeQueue.connect(http, environment),
        ExportId::random,
        InstantSource.system());
  }
}
