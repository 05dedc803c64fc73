package dev.shorts.emulator.faultproxy;

import dev.shorts.emulator.httpproxy.ProxyRequest;
import dev.shorts.emulator.httpproxy.ProxyResponse;
import dev.shorts.emulator.iam.Permissions;

/** Decides by the permissions of the calling role which calls and responses of a service pass. */
record AccessCheck(AwsService service, Permissions permissions) {

  private static final int NOT_FOUND = 404;

  /** Calls without a role come from tools or tests, not from functions, and are not checked. */
  boolean allows(Call call, ProxyRequest request) {
    return request
        .role()
        .map(role -> permissions.allowsAll(role, RequiredPermissions.of(call, request)))
        .orElse(true);
  }

  /** Without s3:ListBucket, S3 answers 403 instead of 404 for a missing object. */
  boolean hidesMissingObject(ProxyRequest request, ProxyResponse response) {
    return service == AwsService.S3
        && response.status() == NOT_FOUND
        && request
            .role()
            .filter(
                role -> !permissions.allows(role, RequiredPermissions.toSeeMissingObjects(request)))
            .isPresent();
  }
}
