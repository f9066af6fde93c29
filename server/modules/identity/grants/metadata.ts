import { GRANTABLE } from "./consent.ts";

/** What RFC 8414 has a server of OAuth say of itself at `/.well-known/oauth-authorization-server`. */
export const authorizationServer = (publicUrl: string) => ({
  issuer: publicUrl,
  authorization_endpoint: `${publicUrl}/authorize`,
  token_endpoint: `${publicUrl}/api/v1/oauth/token`,
  revocation_endpoint: `${publicUrl}/api/v1/oauth/revoke`,
  service_documentation: `${publicUrl}/api/docs`,
  scopes_supported: GRANTABLE,
  response_types_supported: ["code"],
  response_modes_supported: ["query"],
  grant_types_supported: ["authorization_code", "refresh_token"],
  code_challenge_methods_supported: ["S256"],
  token_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post", "none"],
  revocation_endpoint_auth_methods_supported: ["client_secret_basic", "client_secret_post", "none"],
  authorization_response_iss_parameter_supported: true,
  ui_locales_supported: ["en", "ar"],
});
