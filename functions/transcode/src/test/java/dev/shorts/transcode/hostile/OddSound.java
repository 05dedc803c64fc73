package dev.shorts.transcode.hostile;

import static dev.shorts.transcode.hostile.Bytes.find;
import static dev.shorts.transcode.hostile.Bytes.inBox;
import static dev.shorts.transcode.hostile.Bytes.patch;
import static dev.shorts.transcode.hostile.Bytes.u16;
import static dev.shorts.transcode.hostile.Bytes.u32;
import static dev.shorts.transcode.hostile.HostileFile.COMPLETED;

import java.util.List;

/** Videos whose sound has a number in it that can't be meant. */
public final class OddSound {

  private static final long MOST = 0xffff_ffffL;
  private static final int SAMPLE_ENTRY_RATE = 24;

  private OddSound() {}

  public static List<HostileFile> all() {
    return List.of(
        file("sound of 65535 channels", COMPLETED, w -> inBox(w.mp4(), "mp4a", 16, u16(65535))),
        file("sound of 255 channels of PCM", COMPLETED, w -> inBox(pcm(w), "sowt", 16, u16(255))),
        file("sound of no channels of PCM", COMPLETED, w -> inBox(pcm(w), "sowt", 16, u16(0))),
        file(
            "sound of 65535 samples a second",
            COMPLETED,
            w -> inBox(w.mp4(), "mp4a", SAMPLE_ENTRY_RATE, u32(MOST))),
        file(
            "sound of no samples a second",
            COMPLETED,
            w -> inBox(w.mp4(), "mp4a", SAMPLE_ENTRY_RATE, u32(0))),
        file(
            "sound whose clock ticks two billion times a second",
            COMPLETED,
            w ->
                patch(
                    w.mp4(),
                    find(w.mp4(), "mdhd", find(w.mp4(), "mdhd", 0) + 4) + 16,
                    u32(0x7fff_ffff))));
  }

  private static HostileFile file(String name, String ending, HostileFile.Maker maker) {
    return new HostileFile(name, ending, maker);
  }

  private static byte[] pcm(Workshop workshop) {
    return workshop.clip("mov", "-c:a pcm_s16le");
  }
}
