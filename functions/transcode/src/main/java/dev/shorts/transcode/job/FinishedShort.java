package dev.shorts.transcode.job;

import java.util.Optional;

/**
 * A FinishedShort is what the row of an export says about its verified and stored file.
 *
 * @param resolution as in "1080x1920"
 * @param notice what was left out
 */
public record FinishedShort(
    long bytes, double seconds, String resolution, Optional<String> notice) {}
