package dev.shorts.transcode.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Forms of a storage path that is no key of the source bucket. Their names appear in the log, in a
 * metric and in the notes of the preflight; the path itself never does.
 */
public enum StoragePathForm {
  /**
   * A leading slash. S3 would accept such a key, but the contract forbids it and the local store
   * rejects it.
   */
  LEADING_SLASH(false, (path, _) -> path.startsWith("/")),

  /** {@code s3://bucket/key}, {@code https://…}. */
  URL(false, (path, _) -> Forms.URL.matcher(path).lookingAt()),

  /** A path over the 1,024 bytes of UTF-8 that a key may have; S3 answers 400. */
  TOO_LONG(false, (path, _) -> path.getBytes(UTF_8).length > 1024),

  /** A path of the form {@code bucket/key}. */
  BUCKET_NAME(true, (path, bucket) -> path.startsWith(bucket + "/")),

  /** A key copied from a URL, such as {@code my%20holiday.mp4}. */
  PERCENT_ENCODED(true, (path, _) -> Forms.ENCODED.matcher(path).find()),

  /** White space or a control character at an end, such as the newline of a text file of paths. */
  WHITE_SPACE(true, (path, _) -> Forms.WHITE_SPACE.matcher(path).find()),

  /** A folder instead of a file. */
  FOLDER(true, (path, _) -> path.endsWith("/"));

  private final boolean mayBeKey;
  private final BiPredicate<String, String> matches;

  StoragePathForm(boolean mayBeKey, BiPredicate<String, String> matches) {
    this.mayBeKey = mayBeKey;
    this.matches = matches;
  }

  /** Returns the form of a path that is no key by the contract, so that S3 need not be asked. */
  public static Optional<StoragePathForm> ofNoKey(String path) {
    return find(path, "", false);
  }

  /** Returns the likely form of a path that could be a key but has no object. */
  public static Optional<StoragePathForm> ofMissing(String path, String bucket) {
    return find(path, bucket, true);
  }

  private static Optional<StoragePathForm> find(String path, String bucket, boolean mayBeKey) {
    return Arrays.stream(values())
        .filter(form -> form.mayBeKey == mayBeKey && form.matches.test(path, bucket))
        .findFirst();
  }

  /**
   * Holds the patterns in a class of their own, since an enum's constants are made before its
   * static fields.
   */
  private static final class Forms {
    static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");
    static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
    static final Pattern WHITE_SPACE = Pattern.compile("^[\\s\\p{Cntrl}]|[\\s\\p{Cntrl}]\\z");
  }
}
