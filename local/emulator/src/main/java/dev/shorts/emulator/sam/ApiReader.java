package dev.shorts.emulator.sam;

import dev.shorts.emulator.gateway.Cors;
import dev.shorts.emulator.template.Authorizer;
import dev.shorts.emulator.template.HttpApiSettings;
import dev.shorts.emulator.template.TemplateException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;

/** Reads {@code AWS::Serverless::HttpApi}. */
final class ApiReader {

  private ApiReader() {}

  static HttpApiSettings read(Properties api) {
    // The emulator has no access log, no throttling and no console.
    api.ignore("AccessLogSettings", "DefaultRouteSettings", "Description", "Name", "Tags");
    Properties auth = api.section("Auth");
    var authorizers = new LinkedHashMap<String, Authorizer>();
    auth.sections("Authorizers").forEach((name, jwt) -> authorizers.put(name, authorizer(jwt)));
    String byDefault = auth.optionalText("DefaultAuthorizer").orElse("");
    if (!byDefault.isEmpty() && !authorizers.containsKey(byDefault)) {
      throw new TemplateException("there is no authorizer %s", byDefault);
    }
    return new HttpApiSettings(authorizers, byDefault, cors(api.section("CorsConfiguration")));
  }

  private static Authorizer authorizer(Properties authorizer) {
    authorizer.require("IdentitySource", "", "$request.header.Authorization");
    Properties jwt = authorizer.section("JwtConfiguration");
    return new Authorizer(URI.create(jwt.text("issuer")), jwt.texts("audience"));
  }

  private static Cors cors(Properties cors) {
    return cors.isEmpty()
        ? Cors.NONE
        : new Cors(
            cors.texts("AllowOrigins"),
            cors.texts("AllowMethods"),
            cors.texts("AllowHeaders"),
            cors.texts("ExposeHeaders"),
            Duration.ofSeconds(cors.number("MaxAge", 0)));
  }
}
