package dev.shorts.transcode.ffmpeg;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** What every program is told about a source: where it is, and all it may open for it. */
public final class InputArguments {

  /** Only from our own loopback server. */
  private static final String PROTOCOLS = "http,tcp";

  /** Containers of pictures: no playlists, no images, nothing that names other files. */
  private static final String CONTAINERS = "mov,matroska,avi,mpegts,mpeg,flv,ogg";

  /**
   * Bytes asked for at once, first while FFmpeg looks around, then while it reads on. It would ask
   * for all the rest, and leave megabytes of it in socket buffers with every seek.
   */
  private static final List<String> REQUESTS =
      List.of("-initial_request_size", "131072", "-request_size", "1048576");

  private InputArguments() {}

  /** An input of {@code source}, read with {@code options}. */
  public static List<String> arguments(URI source, List<String> options) {
    return Stream.of(
            List.of("-protocol_whitelist", PROTOCOLS, "-format_whitelist", CONTAINERS),
            List.of("-max_redirects", "0"),
            REQUESTS,
            options,
            List.of("-i", source.toString()))
        .flatMap(List::stream)
        .toList();
  }
}
