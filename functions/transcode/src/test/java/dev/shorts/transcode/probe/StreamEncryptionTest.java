package dev.shorts.transcode.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.json.Json;
import dev.shorts.transcode.ffmpeg.ProbeJson;
import dev.shorts.transcode.problem.SourceProblem;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StreamEncryptionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'index': 0, 'codec_name': 'h264', 'codec_tag_string': 'drmi'}",
        "{'index': 0, 'codec_name': 'h264', 'tags': {'enc_key_id': 'MDEy'}}",
        "{'index': 1, 'codec_name': 'h264'}"
      })
  void codecOfAnEncryptedStreamIsReportedAsEncrypted(String stream) {
    assertThat(codec(stream)).isEqualTo(Codecs.ENCRYPTED);
    assertThat(Codecs.readsVideo(Codecs.ENCRYPTED)).isFalse();
    assertThat(Codecs.readsAudio(Codecs.ENCRYPTED)).isFalse();
  }

  @Test
  void encryptionIsDetectedPerStream() {
    assertThat(codec("{'index': 0, 'codec_name': 'h264', 'codec_tag_string': 'avc1'}"))
        .isEqualTo("h264");
  }

  @Test
  void encryptedSourceHasASentenceForTheUser() {
    assertThat(SourceProblem.ENCRYPTED.sentence())
        .isEqualTo("The video is encrypted. Please upload a copy without copy protection.");
  }

  private static String codec(String stream) {
    var packets =
        """
        {'packets': [
          {'stream_index': 0, 'side_data_list': [{'side_data_type': 'Skip Samples'}]},
          {'stream_index': 1, 'side_data_list': [{'side_data_type': 'Encryption info'}]}]}
        """;
    return StreamEncryption.of(fields(packets)).codec(fields(stream));
  }

  private static ProbeJson fields(String json) {
    return new ProbeJson(Json.object(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
  }
}
