package dev.shorts.transcode.hostile;

import static dev.shorts.transcode.hostile.Bytes.box;
import static dev.shorts.transcode.hostile.Bytes.find;
import static dev.shorts.transcode.hostile.Bytes.hex;
import static dev.shorts.transcode.hostile.Bytes.inBox;
import static dev.shorts.transcode.hostile.Bytes.join;
import static dev.shorts.transcode.hostile.Bytes.patch;
import static dev.shorts.transcode.hostile.Bytes.random;
import static dev.shorts.transcode.hostile.Bytes.text;
import static dev.shorts.transcode.hostile.Bytes.u16;
import static dev.shorts.transcode.hostile.Bytes.u32;
import static dev.shorts.transcode.hostile.Bytes.u64;
import static dev.shorts.transcode.hostile.HostileFile.COMPLETED;

import java.io.IOException;
import java.util.List;

/** Small files that ask for much. */
public final class ResourceBombs {

  private static final int MANY = 100_000;
  private static final long MOST = 0xffff_ffffL;
  private static final String HUGE = "-f lavfi -i color=s=10000x10000:r=30 -frames:v 2 ";
  private static final byte[] FTYP = box("ftyp", text("isom"), u32(512));

  private ResourceBombs() {}

  public static List<HostileFile> all() {
    return List.of(
        file("100 megapixels of MJPEG that a Matroska hides", "DAMAGED", _ -> hugeJpegs()),
        file(
            "100 megapixels of H.264",
            "PICTURE_TOO_LARGE",
            w -> w.made("mp4", HUGE + "-c:v libx264 -preset ultrafast")),
        file(
            "100 megapixels of H.264 that an MP4 hides",
            "PICTURE_TOO_LARGE",
            ResourceBombs::hidden),
        file("100 megapixels of VP9", "PICTURE_TOO_LARGE", ResourceBombs::hugeVp9),
        file(
            "100 megapixels that only an MP4 claims",
            COMPLETED,
            w -> inBox(w.mp4(), "avc1", 24, join(u16(10_000), u16(10_000)))),
        file("an index of 128 MB of zeros", "NOT_A_VIDEO", _ -> compressed(128 << 20)),
        file("an index that says it is four", "NOT_A_VIDEO", _ -> compressed(MOST)),
        file(
            "pictures of 64 MB of zeros each",
            "DAMAGED",
            _ -> Matroska.of(Matroska.duration(3000), Matroska.deflatedZeros(64), Matroska.ZLIB)),
        file(
            "four billion samples of one size",
            "DAMAGED",
            w -> Boxes.replace(w.clip("mp4"), "stsz", u32(0, 1, MOST))),
        file(
            "four billion sizes",
            "NOT_A_VIDEO",
            w -> Boxes.replace(w.clip("mp4"), "stsz", u32(0, 0, MOST, 1))),
        file(
            "four billion times",
            COMPLETED,
            w -> Boxes.replace(w.clip("mp4"), "stts", u32(0, 1, MOST, 512))),
        file(
            "four billion entries of times",
            "NOT_A_VIDEO",
            w -> Boxes.replace(w.clip("mp4"), "stts", u32(0, MOST, 1, 512))),
        file(
            "four billion chunks",
            "NOT_A_VIDEO",
            w -> Boxes.replace(w.clip("mp4"), "stco", u32(0, MOST, 48))),
        file(
            "four billion samples in a chunk",
            "DAMAGED",
            w -> Boxes.replace(w.clip("mp4"), "stsc", u32(0, 1, 1, MOST, 1))),
        file(
            "four billion edits",
            "DAMAGED",
            w -> Boxes.replace(w.clip("mp4"), "elst", u32(0, MOST, 3000, 0, 0x10000))),
        file(
            "two billion samples in a fragment",
            "NOT_A_VIDEO",
            w -> inBox(fragmented(w), "trun", 4, u32(0x7fff_ffff))),
        file("boxes a hundred thousand deep", "NOT_A_VIDEO", _ -> nested()),
        file(
            "a box that is larger than any disk",
            "NOT_A_VIDEO",
            _ -> join(FTYP, u32(1), text("moov"), u64(Long.MAX_VALUE), random(500))),
        file(
            "a box that is smaller than its header",
            "INCOMPLETE",
            _ -> join(FTYP, u32(3), text("moov"), random(500))),
        file("elements without an end", "NOT_A_VIDEO", _ -> Matroska.endlesslyNested()),
        file(
            "an element that is larger than any disk",
            "NOT_A_VIDEO",
            _ -> join(hex("1a45dfa3 01fffffffffffff0"), random(500))),
        file(
            "20 MB of MPEG-TS without anything in it",
            "NOT_A_VIDEO",
            _ -> MpegTs.ofNothing(20 << 20)));
  }

  private static HostileFile file(String name, String ending, HostileFile.Maker maker) {
    return new HostileFile(name, ending, maker);
  }

  static byte[] mp4(byte[]... content) {
    return join(FTYP, box("moov", content));
  }

  private static byte[] hidden(Workshop workshop) {
    var movie = workshop.made("mp4", HUGE + "-c:v libx264 -preset ultrafast");
    return inBox(movie, "avc1", 24, join(u16(320), u16(180)));
  }

  /** The frames say 10000x10000, the container 320x180. */
  private static byte[] hugeJpegs() throws IOException {
    var frame = Matroska.jpeg();
    int size = find(frame, "\u00ff\u00c0", 0) + 5;
    var huge = patch(frame, size, join(u16(10_000), u16(10_000)));
    return Matroska.of(Matroska.duration(3000), huge, new byte[0]);
  }

  /** In VP9 the size follows the key frame's sync code and four bits of colour. */
  private static byte[] hugeVp9(Workshop workshop) {
    var arguments = "-f lavfi -i color=s=64x64:r=30 -t 3 -c:v libvpx-vp9 -deadline realtime ";
    var movie = workshop.made("webm", arguments + "-cpu-used 8");
    int sync = find(movie, "\u0049\u0083\u0042", 0);
    return patch(movie, sync + 3, hex("02 70f2 70f0"));
  }

  private static byte[] fragmented(Workshop workshop) {
    return workshop.clip("mp4", "-movflags frag_keyframe+empty_moov");
  }

  private static byte[] compressed(long size) {
    return mp4(
        box(
            "cmov",
            box("dcom", text("zlib")),
            box("cmvd", u32(size), Matroska.deflatedZeros(128))));
  }

  private static byte[] nested() {
    var boxes = new byte[MANY * 8];
    for (int i = 0; i < MANY; i++) {
      var header = join(u32(boxes.length - 8L * i), text(i == 0 ? "moov" : "trak"));
      System.arraycopy(header, 0, boxes, 8 * i, 8);
    }
    return join(FTYP, boxes);
  }
}
