package dev.shorts.transcode.job;

import java.util.Optional;

/**
 * Describes a verified and stored short, as written to the row of its export.
 *
 * @param bytes size of the file
 * @param seconds duration
 * @param resolution as in "1080x1920"
 * @param notice sentence to the user about what the short lacks
 */
public record FinishedShort(
    long bytes, double seconds, String resolution, Optional<String> notice) {}
