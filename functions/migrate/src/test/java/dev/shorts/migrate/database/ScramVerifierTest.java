package dev.shorts.migrate.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class ScramVerifierTest {

  private static final byte[] SALT = Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ==");

  /** The example of RFC 7677, section 3: what the server proves itself with comes out of ours. */
  @Test
  void provesTheServerOfTheRfc() throws GeneralSecurityException {
    var said =
        "n=user,r=rOprNGfwEbeRWgbNEkqO,"
            + "r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096,"
            + "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0";

    var verifier = ScramVerifier.of("pencil", SALT, 4096);

    assertThat(ScramVerifier.hmac(verifier.serverKey(), said))
        .asBase64Encoded()
        .isEqualTo("6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=");
  }

  @Test
  void isWrittenAsPostgresKeepsIt() {
    assertThat(ScramVerifier.of("pencil", SALT, 4096))
        .hasToString(
            "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ=="
                + "$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=");
  }

  @Test
  void isSaltedAnewEachTime() {
    assertThat(ScramVerifier.of("pencil").salt()).isNotEqualTo(ScramVerifier.of("pencil").salt());
  }

  @Test
  void refusesWhatWouldNeedPreparation() {
    assertThatThrownBy(() -> ScramVerifier.of("crayón")).hasMessageContaining("ASCII");
  }
}
