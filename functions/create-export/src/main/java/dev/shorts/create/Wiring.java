package dev.shorts.create;

import dev.shorts.aws.DataApi;
import dev.shorts.aws.FunctionEnvironment;
import dev.shorts.aws.HttpClient;
import dev.shorts.aws.TranscodeQueue;
import dev.shorts.export.ExportId;
import java.time.InstantSource;

/** Builds the objects of this function. */
final class Wiring {

  private Wiring() {}

  static CreateExport createExport(FunctionEnvironment environment) {
    var http = HttpClient.create();
    return new CreateExport(
        new CreateExportRepository(DataApi.connect(http, environment)),
        TranscodeQueue.connect(http, environment),
        ExportId::random,
        InstantSource.system());
  }
}
