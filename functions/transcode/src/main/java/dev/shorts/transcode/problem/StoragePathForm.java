package dev.shorts.transcode.problem;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Ways in which the platform writes a storage path that is no key of the source bucket. Their names
 * are in the log, in a metric and in the notes of the preflight; the path itself is in none of
 * them.
 */
public enum StoragePathForm {
  /** S3 would take such a key, but the contract has none, and the local store refuses it. */
  LEADING_SLASH(false, (path, _) -> path.startsWith("/")),

  /** {@code s3://bucket/key}, {@code https://…}. */
  URL(false, (path, _) -> Forms.URL.matcher(path).lookingAt()),

  /** Over the 1,024 bytes of UTF-8 that a key may have; S3 answers 400. */
  TOO_LONG(false, (path, _) -> path.getBytes(UTF_8).length > 1024),

  /** {@code bucket/key}. */
  BUCKET_NAME(true, (path, bucket) -> path.startsWith(bucket + "/")),

  /** A key that was taken from an address, such as {@code my%20holiday.mp4}. */
  PERCENT_ENCODED(true, (path, _) -> Forms.ENCODED.matcher(path).find()),

  /** White space or a control character at an end, such as the newline of a file of paths. */
  WHITE_SPACE(true, (path, _) -> Forms.WHITE_SPACE.matcher(path).find()),

  /** What the file is in, not the file. */
  FOLDER(true, (path, _) -> path.endsWith("/"));

  private final boolean mayBeKey;
  private final BiPredicate<String, String> matches;

  StoragePathForm(boolean mayBeKey, BiPredicate<String, String> matches) {
    this.mayBeKey = mayBeKey;
    this.matches = matches;
  }

  /** The form of a path for which S3 needn't be asked: it is no key by the contract. */
  public static Optional<StoragePathForm> ofNoKey(String path) {
    return find(path, "", false);
  }

  /** The likely form of a path where S3 has nothing, although it could be a key. */
  public static Optional<StoragePathForm> ofMissing(String path, String bucket) {
    return find(path, bucket, true);
  }

  private static Optional<StoragePathForm> find(String path, String bucket, boolean mayBeKey) {
    return Arrays.stream(values())
        .filter(form -> form.mayBeKey == mayBeKey && form.matches.test(path, bucket))
        .findFirst();
  }

  /** Apart, since an enum's constants are made before its static fields. */
  private static final class Forms {
    static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://");
    static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
    static final Pattern WHITE_SPACE = Pattern.compile("^[\\s\\p{Cntrl}]|[\\s\\p{Cntrl}]\\z");
  }
}
