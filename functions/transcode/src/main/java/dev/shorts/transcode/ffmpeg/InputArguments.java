package dev.shorts.transcode.ffmpeg;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/**
 * Builds the input arguments of ffmpeg and ffprobe: address, allowed protocols and allowed
 * containers.
 */
public final class InputArguments {

  /** Plain HTTP, for our own loopback server only. */
  private static final String PROTOCOLS = "http,tcp";

  /** Video containers; no playlists, image sequences or formats that reference other files. */
  private static final String CONTAINERS = "mov,matroska,avi,mpegts,mpeg,flv,ogg";

  /**
   * Bytes per HTTP request, first while probing, then while reading. By default FFmpeg requests the
   * whole rest, and leaves megabytes of it in socket buffers with every seek.
   */
  private static final List<String> REQUESTS =
      List.of("-initial_request_size", "131072", "-request_size", "1048576");

  private InputArguments() {}

  /** Returns the arguments that read {@code source} with {@code options}. */
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
