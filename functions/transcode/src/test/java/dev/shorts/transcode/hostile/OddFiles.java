package dev.shorts.transcode.hostile;

import static dev.shorts.transcode.hostile.Bytes.box;
import static dev.shorts.transcode.hostile.Bytes.find;
import static dev.shorts.transcode.hostile.Bytes.inBox;
import static dev.shorts.transcode.hostile.Bytes.join;
import static dev.shorts.transcode.hostile.Bytes.u16;
import static dev.shorts.transcode.hostile.Bytes.u32;
import static dev.shorts.transcode.hostile.Bytes.u64;
import static dev.shorts.transcode.hostile.HostileFile.COMPLETED;

import java.util.List;

/** Videos with a number in them that can't be meant. */
public final class OddFiles {

  private static final long MOST = 0xffff_ffffL;
  private static final int SAMPLE_ENTRY_RATE = 24;

  private OddFiles() {}

  public static List<HostileFile> all() {
    return List.of(
        file("a clock that doesn't tick", COMPLETED, w -> inBox(w.mp4(), "mdhd", 12, u32(0))),
        file(
            "a clock that ticks four billion times a second",
            COMPLETED,
            w -> inBox(w.mp4(), "mdhd", 12, u32(MOST))),
        file("a length of 136 years", COMPLETED, w -> inBox(w.mp4(), "mdhd", 16, u32(MOST))),
        file("a length below zero", COMPLETED, w -> inBox(w.mp4(), "mvhd", 16, u32(0x8000_0000L))),
        file(
            "a million frames a second",
            COMPLETED,
            w -> inBox(w.mp4(), "mdhd", 12, u32(1_000_000_000))),
        file("one frame in ten minutes", COMPLETED, w -> inBox(w.mp4(), "mdhd", 12, u32(1))),
        file(
            "times that go back",
            "DAMAGED",
            w -> Boxes.replace(w.clip("mp4"), "stts", u32(0, 1, 90, 0xffff_fe00L))),
        file(
            "times that stand still",
            COMPLETED,
            w -> Boxes.replace(w.clip("mp4"), "stts", u32(0, 1, 90, 0))),
        file(
            "an edit of nothing",
            "DAMAGED",
            w -> Boxes.replace(w.clip("mp4"), "elst", u32(0, 1, 0, 0, 0))),
        file(
            "an edit that begins before everything",
            "DAMAGED",
            w -> Boxes.replace(w.clip("mp4"), "elst", u32(0, 1, 3000, 0x8000_0000L, 0x10000))),
        file(
            "an edit that begins in 24 days",
            COMPLETED,
            w ->
                Boxes.replace(
                    w.clip("mp4"),
                    "elst",
                    u32(0, 2, 0x7fff_ffffL, MOST, 0x10000, 3000, 1024, 0x10000))),
        file(
            "a length that is no number",
            COMPLETED,
            _ -> Matroska.of(Matroska.duration(Double.NaN), Matroska.jpeg(), new byte[0])),
        file(
            "a length without end",
            COMPLETED,
            _ ->
                Matroska.of(
                    Matroska.duration(Double.POSITIVE_INFINITY), Matroska.jpeg(), new byte[0])),
        file(
            "a length of 2^63",
            COMPLETED,
            _ -> Matroska.of(Matroska.duration(0x1p63), Matroska.jpeg(), new byte[0])),
        file(
            "a length of minus 2^63",
            COMPLETED,
            _ -> Matroska.of(Matroska.duration(-0x1p63), Matroska.jpeg(), new byte[0])),
        file("a matrix of zeros", COMPLETED, w -> inBox(w.mp4(), "tkhd", 40, new byte[36])),
        file(
            "a matrix of the largest numbers",
            COMPLETED,
            w -> inBox(w.mp4(), "tkhd", 40, Bytes.repeat(u32(0x7fff_ffff), 9))),
        file(
            "a turn by 17 degrees",
            COMPLETED,
            w ->
                inBox(
                    w.mp4(),
                    "tkhd",
                    40,
                    u32(62672, 19161, 0, -19161, 62672, 0, 0, 0, 0x4000_0000))),
        file("pixels 65535 times as high as wide", COMPLETED, w -> withAspect(w, 1, 65535)),
        file("pixels 65535 times as wide as high", COMPLETED, w -> withAspect(w, 65535, 1)),
        file("pixels of no width", COMPLETED, w -> withAspect(w, 0, 0)),
        file("a picture of 0x0", COMPLETED, w -> inBox(w.mp4(), "avc1", SAMPLE_ENTRY_RATE, u32(0))),
        file(
            "a picture of 65535x1",
            COMPLETED,
            w -> inBox(w.mp4(), "avc1", SAMPLE_ENTRY_RATE, join(u16(65535), u16(1)))),
        file(
            "a picture of 0x0 in Matroska",
            "NOT_A_VIDEO",
            w -> Bytes.patch(Matroska.of(), find(Matroska.of(), "V_MJPEG", 0) + 17, u16(0))),
        file(
            "sizes that are too large for the file",
            "DAMAGED",
            w -> Boxes.replace(w.clip("mp4"), "stsz", u32(0, 0x7fff_ffff, 90))),
        file(
            "chunks behind the file",
            "NOT_A_VIDEO",
            w -> Boxes.replace(w.clip("mp4"), "stco", stco())),
        file(
            "a place before the file",
            "NOT_A_VIDEO",
            w ->
                Boxes.replace(
                    w.clip("mp4"),
                    find(w.clip("mp4"), "stco", 0) - 4,
                    box("co64", u32(0, 1), u64(Long.MIN_VALUE)))));
  }

  private static HostileFile file(String name, String ending, HostileFile.Maker maker) {
    return new HostileFile(name, ending, maker);
  }

  private static byte[] stco() {
    return u32(0, 1, 0x7fff_0000L);
  }

  private static byte[] withAspect(Workshop workshop, int horizontal, int vertical) {
    var movie = workshop.clip("mp4", "-aspect 4:3");
    return inBox(movie, "pasp", 0, u32(horizontal, vertical));
  }
}
