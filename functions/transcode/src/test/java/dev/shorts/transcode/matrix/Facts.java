package dev.shorts.transcode.matrix;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.shorts.transcode.fixture.Source;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The contract's table, as far as a stock FFmpeg's report and the boxes of the file show it. */
final class Facts {

  private static final Pattern FRAME =
      Pattern.compile(".*showinfo.* n: *(\\d+) .*iskey:(\\d) type:(\\w) .*");

  /** What MP4 itself demands, and the encoder's own name. */
  private static final Pattern OWN_TAG =
      Pattern.compile(
          " +(major_brand|minor_version|compatible_brands|handler_name|vendor_id|encoder) *:.*");

  private static final Pattern TAG = Pattern.compile(" {4,}[\\w.-]+ *: .*");

  private static final int MAX_B = 2;

  private Facts() {}

  static List<String> wrong(ShortUnderTest seen) throws IOException {
    var said = seen.watched().said();
    var input = said.stream().takeWhile(line -> !line.startsWith("Stream mapping")).toList();
    boolean sound = seen.source().sound().isPresent() && !seen.source().silent();
    var wrong = new ArrayList<String>();
    for (var words :
        List.of(
            "Video: h264 (High) (avc1",
            "yuv420p(tv, bt709, progressive), 1080x1920 [SAR 1:1 DAR 9:16]",
            "Input #0, mov,mp4")) {
      expect(wrong, input.stream().anyMatch(line -> line.contains(words)), "not " + words);
    }
    long streams = input.stream().filter(line -> line.contains("Stream #0:")).count();
    expect(wrong, streams == (sound ? 2 : 1), streams + " streams");
    var aac = Pattern.compile(".*Audio: aac \\(LC\\) \\(mp4a .*, 48000 Hz, stereo, .*");
    expect(wrong, !sound || input.stream().anyMatch(it -> aac.matcher(it).matches()), "not AAC-LC");
    input.stream()
        .filter(it -> it.contains("Chapter") || it.contains("Side data") || it.contains("Matrix"))
        .forEach(wrong::add);
    input.stream()
        .filter(it -> TAG.matcher(it).matches() && !OWN_TAG.matcher(it).matches())
        .filter(it -> !it.contains("Stream #"))
        .forEach(it -> wrong.add("carries " + it.strip()));
    wrong.addAll(coding(said, Source.ratio(seen.source().shortRate())));
    wrong.addAll(boxes(Files.readAllBytes(seen.file())));
    return wrong;
  }

  private static List<String> coding(List<String> said, double rate) {
    var wrong = new ArrayList<String>();
    expect(wrong, shows(said, "profile_idc", 100), "profile_idc is not 100");
    expect(wrong, shows(said, "entropy_coding_mode_flag", 1), "not CABAC");
    expect(wrong, shows(said, "frame_mbs_only_flag", 1), "may hold fields");
    long gop = Math.max(1, Math.round(rate / 2));
    int since = 0;
    int bs = 0;
    long keys = 0;
    for (var line : said) {
      var frame = FRAME.matcher(line);
      if (frame.matches()) {
        boolean key = frame.group(2).equals("1");
        keys += key ? 1 : 0;
        since = key ? 1 : since + 1;
        bs = frame.group(3).equals("B") ? bs + 1 : 0;
        expect(wrong, since <= gop, "no whole picture at " + frame.group(1));
        expect(wrong, bs <= MAX_B, "three B-frames at " + frame.group(1));
      }
    }
    long idr = said.stream().filter(line -> line.matches(".*idr_pic_id .*= \\d+")).count();
    expect(wrong, idr == keys && keys > 0, "%d IDR for %d whole pictures".formatted(idr, keys));
    return wrong;
  }

  private static boolean shows(List<String> said, String name, int value) {
    return said.stream().anyMatch(line -> line.matches(".* " + name + " .*= " + value));
  }

  /** {@code moov} before {@code mdat}, and nothing in it that moves or explains. */
  private static List<String> boxes(byte[] file) {
    var top = new ArrayList<String>();
    Optional<String> moov = Optional.empty();
    for (var rest = ByteBuffer.wrap(file); rest.remaining() >= 8; ) {
      int start = rest.position();
      int size = rest.getInt();
      var type = new String(file, start + 4, 4, ISO_8859_1);
      top.add(type);
      int end = size == 0 ? file.length : start + size;
      if (type.equals("moov")) {
        moov = Optional.of(new String(file, start, size, ISO_8859_1));
      }
      rest.position(size == 1 ? start + (int) rest.getLong(start + 8) : end);
    }
    var wrong = new ArrayList<String>();
    expect(wrong, moov.isPresent(), "no moov");
    expect(wrong, top.indexOf("moov") < top.indexOf("mdat"), "boxes in this order: " + top);
    Stream.of("elst", "chpl", "uuid", "loci", "mdta", "\u00a9xyz", "\u00a9nam")
        .filter(moov.orElse("")::contains)
        .forEach(box -> wrong.add("has a box " + box));
    expect(wrong, moov.orElse("").matches("(?s)((?!ilst).)*|.*\\x00{3}\\x08ilst.*"), "has tags");
    return wrong;
  }

  private static void expect(List<String> wrong, boolean right, String otherwise) {
    if (!right) {
      wrong.add(otherwise);
    }
  }
}
