package dev.shorts.transcode.probe;

import dev.shorts.transcode.ffmpeg.ProbeJson;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Detects encrypted streams. MP4 marks packets with side data, Matroska has a tag with a key id,
 * and FairPlay uses codec tags of its own.
 *
 * @param streams indexes of the streams with an encrypted packet among the first
 */
record StreamEncryption(Set<Integer> streams) {

  /** Entries for ffprobe's {@code -show_entries}. */
  static final String ENTRIES =
      "stream=codec_tag_string:stream_tags=enc_key_id"
          + ":packet=stream_index:packet_side_data=side_data_type";

  private static final String BESIDE_PACKETS = "Encryption info";
  private static final String KEY = "enc_key_id";
  private static final Set<String> IN_PLACE_OF_CODECS = Set.of("encv", "enca", "drmi", "drms");

  static StreamEncryption of(ProbeJson report) {
    return new StreamEncryption(
        report
            .objects("packets")
            .filter(
                packet ->
                    packet
                        .objects("side_data_list")
                        .anyMatch(data -> data.text("side_data_type").equals(BESIDE_PACKETS)))
            .map(packet -> packet.whole("stream_index"))
            .collect(Collectors.toSet()));
  }

  /** Returns FFmpeg's name of the codec, or {@link Codecs#ENCRYPTED}. */
  String codec(ProbeJson stream) {
    boolean encrypted =
        streams.contains(stream.whole("index"))
            || stream.object("tags").has(KEY)
            || IN_PLACE_OF_CODECS.contains(stream.text("codec_tag_string"));
    return encrypted ? Codecs.ENCRYPTED : stream.text("codec_name");
  }
}
