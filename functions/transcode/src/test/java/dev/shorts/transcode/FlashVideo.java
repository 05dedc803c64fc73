package dev.shorts.transcode;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.shorts.transcode.probe.Rational;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A grey and silent video in which, for one frame, there is a noisy picture and a tone: an AVI of
 * JPEGs and PCM, which Java can make by itself.
 *
 * @param flash number of the frame with noise and tone
 */
record FlashVideo(int width, int height, Rational rate, int frames, int flash, boolean withSound) {

  private static final int SAMPLE_RATE = 44_100;
  private static final int BYTES_PER_SAMPLE = 4;

  /** A RIFF chunk: its name and its content. */
  private record Chunk(String name, byte[] content) {}

  void write(Path file) throws IOException {
    var grey = jpeg(false);
    var noise = jpeg(true);
    var movie = new ArrayList<Chunk>();
    for (int frame = 0; frame < frames; frame++) {
      movie.add(new Chunk("00dc", frame == flash ? noise : grey));
      if (withSound) {
        movie.add(new Chunk("01wb", sound(frame)));
      }
    }
    var streams = new ArrayList<>(List.of(mainHeader(), pictureHeader()));
    if (withSound) {
      streams.add(soundHeader());
    }
    var content = List.of(list("hdrl", streams), list("movi", movie), index(movie));
    Files.write(file, joined(List.of(list("RIFF", "AVI ", content))));
  }

  private Chunk mainHeader() {
    int micros = (int) (1e6 / rate.value());
    return new Chunk(
        "avih",
        ints(micros, 0, 0, 0x10, frames, 0, withSound ? 2 : 1, 0, width, height, 0, 0, 0, 0));
  }

  private Chunk pictureHeader() {
    int tick = (int) rate.denominator();
    int ticks = (int) rate.numerator();
    var header =
        ints(code("vids"), code("MJPG"), 0, 0, 0, tick, ticks, 0, frames, 0, -1, 0, 0, size());
    var format = ints(40, width, height, 24 << 16 | 1, code("MJPG"), 0, 0, 0, 0, 0);
    return list("strl", List.of(new Chunk("strh", header), new Chunk("strf", format)));
  }

  private Chunk soundHeader() {
    int bytes = SAMPLE_RATE * BYTES_PER_SAMPLE;
    int samples = (int) (frames / rate.value() * SAMPLE_RATE);
    var header =
        ints(
            code("auds"),
            0,
            0,
            0,
            0,
            BYTES_PER_SAMPLE,
            bytes,
            0,
            samples,
            0,
            -1,
            BYTES_PER_SAMPLE,
            0,
            0);
    var format = ints(2 << 16 | 1, SAMPLE_RATE, bytes, 16 << 16 | BYTES_PER_SAMPLE);
    return list("strl", List.of(new Chunk("strh", header), new Chunk("strf", format)));
  }

  private int size() {
    return height << 16 | width;
  }

  private byte[] sound(int frame) {
    int from = (int) (frame / rate.value() * SAMPLE_RATE);
    int to = (int) ((frame + 1) / rate.value() * SAMPLE_RATE);
    var samples =
        ByteBuffer.allocate(BYTES_PER_SAMPLE * (to - from)).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = from; i < to; i++) {
      double level = frame == flash ? Math.sin(2 * Math.PI * 1000 * i / SAMPLE_RATE) : 0;
      samples.putShort((short) (16_000 * level)).putShort((short) (16_000 * level));
    }
    return samples.array();
  }

  private byte[] jpeg(boolean noisy) throws IOException {
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var random = new Random(1);
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, noisy ? random.nextInt(1 << 24) : 0x808080);
      }
    }
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", bytes);
    return bytes.toByteArray();
  }

  private static Chunk index(List<Chunk> movie) throws IOException {
    var entries = new ByteArrayOutputStream();
    int at = 4;
    for (var chunk : movie) {
      entries.write(ints(code(chunk.name), 0x10, at, chunk.content.length));
      at += 8 + chunk.content.length + chunk.content.length % 2;
    }
    return new Chunk("idx1", entries.toByteArray());
  }

  private static Chunk list(String type, List<Chunk> chunks) {
    return list("LIST", type, chunks);
  }

  private static Chunk list(String name, String type, List<Chunk> chunks) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(type.getBytes(US_ASCII));
    bytes.writeBytes(joined(chunks));
    return new Chunk(name, bytes.toByteArray());
  }

  private static byte[] joined(List<Chunk> chunks) {
    var bytes = new ByteArrayOutputStream();
    for (var chunk : chunks) {
      bytes.writeBytes(ints(code(chunk.name), chunk.content.length));
      bytes.writeBytes(chunk.content);
      bytes.writeBytes(new byte[chunk.content.length % 2]);
    }
    return bytes.toByteArray();
  }

  private static int code(String name) {
    return ByteBuffer.wrap(name.getBytes(US_ASCII)).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  private static byte[] ints(int... values) {
    var bytes = ByteBuffer.allocate(Integer.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int value : values) {
      bytes.putInt(value);
    }
    return bytes.array();
  }
}
