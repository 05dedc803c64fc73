package dev.shorts.transcode.hostile;

import static dev.shorts.transcode.hostile.Bytes.box;
import static dev.shorts.transcode.hostile.Bytes.element;
import static dev.shorts.transcode.hostile.Bytes.join;
import static dev.shorts.transcode.hostile.Bytes.repeat;
import static dev.shorts.transcode.hostile.Bytes.text;
import static dev.shorts.transcode.hostile.Bytes.u32;

import java.util.List;
import java.util.stream.IntStream;

/** Files with more streams than anybody can want. */
public final class ManyStreams {

  private static final int MANY = 100_000;

  private ManyStreams() {}

  public static List<HostileFile> all() {
    return List.of(
        file("65 tracks", "TOO_MANY_STREAMS", _ -> ResourceBombs.mp4(repeat(box("trak"), 65))),
        file(
            "100 000 tracks in MP4",
            "TOO_MANY_STREAMS",
            _ -> ResourceBombs.mp4(repeat(box("trak"), MANY))),
        file(
            "a million tracks in MP4",
            "TOO_MANY_STREAMS",
            _ -> ResourceBombs.mp4(repeat(box("trak"), 1_000_000))),
        file(
            "100 000 tracks in Matroska",
            "TOO_MANY_STREAMS",
            _ -> Matroska.file(element("1654ae6b", tracks()))),
        file("100 000 streams in AVI", "TOO_MANY_STREAMS", _ -> avi()),
        file("8 000 streams in MPEG-TS", "TOO_MANY_STREAMS", _ -> MpegTs.ofManyStreams()));
  }

  private static HostileFile file(String name, String ending, HostileFile.Maker maker) {
    return new HostileFile(name, ending, maker);
  }

  private static byte[] tracks() {
    return join(IntStream.rangeClosed(1, MANY).mapToObj(Matroska::track).toArray(byte[][]::new));
  }

  private static byte[] little(int value) {
    return u32(Integer.reverseBytes(value));
  }

  private static byte[] avi() {
    var strh = join(text("strh"), little(56), text("vidsMJPG"), new byte[48]);
    var strl = join(text("LIST"), little(4 + strh.length), text("strl"), strh);
    var avih = join(text("avih"), little(56), new byte[56]);
    var list = join(text("hdrl"), avih, repeat(strl, MANY));
    var body = join(text("AVI "), text("LIST"), little(list.length), list);
    return join(text("RIFF"), little(body.length), body);
  }
}
