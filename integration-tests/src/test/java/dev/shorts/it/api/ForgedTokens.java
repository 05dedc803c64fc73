package dev.shorts.it.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Base64;
import java.util.UUID;

/** Tokens made without the issuer's private key, from one of its good ones. */
enum ForgedTokens {
  ANOTHERS_KEY {
    @Override
    String of(String good, RSAKey issuer) throws Exception {
      return signed(header(JWSAlgorithm.RS256, issuer).build(), own(), good);
    }
  },
  AN_UNKNOWN_KEY_ID {
    @Override
    String of(String good, RSAKey issuer) throws Exception {
      return signed(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("x").build(), own(), good);
    }
  },
  NO_KEY_ID {
    @Override
    String of(String good, RSAKey issuer) throws Exception {
      return signed(new JWSHeader(JWSAlgorithm.RS256), own(), good);
    }
  },
  A_KEY_OF_ITS_OWN_INSIDE {
    @Override
    String of(String good, RSAKey issuer) throws Exception {
      var own = new RSAKeyGenerator(2048).keyID(issuer.getKeyID()).generate();
      var header = header(JWSAlgorithm.RS256, issuer).jwk(own.toPublicJWK()).build();
      return signed(header, new RSASSASigner(own), good);
    }
  },
  THE_PUBLIC_KEY_AS_A_SECRET {
    @Override
    String of(String good, RSAKey issuer) throws Exception {
      var secret = new MACSigner(issuer.toRSAPublicKey().getEncoded());
      return signed(header(JWSAlgorithm.HS256, issuer).build(), secret, good);
    }
  },
  THE_PUBLIC_KEYS_PEM_AS_A_SECRET {
    @Override
    String of(String good, RSAKey issuer) throws Exception {
      var der = Base64.getMimeEncoder(64, new byte[] {'\n'});
      var pem =
          "-----BEGIN PUBLIC KEY-----\n%s\n-----END PUBLIC KEY-----\n"
              .formatted(der.encodeToString(issuer.toRSAPublicKey().getEncoded()));
      var secret = new MACSigner(pem.getBytes(UTF_8));
      return signed(header(JWSAlgorithm.HS256, issuer).build(), secret, good);
    }
  },
  ANOTHER_ALGORITHM {
    @Override
    String of(String good, RSAKey issuer) throws Exception {
      return signed(header(JWSAlgorithm.RS512, issuer).build(), own(), good);
    }
  },
  NO_ALGORITHM {
    @Override
    String of(String good, RSAKey issuer) {
      return encoded("{\"alg\":\"none\"}") + "." + good.split("\\.")[1] + ".";
    }
  },
  NO_ALGORITHM_BUT_A_SIGNATURE {
    @Override
    String of(String good, RSAKey issuer) {
      var parts = good.split("\\.");
      var header = "{\"alg\":\"None\",\"kid\":\"%s\"}".formatted(issuer.getKeyID());
      return String.join(".", encoded(header), parts[1], parts[2]);
    }
  },
  NO_SIGNATURE {
    @Override
    String of(String good, RSAKey issuer) {
      return good.substring(0, good.lastIndexOf('.') + 1);
    }
  },
  ANOTHERS_NAME_UNDER_A_GOOD_SIGNATURE {
    @Override
    String of(String good, RSAKey issuer) throws Exception {
      var parts = good.split("\\.");
      var claims = new JWTClaimsSet.Builder(SignedJWT.parse(good).getJWTClaimsSet());
      var another = claims.subject(UUID.randomUUID().toString()).build();
      return String.join(".", parts[0], encoded(another.toString()), parts[2]);
    }
  };

  abstract String of(String good, RSAKey issuer) throws Exception;

  private static JWSHeader.Builder header(JWSAlgorithm algorithm, RSAKey issuer) {
    return new JWSHeader.Builder(algorithm).keyID(issuer.getKeyID());
  }

  private static JWSSigner own() throws JOSEException {
    return new RSASSASigner(new RSAKeyGenerator(2048).generate());
  }

  private static String signed(JWSHeader header, JWSSigner signer, String good)
      throws JOSEException, ParseException {
    var jwt = new SignedJWT(header, SignedJWT.parse(good).getJWTClaimsSet());
    jwt.sign(signer);
    return jwt.serialize();
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }
}
