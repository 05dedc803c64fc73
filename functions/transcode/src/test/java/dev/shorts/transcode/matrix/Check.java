package dev.shorts.transcode.matrix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is looked at in a short besides our own proof, and shares no code with it or the plan. */
enum Check {
  FACTS(Facts::wrong),
  FRAMES(Frames::wrong),
  FIELDS(Fields::wrong),
  LIKENESS(ImageSimilarity::wrong),
  PLACE(ImageSimilarity::misplaced),
  BARS(Bars::wrong),
  COLOURS(Colours::wrong),
  SOUND(Sound::wrong);

  private final Finder finder;

  Check(Finder finder) {
    this.finder = finder;
  }

  /** Looks for what is wrong, and says so. */
  interface Finder {
    List<String> wrong(ShortUnderTest seen) throws IOException;
  }

  List<String> wrong(ShortUnderTest seen) throws IOException {
    return finder.wrong(seen);
  }

  /** What all of them find, each with the name of its check in front. */
  static List<String> all(ShortUnderTest seen) throws IOException {
    var wrong = new ArrayList<String>();
    for (var check : values()) {
      check.wrong(seen).stream().map(it -> check + ": " + it).forEach(wrong::add);
    }
    return wrong;
  }
}
