package dev.shorts.transcode.frames;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shorts.transcode.OneExport;
import dev.shorts.transcode.fixture.Stock;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a test expects of a short made from a {@link NumberedSource}, or found in one.
 *
 * @param rate frames a second, as a fraction
 * @param notice what the user is told; "null" if nothing
 * @param numbers of the source's frames that the short shows, in order; -1 is an unreadable one
 */
record ShortFrames(String rate, String notice, List<Integer> numbers) {

  private static final String NO_NOTICE = "null";

  /** The middle of the picture: half of it bits, half of it complements. */
  private static final String BOXES =
      "crop=1080:560:0:680,scale=%d:2:flags=area,format=gray".formatted(NumberedSource.BITS);

  private static final Pattern RATE = Pattern.compile(".*showinfo.* frame_rate: (\\d+/\\d+).*");

  /** Less contrast than this between a bit and its complement is no bit. */
  private static final int CONTRAST = 100;

  /**
   * A short without a notice.
   *
   * @param numbers such as "7 8-20 20x3 30-38/2": single ones, from one to another, one so many
   *     times, every second one
   */
  static ShortFrames of(String rate, String numbers) {
    var all = Stream.of(numbers.split(" ")).flatMap(part -> part(part).stream()).toList();
    return new ShortFrames(rate.contains("/") ? rate : rate + "/1", NO_NOTICE, all);
  }

  ShortFrames withNotice(String sentence) {
    return new ShortFrames(rate, sentence, numbers);
  }

  static ShortFrames of(OneExport.Ended ended) throws IOException {
    assertThat(ended.completed()).as(ended.log()).isTrue();
    var numbers = new ArrayList<Integer>();
    var words =
        "-i %s -map 0:v -fps_mode passthrough -vf showinfo,%s -f rawvideo pipe:1"
            .formatted(ended.file(), BOXES);
    var said = Stock.read(List.of(words.split(" ")), pipe -> read(pipe, numbers));
    var rate =
        said.stream().map(RATE::matcher).filter(it -> it.matches()).findFirst().orElseThrow();
    var notice = ended.said().substring(ended.said().indexOf("notice=") + "notice=".length());
    return new ShortFrames(rate.group(1), notice, numbers);
  }

  private static List<Integer> part(String part) {
    if (part.contains("x")) {
      var held = part.split("x");
      return Collections.nCopies(Integer.parseInt(held[1]), Integer.valueOf(held[0]));
    }
    var range = part.split("/");
    int every = range.length > 1 ? Integer.parseInt(range[1]) : 1;
    var ends = range[0].split("-");
    int first = Integer.parseInt(ends[0]);
    int last = Integer.parseInt(ends[ends.length - 1]);
    return IntStream.iterate(first, it -> it <= last, it -> it + every).boxed().toList();
  }

  private static void read(InputStream pipe, List<Integer> numbers) throws IOException {
    var boxes = new byte[2 * NumberedSource.BITS];
    while (pipe.readNBytes(boxes, 0, boxes.length) == boxes.length) {
      numbers.add(number(boxes));
    }
  }

  private static int number(byte[] boxes) {
    int number = 0;
    for (int bit = 0; bit < NumberedSource.BITS; bit++) {
      int contrast = (boxes[bit] & 255) - (boxes[NumberedSource.BITS + bit] & 255);
      if (Math.abs(contrast) < CONTRAST) {
        return -1;
      }
      number = 2 * number + (contrast > 0 ? 1 : 0);
    }
    return number;
  }
}
