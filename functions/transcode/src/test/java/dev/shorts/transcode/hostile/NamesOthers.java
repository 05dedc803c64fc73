package dev.shorts.transcode.hostile;

import static dev.shorts.transcode.hostile.Bytes.box;
import static dev.shorts.transcode.hostile.Bytes.find;
import static dev.shorts.transcode.hostile.Bytes.join;
import static dev.shorts.transcode.hostile.Bytes.patch;
import static dev.shorts.transcode.hostile.Bytes.text;
import static dev.shorts.transcode.hostile.Bytes.u16;
import static dev.shorts.transcode.hostile.Bytes.u32;
import static dev.shorts.transcode.hostile.HostileFile.COMPLETED;

import java.util.List;
import java.util.function.Function;

/** Files that name other files and addresses, and would have FFmpeg open them. */
public final class NamesOthers {

  private static final String NOT_A_VIDEO = "NOT_A_VIDEO";

  private NamesOthers() {}

  public static List<HostileFile> all() {
    return List.of(
        script("an HLS playlist of an address", hls(Canary::url)),
        script("an HLS playlist of a file", hls(canary -> "file://" + canary.file())),
        script("an HLS playlist of a bare path", hls(canary -> canary.file().toString())),
        script(
            "an HLS playlist of playlists",
            c -> "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n%s\n".formatted(c.url())),
        script(
            "an HLS playlist with a key and a map",
            c ->
                "#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXT-X-KEY:METHOD=AES-128,URI=\"%1$s\"\n#EXT-X-MAP:URI=\"%1$s\"\n#EXTINF:3,\n%1$s\n#EXT-X-ENDLIST\n"
                    .formatted(c.url())),
        script("a concat script", c -> "ffconcat version 1.0\nfile '%s'\n".formatted(c.file())),
        script("a concat script of an address", c -> "ffconcat version 1.0\nfile " + c.url()),
        script("the name of a concatenation", c -> "concat:%1$s|%1$s".formatted(c.file())),
        script("the name of a part of a file", c -> "subfile,,start,0,end,9,,:" + c.file()),
        script("the name of a filter", c -> "lavfi:movie=" + c.file()),
        script("a pattern of images", c -> c.file().resolveSibling("%03d.png").toString()),
        script("a DASH manifest", NamesOthers::dash),
        script("an SDP of a session on the loopback", NamesOthers::sdp),
        script("a composition playlist of IMF", NamesOthers::imf),
        script("a reference of RealMedia", c -> "rtsp://127.0.0.1:%d/a.rm\n".formatted(c.port())),
        script("a reference of QuickTime, as text", c -> "RTSPtextRTSP://" + c.url()),
        script("a playlist of WinAmp", c -> "[playlist]\nFile1=%s\n".formatted(c.url())),
        script(
            "an index of subtitles", c -> "# VobSub index file, v7 (do not modify!)\n" + c.file()),
        script("a script of AviSynth", c -> "AviSource(\"%s\")\n".formatted(c.file())),
        script("a drawing", c -> "<svg><image xlink:href=\"%s\"/></svg>".formatted(c.url())),
        new HostileFile(
            "a playlist that begins like MP4", "INCOMPLETE", NamesOthers::playlistInMp4),
        new HostileFile("a QuickTime reference movie", NOT_A_VIDEO, NamesOthers::referenceMovie),
        new HostileFile(
            "a MOV whose data is in a file", "IN_OTHER_FILES", w -> dataReference(w, alias(w))),
        new HostileFile(
            "a MOV whose data is at an address", COMPLETED, w -> dataReference(w, url(w))),
        new HostileFile("a Matroska with linked segments", COMPLETED, LinkedSegments::make));
  }

  private static HostileFile script(String name, Function<Canary, String> text) {
    return new HostileFile(name, NOT_A_VIDEO, workshop -> text(text.apply(workshop.canary())));
  }

  private static Function<Canary, String> hls(Function<Canary, String> segment) {
    return canary ->
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\n%s\n#EXT-X-ENDLIST\n"
            .formatted(segment.apply(canary));
  }

  private static String dash(Canary canary) {
    return """
    <?xml version="1.0"?>
    <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" mediaPresentationDuration="PT3S"
      profiles="urn:mpeg:dash:profile:isoff-on-demand:2011">
    <Period><AdaptationSet mimeType="video/mp4"><Representation id="1" bandwidth="1">
    <BaseURL>%s</BaseURL></Representation></AdaptationSet></Period></MPD>
    """
        .formatted(canary.url());
  }

  private static String sdp(Canary canary) {
    return """
    v=0
    o=- 0 0 IN IP4 127.0.0.1
    s=x
    c=IN IP4 127.0.0.1
    t=0 0
    m=video %d RTP/AVP 96
    a=rtpmap:96 H264/90000
    """
        .formatted(canary.datagramPort());
  }

  private static String imf(Canary canary) {
    return """
    <?xml version="1.0"?>
    <CompositionPlaylist xmlns="http://www.smpte-ra.org/schemas/2067-3/2016">
    <Id>urn:uuid:0</Id><ContentTitle>%s</ContentTitle></CompositionPlaylist>
    """
        .formatted(canary.url());
  }

  private static byte[] playlistInMp4(Workshop workshop) {
    var playlist = hls(Canary::url).apply(workshop.canary());
    return join(box("ftyp", text("isom"), u32(512)), text(playlist));
  }

  private static byte[] referenceMovie(Workshop workshop) {
    var address = text(workshop.canary().url() + "\0");
    var reference = box("rdrf", u32(0), text("url "), u32(address.length), address);
    return join(
        box("ftyp", text("qt  "), u32(0)), box("moov", box("rmra", box("rmda", reference))));
  }

  /** In the place of "here", which is what every honest file says. */
  private static byte[] dataReference(Workshop workshop, byte[] reference) {
    var movie = workshop.clip("mov");
    int dref = find(movie, "dref", 0) - 4;
    var elsewhere = box("dref", u32(0, 1), reference);
    return withLarger(movie, dref, elsewhere);
  }

  private static byte[] url(Workshop workshop) {
    return box("url ", u32(0), text(workshop.canary().url() + "\0"));
  }

  /** An alias of the Macintosh, with the absolute path as its tag 18. */
  private static byte[] alias(Workshop workshop) {
    var absolute = workshop.canary().file().toString();
    var path = text(absolute + "\0".repeat(absolute.length() % 2));
    var name = text(workshop.canary().file().getFileName().toString());
    var head = patch(new byte[150], 50, join(new byte[] {(byte) name.length}, name));
    var tags = join(u16(2), u16(path.length), path, u16(18), u16(path.length), path, u16(0xffff));
    return box("alis", u32(0), head, tags);
  }

  /** The sizes of the boxes around it grow with it: the index is at the end. */
  private static byte[] withLarger(byte[] movie, int at, byte[] box) {
    return Boxes.replace(movie, at, box);
  }
}
