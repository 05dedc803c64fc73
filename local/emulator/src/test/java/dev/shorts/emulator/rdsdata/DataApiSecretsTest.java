package dev.shorts.emulator.rdsdata;

import static dev.shorts.emulator.rdsdata.TestDataApi.EMPTY;
import static dev.shorts.emulator.rdsdata.TestDataApi.GUEST;
import static dev.shorts.emulator.rdsdata.TestDataApi.WRONG;
import static dev.shorts.emulator.rdsdata.TestDataApi.statement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static software.amazon.awssdk.services.rdsdata.model.Field.fromBooleanValue;
import static software.amazon.awssdk.services.rdsdata.model.Field.fromStringValue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.rdsdata.model.BadRequestException;
import software.amazon.awssdk.services.rdsdata.model.DatabaseErrorException;
import software.amazon.awssdk.services.rdsdata.model.InvalidSecretException;
import software.amazon.awssdk.services.rdsdata.model.SecretsErrorException;

@ExtendWith(SharedDataApi.class)
class DataApiSecretsTest {

  private final TestDataApi api;

  DataApiSecretsTest(TestDataApi api) {
    this.api = api;
  }

  @Test
  void unknownClustersAndSecretsAreRefused() {
    assertThatThrownBy(
            () -> api.client().executeStatement(statement("SELECT 1", b -> b.resourceArn("x"))))
        .isInstanceOf(BadRequestException.class);
    assertThatThrownBy(() -> api.as("arn:nobody", "SELECT 1"))
        .isInstanceOf(SecretsErrorException.class);
    assertThatThrownBy(() -> api.as(EMPTY, "SELECT 1")).isInstanceOf(InvalidSecretException.class);
    assertThatThrownBy(() -> api.as(WRONG, "SELECT 1"))
        .isInstanceOf(DatabaseErrorException.class)
        .hasMessageContaining("SQLState: 28P01");
  }

  @Test
  void theSecretDeterminesTheRole() {
    assertThat(api.as(GUEST, "SELECT current_user::text").records())
        .isEqualTo(List.of(List.of(fromStringValue("guest"))));
    assertThatThrownBy(() -> api.as(GUEST, "SELECT * FROM thing"))
        .hasMessageContaining("permission denied")
        .hasMessageContaining("42501");
    assertThatThrownBy(() -> api.as(GUEST, "SET SESSION AUTHORIZATION shorts_owner"))
        .hasMessageContaining("42501");
  }

  @Test
  void theOwnerIsNoSuperuser() {
    assertThat(
            api.execute("SELECT rolsuper, rolcreaterole FROM pg_roles WHERE rolname = current_user")
                .records()
                .getFirst())
        .containsExactly(fromBooleanValue(false), fromBooleanValue(true));
  }
}
