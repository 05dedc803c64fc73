package dev.shorts.transcode.verify;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Recognises the metadata tags that FFmpeg's muxer and encoders write themselves; any other tag
 * comes from the source.
 */
final class OwnTags {

  private static final Map<String, Pattern> VALUES =
      Map.of(
          "major_brand", Pattern.compile("[ \\w]{4}"),
          "minor_version", Pattern.compile("\\d+"),
          "compatible_brands", Pattern.compile("([ \\w]{4})+"),
          "language", Pattern.compile("(und)+"),
          "handler_name", Pattern.compile("VideoHandler(SoundHandler)?"),
          "vendor_id", Pattern.compile("(\\[0\\]){4,8}"),
          "encoder", Pattern.compile("Lavc[\\w. ]*libx264"));

  private OwnTags() {}

  static boolean contain(Map.Entry<String, String> tag) {
    return VALUES.containsKey(tag.getKey())
        && VALUES.get(tag.getKey()).matcher(tag.getValue()).matches();
  }
}
