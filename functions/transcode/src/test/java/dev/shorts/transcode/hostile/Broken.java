package dev.shorts.transcode.hostile;

import static dev.shorts.transcode.hostile.Bytes.box;
import static dev.shorts.transcode.hostile.Bytes.find;
import static dev.shorts.transcode.hostile.Bytes.hex;
import static dev.shorts.transcode.hostile.Bytes.join;
import static dev.shorts.transcode.hostile.Bytes.patch;
import static dev.shorts.transcode.hostile.Bytes.random;
import static dev.shorts.transcode.hostile.Bytes.text;
import static dev.shorts.transcode.hostile.Bytes.u32;
import static dev.shorts.transcode.hostile.HostileFile.COMPLETED;

import java.util.Arrays;
import java.util.List;

/** Files that are something else, or half of what they were. */
public final class Broken {

  private static final String NOT_A_VIDEO = "NOT_A_VIDEO";
  private static final String PICTURE = "-f lavfi -i testsrc2=s=64x64 -frames:v 1 ";
  private static final String CENC =
      "-movflags +faststart -encryption_scheme cenc-aes-ctr"
          + " -encryption_key 00112233445566778899aabbccddeeff"
          + " -encryption_kid 00112233445566778899aabbccddeeff";

  private Broken() {}

  public static List<HostileFile> all() {
    return List.of(
        file("nothing", NOT_A_VIDEO, _ -> new byte[0]),
        file("one byte", NOT_A_VIDEO, _ -> new byte[1]),
        file("zeros", NOT_A_VIDEO, _ -> new byte[1 << 20]),
        file("noise", NOT_A_VIDEO, _ -> random(1 << 20)),
        file("a picture", NOT_A_VIDEO, w -> w.made("png", PICTURE)),
        file("an animation", NOT_A_VIDEO, w -> w.made("gif", PICTURE)),
        file("drawn text", NOT_A_VIDEO, _ -> join(text("XBIN\u001a"), random(5000))),
        file("a web page", NOT_A_VIDEO, _ -> text("<!DOCTYPE html><video src=x>")),
        file("a document", NOT_A_VIDEO, _ -> join(text("%PDF-1.7\n"), random(9000))),
        file("an archive", NOT_A_VIDEO, _ -> join(text("PK\u0003\u0004"), random(9000))),
        file("a program", NOT_A_VIDEO, _ -> join(hex("7f454c46020101"), random(9000))),
        file("tags before noise", NOT_A_VIDEO, _ -> join(id3(), text("APETAGEX"), random(9000))),
        file("a song", NOT_A_VIDEO, w -> w.made("mp3", "-f lavfi -i sine -t 1")),
        file("a song in MP4", "NO_PICTURE", w -> w.made("mp4", "-f lavfi -i sine -t 3")),
        file("a song with a cover", "NO_PICTURE", Broken::songWithCover),
        file("a web page that is an MP4 too", COMPLETED, Broken::polyglot),
        file(
            "an MP4 with an archive behind it",
            COMPLETED,
            w -> join(w.mp4(), text("PK\u0003\u0004"), random(9000))),
        file("an MP4 without its index", "INCOMPLETE", w -> quarter(w.clip("mp4"))),
        file(
            "an MP4 of which only the index arrived",
            "DAMAGED",
            w -> Arrays.copyOf(w.mp4(), find(w.mp4(), "mdat", 0) + 8)),
        file("a quarter of an MP4", "DAMAGED", w -> quarter(w.mp4())),
        file("a quarter of an AVI", "SCENE_OUTSIDE", w -> quarter(w.clip("avi"))),
        file("a quarter of an MPEG-TS", "SCENE_OUTSIDE", w -> quarter(w.clip("ts"))),
        file(
            "an MP4 that is zeros in the scene",
            "PICTURES_MISSING",
            w -> zeroed(w.mp4(), 0.3, 0.9)),
        file("an MP4 with a scratch", COMPLETED, w -> zeroed(w.mp4(), 0.4200, 0.4201)),
        file("a quarter of a Matroska", "DAMAGED", w -> quarter(w.clip("mkv"))),
        file("a Matroska with a hole", "DAMAGED", w -> zeroed(w.clip("mkv"), 0.3, 0.9)),
        file("an MPEG-TS with a hole", "PICTURES_MISSING", w -> zeroed(w.clip("ts"), 0.3, 0.9)),
        file(
            "an MP4 whose tables are zeros",
            NOT_A_VIDEO,
            w -> patch(w.mp4(), find(w.mp4(), "moov", 0) + 4, new byte[2000])),
        file("an encrypted MP4", "ENCRYPTED", w -> w.clip("mp4", CENC)),
        file("an MP4 with FairPlay's name on it", "ENCRYPTED", Broken::fairPlay),
        file("a scrambled MPEG-TS", "ENCRYPTED", w -> scrambled(w.clip("ts"))),
        file("an encrypted Matroska", "ENCRYPTED", _ -> Matroska.of(Matroska.ENCRYPTED)),
        file(
            "a codec that we don't read",
            "CODEC_NOT_READ",
            w -> w.made("mkv", PICTURE + "-c:v ffv1")),
        file("pictures of PNG", "CODEC_NOT_READ", w -> w.made("avi", PICTURE + "-c:v png")),
        file(
            "a codec that nobody knows",
            "CODEC_NOT_READ",
            w -> patch(w.mp4(), find(w.mp4(), "avc1", find(w.mp4(), "stsd", 0)), text("zzzz"))));
  }

  private static HostileFile file(String name, String ending, HostileFile.Maker maker) {
    return new HostileFile(name, ending, maker);
  }

  private static byte[] id3() {
    return join(text("ID3"), hex("0400 00 00000776"), new byte[1014]);
  }

  private static byte[] songWithCover(Workshop workshop) {
    return workshop.made(
        "m4a",
        "-f lavfi -i sine -f lavfi -i testsrc2=s=64x64 -frames:v 1 -t 3 -map 0 -map 1"
            + " -c:v mjpeg -disposition:v attached_pic");
  }

  private static byte[] polyglot(Workshop workshop) {
    var movie = workshop.clip("mov", "-movflags +frag_keyframe+empty_moov+default_base_moof");
    return join(box("ftyp", text("qt  "), u32(0)), box("free", text("<html><script>")), movie);
  }

  private static byte[] quarter(byte[] file) {
    return Arrays.copyOf(file, file.length / 4);
  }

  private static byte[] zeroed(byte[] file, double from, double to) {
    int at = (int) (file.length * from);
    return patch(file, at, new byte[(int) (file.length * to) - at]);
  }

  private static byte[] fairPlay(Workshop workshop) {
    var movie = workshop.mp4();
    return patch(movie, find(movie, "avc1", find(movie, "stsd", 0)), text("drmi"));
  }

  /** Each packet of the pictures says that it is scrambled, and is. */
  private static byte[] scrambled(byte[] stream) {
    var copy = stream.clone();
    for (int at = 0; at + 188 <= copy.length; at += 188) {
      int pid = (copy[at + 1] & 0x1f) << 8 | copy[at + 2] & 0xff;
      if (pid == 0x100 || pid == 0x101) {
        copy[at + 3] |= (byte) 0x80;
        for (int i = at + 4 + (copy[at + 3] & 0x20) / 0x20 * (1 + (copy[at + 4] & 0xff));
            i < at + 188;
            i++) {
          copy[i] ^= (byte) (i * 31 + 7);
        }
      }
    }
    return copy;
  }
}
