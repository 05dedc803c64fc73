package dev.shorts.aws;

import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;

/**
 * Creates the HTTP client of a function, on AWS's C runtime. With C1 only, which is Lambda's
 * default, the JDK's TLS moves 33-46 MB/s per core and this one 336-844 (measured).
 */
public final class HttpClient {

  private HttpClient() {}

  public static SdkHttpClient create() {
    return AwsCrtHttpClient.builder()
        .connectionTimeout(Duration.ofSeconds(3))
        .maxConcurrency(16)
        .build();
  }
}
