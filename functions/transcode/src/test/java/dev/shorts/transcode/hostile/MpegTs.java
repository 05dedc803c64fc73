package dev.shorts.transcode.hostile;

import static dev.shorts.transcode.hostile.Bytes.hex;
import static dev.shorts.transcode.hostile.Bytes.join;
import static dev.shorts.transcode.hostile.Bytes.u16;
import static dev.shorts.transcode.hostile.Bytes.u32;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** MPEG-TS files, by hand. */
final class MpegTs {

  private static final int PACKET = 188;
  private static final int STREAMS_OF_A_PROGRAM = 30;

  private MpegTs() {}

  /** Programs of H.264, as many as there are packet ids. */
  static byte[] ofManyStreams() {
    var out = new ByteArrayOutputStream();
    for (int program = 1; program < 250; program++) {
      int map = 0x1f00 - program;
      out.writeBytes(section(0, table(0, 1, join(u16(program), u16(0xe000 | map)))));
      out.writeBytes(section(map, table(2, program, join(hex("e100f000"), streams(program)))));
    }
    out.writeBytes(ofNothing(1 << 16));
    return out.toByteArray();
  }

  /** Packets of noise with random ids. */
  static byte[] ofNothing(int length) {
    var file = new byte[length / PACKET * PACKET];
    new Random(7).nextBytes(file);
    for (int at = 0; at < file.length; at += PACKET) {
      file[at] = 0x47;
      file[at + 1] &= 0x1f;
    }
    return file;
  }

  private static byte[] streams(int program) {
    var streams = new ByteArrayOutputStream();
    for (int i = 0; i < STREAMS_OF_A_PROGRAM; i++) {
      int id = 0x20 + program * STREAMS_OF_A_PROGRAM + i;
      streams.writeBytes(join(hex("1b"), u16(0xe000 | id), hex("f000")));
    }
    return streams.toByteArray();
  }

  private static byte[] table(int id, int number, byte[] content) {
    int length = 5 + content.length + 4;
    var head = join(new byte[] {(byte) id}, u16(0xb000 | length), u16(number), hex("c10000"));
    var table = join(head, content);
    return join(table, u32(checksum(table)));
  }

  private static byte[] section(int pid, byte[] table) {
    var packet = join(hex("47"), u16(0x4000 | pid), hex("10 00"), table);
    int end = packet.length;
    packet = Arrays.copyOf(packet, PACKET);
    Arrays.fill(packet, end, PACKET, (byte) 0xff);
    return packet;
  }

  /** CRC-32/MPEG-2. */
  private static long checksum(byte[] bytes) {
    int crc = -1;
    for (byte value : bytes) {
      crc ^= value << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc < 0 ? crc << 1 ^ 0x04c11db7 : crc << 1;
      }
    }
    return crc & 0xffff_ffffL;
  }
}
