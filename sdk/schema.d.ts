// Made by `npm run golden` from server/openapi.json.
export interface paths {
    "/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who I am
         * @description **Who:** whoever is signed in; programs with the scope `profile:read`. **Limit:** reads.
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change my name, phone or language
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        patch: operations["changeMe"];
        trace?: never;
    };
    "/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Become a user
         * @description Always answers the same, whoever has the address: what follows is mailed there. There is an account once the mailed link was opened.
         *
         *     **Who:** anybody. **Limit:** sign-in.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove an address with the token of the mailed link
         * @description **Who:** anybody. **Limit:** sign-in.
         */
        post: operations["verifyEmail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/verify-email/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have the link mailed once more
         * @description Always answers the same. The new link ends the one before.
         *
         *     **Who:** anybody. **Limit:** sign-in.
         */
        post: operations["resendVerification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with address and password
         * @description The session comes in a cookie, or with `as: token` in the answer. With a second factor it opens nothing but `/auth/second-factor` at first.
         *
         *     **Who:** anybody. **Limit:** sign-in.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show the second factor: a code of the authenticator app, or a recovery code
         * @description Opens a session under a new token; the one before opens nothing any more.
         *
         *     **Who:** whoever has shown the password and not yet the second factor. **Limit:** sign-in.
         */
        post: operations["passSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End this session
         * @description **Who:** whoever has a session. **Limit:** commands.
         */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password/forgot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a link mailed by which a new password can be chosen
         * @description Always answers the same, whoever has the address.
         *
         *     **Who:** anybody. **Limit:** sign-in.
         */
        post: operations["forgotPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Choose a new password with the token of the mailed link
         * @description Ends every session of the user.
         *
         *     **Who:** anybody. **Limit:** sign-in.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change my password
         * @description Needs a fresh confirmation, and the password before where there is one. Ends every other session.
         *
         *     **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where I am signed in
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of my sessions
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/sessions/revoke-others": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End all of my sessions but this one
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["revokeOtherSessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether signing in needs a code
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["getSecondFactor"];
        put?: never;
        /**
         * Begin to set up an authenticator app
         * @description The secret counts once a code of it was sent to `/confirm`, within an hour; until then all stays as it is.
         *
         *     **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["beginSecondFactor"];
        /**
         * Switch the second factor off
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        delete: operations["removeSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Switch the authenticator app on with its first code
         * @description Answers ten recovery codes, which are shown this once. Ends every other session.
         *
         *     **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make new recovery codes; the earlier ones open nothing any more
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["renewRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Users, the newest first, by the beginning of their name or address
         * @description **Who:** staff with one of the roles support, admin; people alone. **Limit:** reads.
         */
        get: operations["searchUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One user
         * @description **Who:** staff with one of the roles support, admin; people alone. **Limit:** reads.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shut somebody out: from the next request on only signing out is left
         * @description **Who:** staff with one of the roles admin; people alone. **Limit:** commands.
         */
        post: operations["suspendUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{id}/reinstate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let somebody in again
         * @description **Who:** staff with one of the roles admin; people alone. **Limit:** commands.
         */
        post: operations["reinstateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{id}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give somebody these roles and no others
         * @description Needs a fresh confirmation. Nobody changes their own. Everybody stays a user.
         *
         *     **Who:** staff with one of the roles admin; people alone. **Limit:** commands.
         */
        put: operations["changeRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/step-up/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm with a code what STEP_UP_REQUIRED asks for
         * @description The code is that of the authenticator or the one sent by mail, as `challenge.by` says. Then send the very same request again with the challenge's id in `Amana-Step-Up`. A challenge is good for five minutes, five tries, one request, and the session that was asked.
         *
         *     **Who:** whoever is signed in; people alone. **Limit:** sign-in.
         */
        post: operations["confirmStepUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My API keys that still open something
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make an API key
         * @description Send it as a bearer token. It acts with your roles at the moment of each request, narrowed to its scopes. The key is in this answer and nowhere else.
         *
         *     **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End an API key, from its next request on
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The programs that I registered
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["listOAuthClients"];
        put?: never;
        /**
         * Register a program that asks people for some of their rights
         * @description OAuth 2.1 with the authorization code and PKCE. Addresses for answers are compared character by character: https, or this machine for programs that run on people's own.
         *
         *     **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["createOAuthClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a program calls itself, for the page that asks for consent
         * @description **Who:** anybody. **Limit:** reads.
         */
        get: operations["getOAuthClient"];
        put?: never;
        post?: never;
        /**
         * Remove a program of mine, with everything that people granted it
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        delete: operations["deleteOAuthClient"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant a program what it asked for, or refuse it
         * @description For the consent page. The answer is the address to send the person's browser to: a code for the program, good once within a minute, or an error of RFC 6749.
         *
         *     **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["decideOAuthConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I granted to programs of others
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["listGrants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/grants/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take back what I granted, from the program's next request on
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        delete: operations["revokeGrant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tokens for a code or for a refresh token
         * @description RFC 6749 with PKCE (S256). Form-encoded: `grant_type` is `authorization_code` with `code`, `code_verifier`, `redirect_uri`, or `refresh_token` with `refresh_token`. A client with a secret shows it by HTTP Basic or as `client_secret`. A refresh token is good once; a second use ends all tokens of the grant.
         *
         *     **Who:** anybody. **Limit:** sign-in.
         */
        post: operations["issueOAuthToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A program gives a token back
         * @description RFC 7009, form-encoded: `token`. A refresh token takes its whole grant along.
         *
         *     **Who:** anybody. **Limit:** sign-in.
         */
        post: operations["revokeOAuthToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The companies that I belong to, and my role in each
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["listOrganizations"];
        put?: never;
        /**
         * Found a company; whoever does is its owner
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["createOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A company that I belong to
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change what a company is called, where it is and what it is taxed by; for its owners
         * @description With `If-Match` only while it is as it was read.
         *
         *     **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        patch: operations["changeOrganization"];
        trace?: never;
    };
    "/organizations/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who belongs to a company, the longest first
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["listOrganizationMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/members/{userId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a member out of a company
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /**
         * Give a member another role
         * @description Needs a fresh confirmation. Owners everybody, managers those below managers. The last owner stays owner.
         *
         *     **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        patch: operations["changeMemberRole"];
        trace?: never;
    };
    "/organizations/{id}/leave": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave a company; its last owner cannot
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["leaveOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Invitations that can still be accepted
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody by mail address, with a role that is below one's own right to give
         * @description A newer invitation to the same address ends the older. The answer says nothing about the address.
         *
         *     **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["inviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End an invitation that nobody has accepted
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Join the company that invited me, with the token from the mail
         * @description The mail must have gone to the address of whoever is signed in. A token is good once, for seven days.
         *
         *     **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for a second person, and what became of it; the latest first
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** reads.
         */
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of them, with the entries that it would post now
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** reads.
         */
        get: operations["getApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Write another version of it, on its subject as it is now
         * @description Whoever edits is one of its authors from then on, and cannot approve it.
         *
         *     **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        patch: operations["editApproval"];
        trace?: never;
    };
    "/admin/approvals/{id}/approve/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The entries that an approval would post; nothing is posted
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["previewApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/approvals/{id}/approve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve it, which does it at once
         * @description For somebody who wrote no version of it and has no part in it, nor anybody of his companies. Refused when it was edited or its subject has moved since.
         *
         *     **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["approveApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/approvals/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lay it aside, with a reason; its own author may too
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["declineApproval"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who else can say who somebody is
         * @description **Who:** anybody. **Limit:** reads.
         */
        get: operations["listSignInProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/oidc/{provider}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Send the browser to a provider to sign in there
         * @description For browsers: answers with a redirect and a cookie that binds the attempt to this browser for ten minutes.
         *
         *     **Who:** anybody. **Limit:** sign-in.
         */
        get: operations["startProviderSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/auth/oidc/{provider}/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The browser comes back from a provider
         * @description Always answers with a redirect to a page of ours, which says what became of it.
         *
         *     **Who:** anybody. **Limit:** sign-in.
         */
        get: operations["finishProviderSignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The providers that I can sign in by
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["listSignInLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/oidc/{provider}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to link a provider to me: send the browser to the address in the answer
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["linkSignInProvider"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/oidc/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take a provider away from me, unless nothing else is left to sign in with
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        delete: operations["unlinkSignInProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is for sale, newest first
         * @description **Who:** anybody. **Limit:** reads.
         */
        get: operations["listProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/products/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One product
         * @description **Who:** anybody. **Limit:** reads.
         */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/commission-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every published version, the newest first; the newest counts
         * @description `otherwise` is what is configured, for sales to which no rule applies.
         *
         *     **Who:** staff with one of the roles finance, admin; programs with the scope `staff:read`. **Limit:** reads.
         */
        get: operations["listCommissionRules"];
        put?: never;
        /**
         * Publish rules as the next version: they count for every new sale from now on
         * @description Needs a fresh confirmation. Orders keep the terms that they were placed at.
         *
         *     **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["publishCommissionRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/commission-rules/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a sale would come to by these rules, or by those that count; nothing is kept
         * @description Without the taxes of a seller's country.
         *
         *     **Who:** staff with one of the roles finance, admin; programs with the scope `staff:read`. **Limit:** commands.
         */
        post: operations["previewCommissionRules"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/commission/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What I would get of a sale at this price, and what the buyer would pay
         * @description **Who:** whoever is signed in; programs with the scope `orders:read`. **Limit:** commands.
         */
        post: operations["previewCommission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{id}/seller-level": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The level of a seller, which rules of commission look at
         * @description **Who:** staff with one of the roles support, finance, admin; people alone. **Limit:** reads.
         */
        get: operations["getSellerLevel"];
        /**
         * Give a seller a level, with a reason that is kept
         * @description Counts for every new sale. Nobody gives a level to oneself or to a colleague.
         *
         *     **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        put: operations["setSellerLevel"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My orders, newest first or as they are sorted; filtered and searched
         * @description `min` and `max` are minor units and want a `currency`. A cursor goes on in the same order only.
         *
         *     **Who:** whoever is signed in; programs with the scope `orders:read`. **Limit:** reads.
         */
        get: operations["listOrders"];
        put?: never;
        /**
         * Place an order
         * @description Price, shipping and total come from the listing and the quote. One Idempotency-Key places one order.
         *
         *     **Who:** whoever is signed in; programs with the scope `orders:write`. **Limit:** commands.
         */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order: where the money is, what happens next, what may be done
         * @description **Who:** whoever is signed in; programs with the scope `orders:read`. **Limit:** reads.
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that has happened to an order, with actor and time
         * @description **Who:** whoever is signed in; programs with the scope `orders:read`. **Limit:** reads.
         */
        get: operations["getOrderTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/tracking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every scan of the parcel, oldest first
         * @description **Who:** whoever is signed in; programs with the scope `orders:read`. **Limit:** reads.
         */
        get: operations["getOrderTracking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/label": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The parcel's label to print, at the carrier's
         * @description For the seller. The carrier's link may expire, so it is handed on and never kept by a cache.
         *
         *     **Who:** whoever is signed in; programs with the scope `orders:read`. **Limit:** reads.
         */
        get: operations["getOrderLabel"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ledger's postings of this order
         * @description **Who:** whoever is signed in; programs with the scope `orders:read`. **Limit:** reads.
         */
        get: operations["getOrderStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/statement/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same postings, each bound to a signed block
         * @description `ledger check-statement` and the order's page check it without asking us again.
         *
         *     **Who:** whoever is signed in; programs with the scope `orders:read`. **Limit:** reads.
         */
        get: operations["getOrderStatementProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everybody's orders, newest first or as they are sorted; filtered and searched
         * @description `min` and `max` are minor units and want a `currency`. A cursor goes on in the same order only.
         *
         *     **Who:** staff with one of the roles support, arbiter, finance, admin; programs with the scope `staff:read`. **Limit:** reads.
         */
        get: operations["listAllOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/payment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to pay, or go on with the payment that is open
         * @description While the gateway has not answered, the payment is `opening`: read it again. Only what the gateway itself reports counts as paid. With the method `wallet` the order is paid at once from the buyer's own balance.
         *
         *     **Who:** whoever is signed in; programs with the scope `orders:write`. **Limit:** commands.
         */
        post: operations["startPayment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/payments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One payment
         * @description **Who:** whoever is signed in; programs with the scope `orders:read`. **Limit:** reads.
         */
        get: operations["getPayment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel before dispatch; what was paid goes back in full
         * @description **Who:** whoever is signed in; programs with the scope `orders:write`. **Limit:** commands.
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The seller confirms the order
         * @description **Who:** whoever is signed in; programs with the scope `orders:write`. **Limit:** commands.
         */
        post: operations["acceptOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * The seller's own steps before dispatch
         * @description **Who:** whoever is signed in; programs with the scope `orders:write`. **Limit:** commands.
         */
        put: operations["setOrderStatus"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/dispatch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The seller sends the parcel: the carrier is booked and the label made
         * @description The order becomes `shipped` when the carrier has confirmed; the moment of this request decides whether dispatch was in time.
         *
         *     **Who:** whoever is signed in; programs with the scope `orders:write`. **Limit:** commands.
         */
        post: operations["dispatchOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/orders/{id}/confirm-delivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The buyer has the goods: the money is released to the seller
         * @description **Who:** whoever is signed in; programs with the scope `orders:write`. **Limit:** commands.
         */
        post: operations["confirmDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/shipping/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What sending a product to a postcode costs, as a quote to order at
         * @description **Who:** anybody. **Limit:** reads.
         */
        get: operations["getShippingRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/orders/pending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I have to send, the most urgent first
         * @description **Who:** whoever is signed in; programs with the scope `orders:read`. **Limit:** reads.
         */
        get: operations["listPendingOrders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I am paid: still held, on its way, paid
         * @description **Who:** whoever is signed in; programs with the scope `wallet:read`. **Limit:** reads.
         */
        get: operations["listSellerPayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/orders/{id}/decisions/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The entries that a decision would post; nothing is posted
         * @description `needsApproval`: they would be posted only once a second person approves.
         *
         *     **Who:** staff with one of the roles finance, admin; programs with the scope `staff:read`. **Limit:** commands.
         */
        post: operations["previewDecision"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/orders/{id}/decisions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Release, refund or divide the money of an order, with a reason that is kept
         * @description Above the marketplace's limit nothing is done yet: 202 shows what now waits for a second person.
         *
         *     **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["decideOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I have, by currency
         * @description **Who:** whoever is signed in; programs with the scope `wallet:read`. **Limit:** reads.
         */
        get: operations["getWallet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What came to one of my accounts and left it, the latest first
         * @description **Who:** whoever is signed in; programs with the scope `wallet:read`. **Limit:** reads.
         */
        get: operations["listWalletEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My accounts of one currency from an instant to before another
         * @description **Who:** whoever is signed in; programs with the scope `wallet:read`. **Limit:** reads.
         */
        get: operations["getWalletStatement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/bank-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * My bank accounts; of a number only the last four digits are shown
         * @description **Who:** whoever is signed in; programs with the scope `wallet:read`. **Limit:** reads.
         */
        get: operations["listBankAccounts"];
        put?: never;
        /**
         * Add a bank account to be paid to; once verified it becomes the primary one
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["addBankAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/bank-accounts/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have an account that was blocked or refused verified again
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["verifyBankAccountAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seller/payout-schedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When and to which accounts I am paid
         * @description **Who:** whoever is signed in; programs with the scope `wallet:read`. **Limit:** reads.
         */
        get: operations["getPayoutSchedule"];
        /**
         * Choose when and to which accounts I am paid
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        put: operations["setPayoutSchedule"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/withdrawals/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What a withdrawal would come to; nothing is moved
         * @description **Who:** whoever is signed in; programs with the scope `wallet:read`. **Limit:** commands.
         */
        post: operations["previewWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/wallet/withdrawals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent from my wallet: withdrawals and batches, the latest first
         * @description **Who:** whoever is signed in; programs with the scope `wallet:read`. **Limit:** reads.
         */
        get: operations["listWithdrawals"];
        put?: never;
        /**
         * Send money from my wallet to my bank account
         * @description **Who:** whoever is signed in; programs with the scope `wallet:write`. **Limit:** commands.
         */
        post: operations["withdraw"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payouts that wait, came back, or do not come to an end, the longest untouched first
         * @description Without a `group` those on their way are listed from a day on; with one, all of it.
         *
         *     **Who:** staff with one of the roles finance, admin; programs with the scope `staff:read`. **Limit:** reads.
         */
        get: operations["listTroubledPayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/payouts/{id}/send-again/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What sending this payout again would post, and to which account it would go; nothing is posted
         * @description **Who:** staff with one of the roles finance, admin; programs with the scope `staff:read`. **Limit:** commands.
         */
        post: operations["previewSendPayoutAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/payouts/{id}/send-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a payout again that failed or came back, with a reason that is kept
         * @description **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["sendPayoutAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/debts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who owes us money, the largest debts first
         * @description **Who:** staff with one of the roles finance, admin; programs with the scope `staff:read`. **Limit:** reads.
         */
        get: operations["listDebts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/write-offs/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The entries that giving up a debt would post once a second person approves; nothing is kept
         * @description **Who:** staff with one of the roles finance, admin; programs with the scope `staff:read`. **Limit:** commands.
         */
        post: operations["previewAskWriteOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/write-offs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for what a user owes to be given up; a second person must approve it
         * @description Whatever the amount: it waits among the approvals, and nothing is moved before.
         *
         *     **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["askWriteOff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/cashfree/payout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * From the payout rail
         * @description **Who:** a provider, by the signature over its body.
         */
        post: operations["receivePayoutWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I have been told, newest first
         * @description **Who:** whoever is signed in; programs with the scope `notifications:read`. **Limit:** reads.
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mark notifications as read: the named ones, or all
         * @description **Who:** whoever is signed in; people alone. **Limit:** commands.
         */
        post: operations["markNotificationsRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where my events are sent, newest first
         * @description **Who:** whoever is signed in; programs with the scope `webhooks:read`. **Limit:** reads.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Have my events sent to an address
         * @description Up to ten. The address is resolved and checked now and before every attempt. The secret is shown once; a repeat under the same Idempotency-Key shows it again for a day.
         *
         *     **Who:** whoever is signed in; programs with the scope `webhooks:write`. **Limit:** commands.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One of my endpoints
         * @description **Who:** whoever is signed in; programs with the scope `webhooks:read`. **Limit:** reads.
         */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /**
         * Remove an endpoint with its secrets and its deliveries
         * @description **Who:** whoever is signed in; programs with the scope `webhooks:write`. **Limit:** commands.
         */
        delete: operations["deleteWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Change where and what is sent, or switch it off and on
         * @description What waits when an endpoint is switched off is not sent; it can be sent again by hand.
         *
         *     **Who:** whoever is signed in; programs with the scope `webhooks:write`. **Limit:** commands.
         */
        patch: operations["changeWebhookEndpoint"];
        trace?: never;
    };
    "/webhook-endpoints/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an endpoint a new secret
         * @description For 24 hours the old secret signs too: `webhook-signature` then carries a signature of each.
         *
         *     **Who:** whoever is signed in; programs with the scope `webhooks:write`. **Limit:** commands.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent to an endpoint, or waits, newest event first
         * @description **Who:** whoever is signed in; programs with the scope `webhooks:read`. **Limit:** reads.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a `webhook.test` to an endpoint
         * @description **Who:** whoever is signed in; programs with the scope `webhooks:write`. **Limit:** commands.
         */
        post: operations["testWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhook-endpoints/{id}/deliveries/{delivery}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a delivery again now, whatever became of it
         * @description Under the same `webhook-id`, so that a receiver who has it knows it again. Failures are retried from the first pause on.
         *
         *     **Who:** whoever is signed in; programs with the scope `webhooks:write`. **Limit:** commands.
         */
        post: operations["resendWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened that concerns me, newest first
         * @description Whether or not it was sent to an endpoint; kept for 30 days.
         *
         *     **Who:** whoever is signed in; programs with the scope `webhooks:read`. **Limit:** reads.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One event: what a webhook of that id says
         * @description **Who:** whoever is signed in; programs with the scope `webhooks:read`. **Limit:** reads.
         */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/cashfree/{about}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * From cashfree: a payment, a refund or a dispute has changed
         * @description **Who:** a provider, by the signature over its body.
         */
        post: operations["receive_cashfree_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/in-flight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Money on its way, disputed or unmatched, and when each is next looked at
         * @description **Who:** staff with one of the roles finance, admin; programs with the scope `staff:read`. **Limit:** reads.
         */
        get: operations["listInFlight"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/suspense/{id}/refund/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The entries that sending this money back would post; nothing is posted
         * @description `needsApproval`: they would be posted only once a second person approves.
         *
         *     **Who:** staff with one of the roles finance, admin; programs with the scope `staff:read`. **Limit:** commands.
         */
        post: operations["previewSuspenseRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/suspense/{id}/refund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send money back that matched no order, with a reason that is kept
         * @description Above the marketplace's limit nothing is done yet: 202 shows what now waits for a second person.
         *
         *     **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["refundSuspense"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/refunds/{id}/send-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a refund again of which staff have made sure that it was never made
         * @description Only where the gateway no longer knows the id of a call that it never answered: nobody but the gateway's own statement can tell then.
         *
         *     **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["sendRefundAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/rapidshyp/{about}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * From rapidshyp: a parcel has moved
         * @description **Who:** a provider, by the signature over its body.
         */
        post: operations["receive_rapidshyp_webhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/custody": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where all the money is and whose it is, per currency, to the minor unit
         * @description **Who:** staff with one of the roles finance, admin; programs with the scope `staff:read`. **Limit:** reads.
         */
        get: operations["readCustody"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The latest run of each gateway, and the differences that nobody has explained yet, the latest first
         * @description **Who:** staff with one of the roles finance, admin; programs with the scope `staff:read`. **Limit:** reads.
         */
        get: operations["readReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/reconciliation/{gateway}/run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read a gateway's statement now and set it against the books
         * @description Without a period: the last seven days, up to an hour ago. What was read before changes nothing.
         *
         *     **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["runReconciliation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/differences/{id}/explain/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The exact entries with which an explanation would be posted
         * @description **Who:** staff with one of the roles finance, admin; programs with the scope `staff:read`. **Limit:** commands.
         */
        post: operations["previewExplanation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/finance/differences/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close a difference with a reason, and with the posting that the preview shows
         * @description `counterpart` says where the money went or came from; `no_money` says that the statement itself was wrong, which only a duplicate or a date can be.
         *
         *     **Who:** staff with one of the roles finance, admin; people alone. **Limit:** commands.
         */
        post: operations["explainDifference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/seals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys that the ledger is sealed with, and the newest signed block of each chain
         * @description Keep what it answers, and ask again later: a block that is kept cannot be changed afterwards without being seen. docs/reference/ledger-seal.md says how to check it.
         *
         *     **Who:** anybody. **Limit:** reads.
         */
        get: operations["readSeals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Entries of the audit log, the newest first
         * @description Admins find every entry, finance staff those about money.
         *
         *     **Who:** staff with one of the roles admin, finance; programs with the scope `staff:read`. **Limit:** reads.
         */
        get: operations["searchAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/audit/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One entry of the audit log
         * @description **Who:** staff with one of the roles admin, finance; programs with the scope `staff:read`. **Limit:** reads.
         */
        get: operations["readAuditEntry"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/audit/{id}/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Read what an entry keeps about a person, for a reason that the person can read too
         * @description **Who:** staff with one of the roles admin; people alone. **Limit:** commands.
         */
        post: operations["discloseAuditEntry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/me/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * When and why staff have read what is kept about me
         * @description **Who:** whoever is signed in; people alone. **Limit:** reads.
         */
        get: operations["listOwnDisclosures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/admin/users/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forget somebody: what names them is taken away, the books stay
         * @description Refused while orders, payouts or a balance are open. It cannot be taken back. The reason stays in the audit log: it must not name the person.
         *
         *     **Who:** staff with one of the roles admin; people alone. **Limit:** commands.
         */
        post: operations["eraseUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendars/{country}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The holidays of a country, the earliest first
         * @description **Who:** anybody. **Limit:** reads.
         */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cron/process-timeouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do what is due now rather than at the worker's next look
         * @description **Who:** an outside scheduler with its own key.
         */
        post: operations["cron_process_timeouts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cron/release-payments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do what is due now rather than at the worker's next look
         * @description **Who:** an outside scheduler with its own key.
         */
        post: operations["cron_release_payments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/cron/update-tracking": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do what is due now rather than at the worker's next look
         * @description **Who:** an outside scheduler with its own key.
         */
        post: operations["cron_update_tracking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * That this is a sandbox, and where its simulators are
         * @description **Who:** anybody.
         */
        get: operations["getSandbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who can be signed in as
         * @description **Who:** anybody.
         */
        get: operations["listDemoUsers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in as a demo user
         * @description **Who:** anybody.
         */
        post: operations["signInDemoUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description **Who:** anybody.
         */
        post: operations["signOutDemoUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The application's time
         * @description **Who:** anybody.
         */
        get: operations["getClock"];
        put?: never;
        /**
         * Move the clock ahead; everything that falls due in between happens in order before the answer
         * @description **Who:** anybody.
         */
        post: operations["advanceClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sandbox/step-up-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The codes that I would have been sent by mail, the latest first
         * @description **Who:** whoever is signed in; people alone.
         */
        get: operations["listStepUpCodes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccountFamily: {
            family: string;
            sum: components["schemas"]["Money"];
            /** @description Accounts of the family with money in them */
            accounts: number;
        };
        ApiKey: {
            /** @example key_0199aa00c0de7000a000000000000042 */
            id: string;
            name: string;
            /** @description The end of the key, to tell it by. */
            lastFour: string;
            scopes: ("profile:read" | "orders:read" | "orders:write" | "listings:read" | "listings:write" | "wallet:read" | "wallet:write" | "notifications:read" | "webhooks:read" | "webhooks:write" | "staff:read" | "staff:write")[];
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            expiresAt: string | null;
            lastUsedAt: string | null;
        };
        /** @description `entries`: what would be posted now, or was posted; `obstacle`: why nothing can be posted any more, such as an order that has moved. */
        Approval: {
            /** @example apr_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @enum {string} */
            kind: "order_decision" | "suspense_refund" | "write_off";
            /** @enum {string} */
            status: "waiting" | "approved" | "declined" | "expired";
            subject: string;
            dealId: string | null;
            amount: components["schemas"]["Money"];
            content: components["schemas"]["ApprovalContent"];
            reason: string;
            version: number;
            authors: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
                name: string;
            }[];
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            proposedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            expiresAt: string;
            decidedBy: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
                name: string;
            } | null;
            decidedAt: string | null;
            decisionReason: string | null;
            mayApprove: boolean;
            entries: {
                account: string;
                amount: components["schemas"]["Money"];
            }[];
            obstacle: string | null;
        };
        /** @description `decision` and `refund` of a decision about an order, `amount` of a write-off. */
        ApprovalContent: {
            /** @enum {string} */
            decision?: "release" | "refund" | "settle";
            refund?: components["schemas"]["Money"];
            amount?: components["schemas"]["Money"];
        };
        /** @description Something that waits for a second person. `subject`: the order, the payment or the user that it is about; `authors`: everybody who wrote any version, the proposer first; `mayApprove`: whether the reader is somebody who could. */
        ApprovalSummary: {
            /** @example apr_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @enum {string} */
            kind: "order_decision" | "suspense_refund" | "write_off";
            /** @enum {string} */
            status: "waiting" | "approved" | "declined" | "expired";
            subject: string;
            dealId: string | null;
            amount: components["schemas"]["Money"];
            content: components["schemas"]["ApprovalContent"];
            reason: string;
            version: number;
            authors: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
                name: string;
            }[];
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            proposedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            expiresAt: string;
            decidedBy: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
                name: string;
            } | null;
            decidedAt: string | null;
            decisionReason: string | null;
            mayApprove: boolean;
        };
        /** @description What our books say is at a provider, and what the lines of its statement add up to since the first one that was read. */
        AtProvider: {
            gateway: string;
            books: components["schemas"]["Money"];
            statement: components["schemas"]["Money"] | null;
            statementSince: string | null;
        };
        /** @description Who did what, when and why. What it commits to (from where it was done, what it says about a person) is shown only by a disclosure, and only until the person is forgotten. */
        AuditEntry: {
            /** @example aud_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @description Its place in the log; the seal counts by it. */
            number: number;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            at: string;
            actor: string;
            actorId: string | null;
            action: string;
            subject: string;
            reason: string | null;
            /** @description JSON as text */
            detail: string;
            via: string | null;
            commitsTo: ("origin" | "personal")[];
        };
        /** @description Money goes to the primary account from `usableFrom` on, until then to the one before; `blocked`: a payout came back from it. */
        BankAccount: {
            /** @example bank_0199aa00c0de7000a000000000000042 */
            id: string;
            holderName: string;
            last4: string;
            ifsc: string;
            /** @enum {string} */
            kind: "savings" | "current";
            /** @enum {string} */
            status: "pending" | "verified" | "failed" | "blocked";
            primary: boolean;
            usableFrom: string | null;
            blockedReason: string | null;
        };
        BankAccountEventData: {
            /** @example bank_0199aa00c0de7000a000000000000042 */
            bankAccountId: string;
            /** @description The last four digits; the number is never sent. */
            last4: string;
            payoutsFrom: string | null;
        };
        /** @description `expected`: follows the moon or an announcement and may turn out to be another day. `week` is set where this is the marketplace's own calendar. */
        Calendar: {
            /** @enum {string} */
            country: "IN" | "SA" | "AE";
            /** @example 180 */
            utcOffsetMinutes: number;
            week: ("sun-thu" | "mon-fri" | "mon-sat") | null;
            holidays: {
                /**
                 * Format: date
                 * @example 2026-11-21
                 */
                date: string;
                name: components["schemas"]["Text"];
                expected: boolean;
            }[];
        };
        ChargebackEventData: {
            /** @example ord_0199aa00c0de7000a000000000000042 */
            orderId: string;
            /** @description The number that people read out. */
            orderNumber: string;
            /** @enum {string} */
            role: "buyer" | "seller";
            /** @example cbk_0199aa00c0de7000a000000000000042 */
            chargebackId: string;
            /** @description What is taken from you if the bank is right. */
            amount: {
                /** @example 34800 */
                amount: number;
                /** @enum {string} */
                currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
            };
        };
        CommissionDecidedBy: {
            /** @description 0 for what is configured. */
            version: number;
            rule: string;
        };
        CommissionRule: {
            /** @example gold */
            name: string;
            /** @description What is not said does not matter. Amounts are compared with what the commission is taken of. */
            when: {
                categories?: string[];
                sellerLevels?: string[];
                /** @description One of each currency at most. */
                atLeast?: components["schemas"]["Money"][];
                /** @description One of each currency at most. */
                atMost?: components["schemas"]["Money"][];
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                from?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                until?: string;
            };
            /** @example 300 */
            basisPoints: number;
            /** @enum {string} */
            base: "total" | "goods";
            /** @description One of each currency at most. */
            fixed: components["schemas"]["Money"][];
            /** @description One of each currency at most. */
            floor: components["schemas"]["Money"][];
            /** @description One of each currency at most. */
            cap: components["schemas"]["Money"][];
            /**
             * @description What of the commission the buyer pays on top, in basis points.
             * @example 0
             */
            buyerShare: number;
        };
        /** @description The first rule that applies decides; the newest version counts. */
        CommissionRules: {
            /** @example 3 */
            version: number;
            rules: components["schemas"]["CommissionRule"][];
            reason: string;
            /** @example usr_0199aa00c0de7000a000000000000042 */
            publishedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            publishedAt: string;
        };
        /** @description The custody equation of one currency: what is held equals what is owed and earned. */
        Custody: {
            currency: string;
            /** @description Both sides are equal, and no account is of an unknown family */
            balanced: boolean;
            held: components["schemas"]["AccountFamily"][];
            owed: components["schemas"]["AccountFamily"][];
            unknown: components["schemas"]["AccountFamily"][];
            heldTotal: components["schemas"]["Money"];
            owedTotal: components["schemas"]["Money"];
            difference: components["schemas"]["Money"];
            providers: components["schemas"]["AtProvider"][];
            unexplained: components["schemas"]["Money"];
            payoutsBlocked: boolean;
        };
        /** @description The deal's postings with proofs that they stand in signed blocks; anybody can check it without the marketplace. */
        DealStatement: {
            version: number;
            deal: string;
            postings: {
                shard: number;
                id: string;
                number: number;
                key: string;
                fingerprint: string;
                kind: string;
                deal: string | null;
                /** @description Microseconds since 1970. */
                at: number;
                /** @description A hash over running balances, which are nobody else's business. */
                hidden: string;
                entries: {
                    code: string;
                    currency: string;
                    amount: number;
                }[];
                inclusion: {
                    block: number;
                    index: number;
                    path: string[];
                } | null;
            }[];
            blocks: components["schemas"]["SealedBlock"][];
            keys: {
                [key: string]: string;
            };
        };
        /** @description What somebody owes in one currency: above zero. */
        Debt: {
            /** @example usr_0199aa00c0de7000a000000000000042 */
            userId: string;
            userName: string;
            owed: components["schemas"]["Money"];
        };
        Difference: {
            /** @example dif_0199aa00c0de7000a000000000000042 */
            id: string;
            gateway: string;
            /** @enum {string} */
            class: "timing" | "missing_here" | "missing_there" | "amount" | "duplicate" | "unexplained";
            reasons: ("cut_off" | "date" | "amount" | "currency" | "fee" | "reference")[];
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            at: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            foundAt: string;
            posting: string | null;
            line: string | null;
            /** @description What our account at the provider would move by, so that the books say what the statement says */
            effect: components["schemas"]["Money"][];
            atStake: components["schemas"]["Money"][];
        };
        /** @enum {string} */
        EscrowStatus: "pending" | "held" | "disputed" | "released" | "refunded" | "settled";
        Event: {
            /** @example evt_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @enum {string} */
            type: "order.placed" | "order.paid" | "order.payment_failed" | "order.confirmed" | "order.processing" | "order.ready_to_ship" | "order.dispatched" | "order.in_transit" | "order.out_for_delivery" | "order.delivered" | "order.completed" | "order.settled" | "order.cancelled" | "order.refunded" | "order.charged_back" | "order.disputed" | "order.resumed" | "order.updated";
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            timestamp: string;
            data: components["schemas"]["OrderEventData"];
        } | {
            /** @example evt_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @enum {string} */
            type: "refund.succeeded" | "refund.failed";
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            timestamp: string;
            data: components["schemas"]["RefundEventData"];
        } | {
            /** @example evt_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @enum {string} */
            type: "shipment.booked" | "shipment.failed" | "shipment.updated";
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            timestamp: string;
            data: components["schemas"]["ShipmentEventData"];
        } | {
            /** @example evt_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @enum {string} */
            type: "payout.paid" | "payout.failed" | "payout.returned";
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            timestamp: string;
            data: components["schemas"]["PayoutEventData"];
        } | {
            /** @example evt_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @enum {string} */
            type: "withdrawal.paid" | "withdrawal.failed" | "withdrawal.returned";
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            timestamp: string;
            data: components["schemas"]["WithdrawalEventData"];
        } | {
            /** @example evt_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @enum {string} */
            type: "chargeback.opened" | "chargeback.won" | "chargeback.lost";
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            timestamp: string;
            data: components["schemas"]["ChargebackEventData"];
        } | {
            /** @example evt_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @enum {string} */
            type: "bank_account.added" | "bank_account.replaced" | "bank_account.verified" | "bank_account.failed" | "bank_account.blocked";
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            timestamp: string;
            data: components["schemas"]["BankAccountEventData"];
        } | {
            /** @example evt_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @enum {string} */
            type: "webhook.test";
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            timestamp: string;
            data: components["schemas"]["TestEventData"];
        };
        /** @enum {string} */
        EventType: "order.placed" | "order.paid" | "order.payment_failed" | "order.confirmed" | "order.processing" | "order.ready_to_ship" | "order.dispatched" | "order.in_transit" | "order.out_for_delivery" | "order.delivered" | "order.completed" | "order.settled" | "order.cancelled" | "order.refunded" | "order.charged_back" | "order.disputed" | "order.resumed" | "order.updated" | "refund.succeeded" | "refund.failed" | "shipment.booked" | "shipment.failed" | "shipment.updated" | "payout.paid" | "payout.failed" | "payout.returned" | "withdrawal.paid" | "withdrawal.failed" | "withdrawal.returned" | "chargeback.opened" | "chargeback.won" | "chargeback.lost" | "bank_account.added" | "bank_account.replaced" | "bank_account.verified" | "bank_account.failed" | "bank_account.blocked" | "webhook.test";
        /** @description The entries of the posting that explains a difference; none where no money moves. */
        Explanation: {
            entries: {
                account: string;
                amount: components["schemas"]["Money"];
            }[];
        };
        Grant: {
            /** @example grt_0199aa00c0de7000a000000000000042 */
            id: string;
            client: {
                /** @example cli_0199aa00c0de7000a000000000000042 */
                id: string;
                name: string;
            };
            scopes: ("profile:read" | "orders:read" | "orders:write" | "listings:read" | "listings:write" | "wallet:read" | "wallet:write" | "notifications:read" | "webhooks:read" | "webhooks:write")[];
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            lastUsedAt: string | null;
        };
        InFlight: {
            /** @enum {string} */
            kind: "refund" | "payout" | "chargeback" | "suspense";
            id: string;
            dealId: string | null;
            gateway: string;
            amount: components["schemas"]["Money"];
            state: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            since: string;
            nextCheckAt: string | null;
            attempts: number;
            problem: string | null;
            overdueSince: string | null;
        };
        /** @description Its token is in the mail alone. */
        Invitation: {
            /** @example inv_0199aa00c0de7000a000000000000042 */
            id: string;
            email: string;
            /** @enum {string} */
            role: "owner" | "manager" | "buyer" | "seller" | "finance" | "viewer";
            /** @example usr_0199aa00c0de7000a000000000000042 */
            invitedBy: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            invitedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            expiresAt: string;
        };
        Me: {
            /** @example usr_0199aa00c0de7000a000000000000042 */
            id: string;
            name: string;
            email: string;
            phone: string | null;
            /** @enum {string} */
            language: "en" | "ar";
            roles: ("user" | "support" | "arbiter" | "finance" | "admin")[];
        };
        /** @description Whole minor units: { amount: 34800, currency: INR } is ₹348.00. */
        Money: {
            /** @example 34800 */
            amount: number;
            /** @enum {string} */
            currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
        };
        Notification: {
            /** @example ntf_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @description What is said and to whom: `payment_captured.seller`. */
            key: string;
            params: {
                orderNumber?: string;
                amount?: components["schemas"]["Money"];
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                dueAt?: string;
                /** @description A bank account, all but its last four digits hidden. */
                oldAccount?: string;
                newAccount?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                payoutsFrom?: string;
            };
            orderId: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            at: string;
            readAt: string | null;
        };
        OAuthClient: {
            /** @example cli_0199aa00c0de7000a000000000000042 */
            id: string;
            name: string;
            redirectUris: string[];
            confidential: boolean;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
        };
        /** @description RFC 6749 §5.2, as every library for OAuth 2 reads it. */
        OAuthError: {
            /** @enum {string} */
            error: "invalid_request" | "invalid_client" | "invalid_grant" | "invalid_scope" | "unsupported_grant_type";
            error_description?: string;
        };
        OAuthToken: {
            access_token: string;
            /** @enum {string} */
            token_type: "Bearer";
            /** @description Seconds. */
            expires_in: number;
            /** @description Good once: each answer brings the next one. */
            refresh_token: string;
            scope: string;
        };
        Order: {
            /** @example ord_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @example ORD-2026-000001 */
            number: string;
            /** @description Rises with every event; send it as If-Match. */
            version: number;
            status: components["schemas"]["OrderStatus"];
            /** @enum {string} */
            role: "buyer" | "seller" | "staff";
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            buyer: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
                name: string;
            };
            seller: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
                name: string;
            };
            items: {
                /** @example prd_0199aa00c0de7000a000000000000042 */
                productId: string;
                title: components["schemas"]["Text"];
                pictureUrl: string | null;
                quantity: number;
                unitPrice: components["schemas"]["Money"];
                total: components["schemas"]["Money"];
            }[];
            amounts: {
                goods: components["schemas"]["Money"];
                shipping: components["schemas"]["Money"];
                tax: components["schemas"]["Money"];
                buyerFee: components["schemas"]["Money"];
                total: components["schemas"]["Money"];
                commission: components["schemas"]["Money"] | null;
                commissionTax: components["schemas"]["Money"] | null;
                sellerReceives: components["schemas"]["Money"] | null;
            };
            taxes: components["schemas"]["TaxLine"][];
            commissionRule: components["schemas"]["CommissionDecidedBy"] | null;
            allotment: {
                refunded: components["schemas"]["OrderParts"];
                kept: components["schemas"]["OrderParts"];
            } | null;
            shippingAddress: components["schemas"]["ShippingAddress"] | null;
            shippingOption: components["schemas"]["ShippingOption"];
            escrow: {
                status: components["schemas"]["EscrowStatus"];
                amount: components["schemas"]["Money"];
                since: string | null;
                holder: string;
            };
            payment: components["schemas"]["Payment"] | null;
            shipment: {
                /** @example shp_0199aa00c0de7000a000000000000042 */
                id: string;
                /** @enum {string} */
                status: "booking" | "booked" | "failed" | "cancelling" | "cancelled";
                trackingNumber: string | null;
                courierTitle: string | null;
                trackingUrl: string | null;
                hasLabel: boolean;
                problem: string | null;
            } | null;
            refund: {
                /** @example ref_0199aa00c0de7000a000000000000042 */
                id: string;
                /** @enum {string} */
                status: "requested" | "pending" | "succeeded" | "failed";
                amount: components["schemas"]["Money"];
                reference: string | null;
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                updatedAt: string;
            } | null;
            payout: {
                /** @example pout_0199aa00c0de7000a000000000000042 */
                id: string;
                /** @enum {string} */
                status: "waiting_for_bank_account" | "withheld" | "requested" | "pending" | "paid" | "failed" | "returned" | "cancelled";
                amount: components["schemas"]["Money"];
                bankReference: string | null;
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                updatedAt: string;
            } | null;
            deadlines: {
                /** @enum {string} */
                kind: "payment" | "signatures" | "dispatch" | "delivery" | "inspection" | "chargeback";
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                dueAt: string;
            }[];
            /** @description The commands that this caller may give now. */
            actions: string[];
            outlook: components["schemas"]["Outlook"];
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            now: string;
        };
        OrderEventData: {
            /** @example ord_0199aa00c0de7000a000000000000042 */
            orderId: string;
            /** @description The number that people read out. */
            orderNumber: string;
            /** @enum {string} */
            role: "buyer" | "seller";
            /** @description Of the order after this step: the newer one is the later one. */
            version: number;
            /** @enum {string} */
            status: "payment_pending" | "escrow_locked" | "order_confirmed" | "processing" | "ready_to_ship" | "shipped" | "in_transit" | "out_for_delivery" | "delivered" | "disputed" | "completed" | "cancelled" | "refunded" | "failed";
            previousStatus: ("payment_pending" | "escrow_locked" | "order_confirmed" | "processing" | "ready_to_ship" | "shipped" | "in_transit" | "out_for_delivery" | "delivered" | "disputed" | "completed" | "cancelled" | "refunded" | "failed") | null;
            reason: string | null;
            amount: {
                /** @example 34800 */
                amount: number;
                /** @enum {string} */
                currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
            } | null;
        };
        /** @description What the buyer paid, by what it was for. */
        OrderParts: {
            goods: components["schemas"]["Money"];
            shipping: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            buyerFee: components["schemas"]["Money"];
        };
        /** @enum {string} */
        OrderStatus: "payment_pending" | "escrow_locked" | "order_confirmed" | "processing" | "ready_to_ship" | "shipped" | "in_transit" | "out_for_delivery" | "delivered" | "disputed" | "completed" | "cancelled" | "refunded" | "failed";
        OrderSummary: {
            /** @example ord_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @example ORD-2026-000001 */
            number: string;
            status: components["schemas"]["OrderStatus"];
            escrow: components["schemas"]["EscrowStatus"];
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            title: components["schemas"]["Text"];
            pictureUrl: string | null;
            total: components["schemas"]["Money"];
            counterparty: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
                name: string;
            };
            /** @enum {string} */
            role: "buyer" | "seller";
            nextDeadline: {
                /** @enum {string} */
                kind: "payment" | "signatures" | "dispatch" | "delivery" | "inspection" | "chargeback";
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                dueAt: string;
            } | null;
        };
        /** @description A company, and the reader's role in it. Only owners, managers and finance see the tax number. */
        Organization: {
            /** @example org_0199aa00c0de7000a000000000000042 */
            id: string;
            legalName: string;
            country: string;
            taxNumber: string | null;
            /** @enum {string} */
            role: "owner" | "manager" | "buyer" | "seller" | "finance" | "viewer";
            version: number;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
        };
        OrganizationMember: {
            /** @example usr_0199aa00c0de7000a000000000000042 */
            userId: string;
            name: string;
            /** @enum {string} */
            role: "owner" | "manager" | "buyer" | "seller" | "finance" | "viewer";
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            joinedAt: string;
        };
        /** @description What happens next by itself, when, and what it does to the money. */
        Outlook: {
            /** @enum {string} */
            turn: "buyer" | "seller" | "carrier" | "gateway" | "nobody";
            next: {
                /** @enum {string} */
                kind: "payment" | "signatures" | "dispatch" | "delivery" | "inspection" | "chargeback";
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                at: string;
                to: components["schemas"]["OrderStatus"];
                /** @enum {string} */
                effect: "cancel" | "refund" | "release";
                amount: components["schemas"]["Money"] | null;
                payee: ("buyer" | "seller") | null;
            } | null;
        };
        Payment: {
            /** @example pay_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @enum {string} */
            status: "opening" | "open" | "captured" | "closed" | "failed";
            gateway: string;
            amount: components["schemas"]["Money"];
            next: ({
                /** @enum {string} */
                kind: "redirect";
                url: string;
            } | {
                /** @enum {string} */
                kind: "script";
                src: string;
                session: string;
                /** @enum {string} */
                mode: "sandbox" | "production";
            }) | null;
        };
        PayoutEventData: {
            /** @example ord_0199aa00c0de7000a000000000000042 */
            orderId: string;
            /** @description The number that people read out. */
            orderNumber: string;
            /** @enum {string} */
            role: "buyer" | "seller";
            /** @example pout_0199aa00c0de7000a000000000000042 */
            payoutId: string;
            amount: {
                /** @example 34800 */
                amount: number;
                /** @enum {string} */
                currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
            };
        };
        PayoutSchedule: {
            /** @enum {string} */
            kind: "automatic" | "manual" | "daily" | "weekly";
            hour: number | null;
            weekday: number | null;
            timeZone: string | null;
            minimum: components["schemas"]["Money"] | null;
            shares: {
                /** @example bank_0199aa00c0de7000a000000000000042 */
                bankAccountId: string;
                basisPoints: number;
            }[] | null;
            nextAt: string | null;
        };
        PayoutSentAgain: {
            /** @example pout_0199aa00c0de7000a000000000000042 */
            payoutId: string;
            /** @enum {string} */
            status: "requested" | "withheld";
            amount: components["schemas"]["Money"];
            bankAccount: {
                /** @example bank_0199aa00c0de7000a000000000000042 */
                id: string;
                holderName: string;
                last4: string;
            };
            entries: {
                account: string;
                amount: components["schemas"]["Money"];
            }[];
        };
        /** @description What will leave the wallet, and for which account. `withheld`: noted, and sent once payouts go on; no entry is posted before. */
        PayoutSentAgainPlan: {
            /** @enum {string} */
            status: "requested" | "withheld";
            amount: components["schemas"]["Money"];
            bankAccount: {
                /** @example bank_0199aa00c0de7000a000000000000042 */
                id: string;
                holderName: string;
                last4: string;
            };
            entries: {
                account: string;
                amount: components["schemas"]["Money"];
            }[];
        };
        PendingOrder: {
            /** @example ord_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @example ORD-2026-000001 */
            number: string;
            status: components["schemas"]["OrderStatus"];
            escrow: components["schemas"]["EscrowStatus"];
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            title: components["schemas"]["Text"];
            pictureUrl: string | null;
            total: components["schemas"]["Money"];
            counterparty: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
                name: string;
            };
            /** @enum {string} */
            role: "buyer" | "seller";
            nextDeadline: {
                /** @enum {string} */
                kind: "payment" | "signatures" | "dispatch" | "delivery" | "inspection" | "chargeback";
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                dueAt: string;
            } | null;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            dueAt: string;
            /** @enum {string} */
            urgency: "overdue" | "critical" | "soon" | "calm";
        };
        Person: {
            /** @example usr_0199aa00c0de7000a000000000000042 */
            id: string;
            name: string;
            email: string;
            phone: string | null;
            /** @enum {string} */
            language: "en" | "ar";
            roles: ("user" | "support" | "arbiter" | "finance" | "admin")[];
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            registeredAt: string;
            suspendedAt: string | null;
        };
        /**
         * @description RFC 9457. Branch on `code`: codes are stable.
         * @example {
         *       "type": "/api/problems/NOT_FOUND",
         *       "title": "There is no such thing",
         *       "status": 404,
         *       "detail": "There is no such thing",
         *       "code": "NOT_FOUND",
         *       "canRetry": false,
         *       "suggestedAction": "Check the address and the id.",
         *       "requestId": "0199aa00-c0de-7000-a000-000000000042"
         *     }
         */
        Problem: {
            type: string;
            title: string;
            status: number;
            detail: string;
            /** @enum {string} */
            code: "VALIDATION_FAILED" | "UNAUTHENTICATED" | "WEBHOOK_REFUSED" | "SECOND_FACTOR_REQUIRED" | "SIGN_IN_REFUSED" | "EMAIL_NOT_VERIFIED" | "LINK_REFUSED" | "CODE_REFUSED" | "STEP_UP_REQUIRED" | "ACCOUNT_SUSPENDED" | "INSUFFICIENT_SCOPE" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "REQUEST_TIMEOUT" | "TRANSITION_NOT_ALLOWED" | "DEADLINE_PASSED" | "LISTING_UNAVAILABLE" | "INSUFFICIENT_INVENTORY" | "QUOTE_EXPIRED" | "PAYMENT_NOT_CONFIRMED" | "BANK_ACCOUNT_REQUIRED" | "BANK_ACCOUNT_EXISTS" | "BANK_ACCOUNT_ON_HOLD" | "INSUFFICIENT_BALANCE" | "WITHDRAWAL_LIMIT" | "LIMIT_REACHED" | "LAST_WAY_IN" | "WEBHOOK_ENDPOINT_DISABLED" | "IDEMPOTENCY_IN_FLIGHT" | "VERSION_CONFLICT" | "BODY_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "IDEMPOTENCY_KEY_REUSED" | "INVALID_SHIPPING_ADDRESS" | "SHIPPING_NOT_AVAILABLE" | "OWN_LISTING" | "RATE_LIMITED" | "HEADERS_TOO_LARGE" | "INTERNAL" | "PAYMENT_GATEWAY_UNAVAILABLE" | "SIGN_IN_PROVIDER_UNAVAILABLE" | "CARRIER_UNAVAILABLE" | "DATABASE_UNAVAILABLE" | "OVERLOADED";
            /** @description Whether the very same request may succeed later. */
            canRetry: boolean;
            suggestedAction: string;
            errors?: {
                field: string;
                message: string;
            }[];
            /** @description With STEP_UP_REQUIRED: what to confirm before the very same request is sent again. */
            challenge?: {
                /** @example stp_0199aa00c0de7000a000000000000042 */
                id: string;
                action: string;
                /** @enum {string} */
                by: "totp" | "email";
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                expiresAt: string;
            };
            requestId: string;
        };
        Product: {
            /** @example prd_0199aa00c0de7000a000000000000042 */
            id: string;
            title: components["schemas"]["Text"];
            description: components["schemas"]["Text"];
            price: components["schemas"]["Money"];
            seller: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
                name: string;
            };
            stock: number;
            weightGrams: number;
            dimensionsMm: {
                length: number;
                width: number;
                height: number;
            };
            pictures: {
                url: string;
                alt: components["schemas"]["Text"];
            }[];
            pickupPostcode: string;
        };
        /** @description `total` is what an order at this option costs the buyer, as of now. */
        QuotedOption: {
            courier: string;
            title: string;
            /** @enum {string} */
            speed: "standard" | "express" | "same_day";
            price: components["schemas"]["Money"];
            expectedOn: string | null;
            tax: components["schemas"]["Money"];
            buyerFee: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
        };
        ReconciliationRun: {
            gateway: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            until: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            at: string;
            covers: ("capture" | "refund" | "refund_return" | "payout" | "payout_return" | "chargeback" | "chargeback_return" | "fee" | "settlement" | "adjustment")[];
            lines: number;
            newLines: number;
            matched: number;
            /** @description On one side only, and still within the time that the other side may take */
            waiting: number;
            feesPosted: number;
            settlementsPosted: number;
            /** @description Differences that are new */
            found: number;
            /** @description Open differences that are none any more */
            resolved: number;
        };
        RefundEventData: {
            /** @example ord_0199aa00c0de7000a000000000000042 */
            orderId: string;
            /** @description The number that people read out. */
            orderNumber: string;
            /** @enum {string} */
            role: "buyer" | "seller";
            /** @example ref_0199aa00c0de7000a000000000000042 */
            refundId: string;
            amount: {
                /** @example 34800 */
                amount: number;
                /** @enum {string} */
                currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
            };
        };
        /** @description What a sale comes to, for the buyer and for the seller. */
        SaleTerms: {
            goods: components["schemas"]["Money"];
            shipping: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
            buyerFee: components["schemas"]["Money"];
            total: components["schemas"]["Money"];
            commission: components["schemas"]["Money"];
            commissionTax: components["schemas"]["Money"];
            sellerReceives: components["schemas"]["Money"];
            taxes: components["schemas"]["TaxLine"][];
            decidedBy: components["schemas"]["CommissionDecidedBy"];
        };
        /** @description A public key that blocks of the ledger are signed with. */
        SealKey: {
            id: string;
            /** @enum {string} */
            algorithm: "Ed25519";
            publicKey: string;
            /** @description The same key as openssl and `ledger verify --public-key` read it. */
            pem: string;
            /** @description The first and the last block of each chain that it has signed. */
            blocks: {
                chain: "ledger" | "deals" | "audit";
                first: number;
                last: number;
            }[];
        };
        /** @description The signed head of a block of the ledger: docs/reference/ledger-seal.md. */
        SealedBlock: {
            chain: "ledger" | "deals" | "audit";
            number: number;
            first: number;
            last: number;
            count: number;
            root: string;
            previous: string;
            /** @description Microseconds since 1970. */
            sealedAt: number;
            key: string;
            saltHash: string;
            hash: string;
            signature: string;
        };
        SellerLevel: {
            /** @example usr_0199aa00c0de7000a000000000000042 */
            userId: string;
            /** @example gold */
            level: string;
        };
        SellerPayout: {
            id: string | null;
            /** @example ord_0199aa00c0de7000a000000000000042 */
            orderId: string;
            orderNumber: string;
            amount: components["schemas"]["Money"];
            /** @enum {string} */
            status: "held" | "waiting_for_bank_account" | "withheld" | "requested" | "pending" | "paid" | "failed" | "returned" | "cancelled";
            dueAt: string | null;
            bankReference: string | null;
        };
        Session: {
            /** @example ses_0199aa00c0de7000a000000000000042 */
            id: string;
            current: boolean;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            lastSeenAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            expiresAt: string;
            network: string | null;
            agent: string | null;
        };
        ShipmentEventData: {
            /** @example ord_0199aa00c0de7000a000000000000042 */
            orderId: string;
            /** @description The number that people read out. */
            orderNumber: string;
            /** @enum {string} */
            role: "buyer" | "seller";
            /** @example shp_0199aa00c0de7000a000000000000042 */
            shipmentId: string;
        };
        ShippingAddress: {
            name: string;
            /** @example 9000000001 */
            phone: string;
            line1: string;
            line2?: string;
            city: string;
            /** @example 560001 */
            postcode: string;
        };
        ShippingOption: {
            courier: string;
            title: string;
            /** @enum {string} */
            speed: "standard" | "express" | "same_day";
            price: components["schemas"]["Money"];
            expectedOn: string | null;
        };
        ShippingRates: {
            /** @example quo_0199aa00c0de7000a000000000000042 */
            quoteId: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            expiresAt: string;
            options: components["schemas"]["QuotedOption"][];
        };
        SignInLink: {
            provider: string;
            email: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            linkedAt: string;
        };
        StaffOrderSummary: {
            /** @example ord_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @example ORD-2026-000001 */
            number: string;
            status: components["schemas"]["OrderStatus"];
            escrow: components["schemas"]["EscrowStatus"];
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
            title: components["schemas"]["Text"];
            pictureUrl: string | null;
            total: components["schemas"]["Money"];
            nextDeadline: {
                /** @enum {string} */
                kind: "payment" | "signatures" | "dispatch" | "delivery" | "inspection" | "chargeback";
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                dueAt: string;
            } | null;
            buyer: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
                name: string;
            };
            seller: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
                name: string;
            };
        };
        TaxLine: {
            line: number | null;
            /** @example GST */
            code: string;
            /** @example 300 */
            basisPoints: number;
            /** @description Whether the price contains it. */
            included: boolean;
            net: components["schemas"]["Money"];
            tax: components["schemas"]["Money"];
        };
        TestEventData: {
            /** @example whe_0199aa00c0de7000a000000000000042 */
            webhookEndpointId: string;
        };
        /** @description The same words in English and in Arabic. */
        Text: {
            en: string;
            ar: string;
        };
        /** @description A payout that waits, came back, or is on its way. `nextLookAt` null: it waits for a person. `sendAgain`: of what came back, whether staff may send it again, or its owner alone, who takes the money out by hand or has it gathered. */
        TroubledPayout: {
            /** @example pout_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @enum {string} */
            kind: "release" | "reserve" | "batch" | "withdrawal" | "retry";
            /** @enum {string} */
            status: "waiting_for_bank_account" | "withheld" | "requested" | "pending" | "paid" | "failed" | "returned" | "cancelled";
            /** @example usr_0199aa00c0de7000a000000000000042 */
            userId: string;
            userName: string;
            dealId: string | null;
            amount: components["schemas"]["Money"];
            bankAccountId: string | null;
            reason: string | null;
            tries: number;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            requestedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            updatedAt: string;
            nextLookAt: string | null;
            lastError: string | null;
            sendAgain: ("offered" | "left_to_owner") | null;
        };
        /** @description `available` is `balance` less what is `owed` after a chargeback and what payouts that are `waiting` will take; `reserved` is held back until its day; `onTheWay` has left for a bank that has not confirmed it. */
        WalletBalance: {
            /** @enum {string} */
            currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
            balance: components["schemas"]["Money"];
            available: components["schemas"]["Money"];
            reserved: components["schemas"]["Money"];
            owed: components["schemas"]["Money"];
            waiting: components["schemas"]["Money"];
            onTheWay: components["schemas"]["Money"];
        };
        WalletEntry: {
            /** @example pst_0199aa00c0de7000a000000000000042 */
            id: string;
            kind: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            at: string;
            dealId: string | null;
            amount: components["schemas"]["Money"];
            balanceAfter: components["schemas"]["Money"];
        };
        /** @description Of each account, `opening` and the amounts of the entries add up to `closing`. */
        WalletStatement: {
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            to: string;
            /** @enum {string} */
            currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
            accounts: {
                /** @enum {string} */
                account: "wallet" | "reserve" | "receivable";
                opening: components["schemas"]["Money"];
                entries: components["schemas"]["WalletEntry"][];
                closing: components["schemas"]["Money"];
            }[];
        };
        WebhookDelivery: {
            /** @example whd_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @example evt_0199aa00c0de7000a000000000000042 */
            eventId: string;
            eventType: components["schemas"]["EventType"];
            /** @enum {string} */
            state: "waiting" | "delivered" | "failed";
            nextAttemptAt: string | null;
            attempts: {
                number: number;
                /**
                 * Format: date-time
                 * @example 2026-11-21T09:30:00.000Z
                 */
                at: string;
                milliseconds: number;
                /** @enum {string} */
                outcome: "delivered" | "refused" | "timed_out" | "no_connection" | "address_refused" | "not_sent";
                status: number | null;
                answer: string | null;
            }[];
        };
        WebhookEndpoint: {
            /** @example whe_0199aa00c0de7000a000000000000042 */
            id: string;
            /**
             * @description https, on port 443 or 8443, of a host on the public internet; without user name and fragment.
             * @example https://shop.example.test/amana
             */
            url: string;
            description: string | null;
            events: components["schemas"]["EventType"][] | null;
            enabled: boolean;
            disabledBecause: ("owner" | "gone" | "failing") | null;
            disabledAt: string | null;
            failingSince: string | null;
            previousSecretUntil: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            createdAt: string;
        };
        WebhookEndpointWithSecret: {
            endpoint: components["schemas"]["WebhookEndpoint"];
            /**
             * @description Signs what is sent to the endpoint. It is shown this once.
             * @example whsec_BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=
             */
            secret: string;
        };
        Withdrawal: {
            /** @example pout_0199aa00c0de7000a000000000000042 */
            id: string;
            /** @enum {string} */
            kind: "release" | "reserve" | "batch" | "withdrawal" | "retry";
            /** @enum {string} */
            status: "waiting_for_bank_account" | "withheld" | "requested" | "pending" | "paid" | "failed" | "returned" | "cancelled";
            amount: components["schemas"]["Money"];
            bankAccountId: string | null;
            bankReference: string | null;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            requestedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-21T09:30:00.000Z
             */
            updatedAt: string;
        };
        WithdrawalEventData: {
            /** @example pout_0199aa00c0de7000a000000000000042 */
            payoutId: string;
            amount: {
                /** @example 34800 */
                amount: number;
                /** @enum {string} */
                currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
            };
        };
        WithdrawalMade: {
            /** @enum {string} */
            status: "waiting_for_bank_account" | "withheld" | "requested" | "pending" | "paid" | "failed" | "returned" | "cancelled";
            amount: components["schemas"]["Money"];
            /** @example bank_0199aa00c0de7000a000000000000042 */
            bankAccountId: string;
            wallet: {
                balance: components["schemas"]["Money"];
                available: components["schemas"]["Money"];
                owed: components["schemas"]["Money"];
                waiting: components["schemas"]["Money"];
            };
            /** @example pout_0199aa00c0de7000a000000000000042 */
            id: string;
        };
        /** @description What it comes to, and what the wallet then is. */
        WithdrawalPlan: {
            /** @enum {string} */
            status: "waiting_for_bank_account" | "withheld" | "requested" | "pending" | "paid" | "failed" | "returned" | "cancelled";
            amount: components["schemas"]["Money"];
            /** @example bank_0199aa00c0de7000a000000000000042 */
            bankAccountId: string;
            wallet: {
                balance: components["schemas"]["Money"];
                available: components["schemas"]["Money"];
                owed: components["schemas"]["Money"];
                waiting: components["schemas"]["Money"];
            };
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "usr_0199aa00c0de7000a000000000000042",
                     *       "name": "Asha (demo buyer)",
                     *       "email": "asha@example.test",
                     *       "phone": "+919800000000",
                     *       "language": "en",
                     *       "roles": [
                     *         "user"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "language": "ar"
                 *     }
                 */
                "application/json": {
                    name?: string;
                    /** @example +919800000000 */
                    phone?: string;
                    /** @enum {string} */
                    language?: "en" | "ar";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "usr_0199aa00c0de7000a000000000000042",
                     *       "name": "Asha (demo buyer)",
                     *       "email": "asha@example.test",
                     *       "phone": "+919800000000",
                     *       "language": "en",
                     *       "roles": [
                     *         "user"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Asha Rao",
                 *       "email": "asha@example.test",
                 *       "password": "a long walk by the lake",
                 *       "language": "en"
                 *     }
                 */
                "application/json": {
                    name: string;
                    /** @example asha@example.test */
                    email: string;
                    /** @example a long walk by the lake */
                    password: string;
                    /** @enum {string} */
                    language: "en" | "ar";
                };
            };
        };
        responses: {
            /** @description Taken on; it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyEmail: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "0199aa00c0de7000a0000000000000420199aa00c0d"
                 *     }
                 */
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FORBIDDEN` Not allowed · `LINK_REFUSED` This link is used, too old or replaced by a newer one */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendVerification: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "asha@example.test"
                 *     }
                 */
                "application/json": {
                    /** @example asha@example.test */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Taken on; it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "asha@example.test",
                 *       "password": "a long walk by the lake",
                 *       "as": "cookie"
                 *     }
                 */
                "application/json": {
                    /** @example asha@example.test */
                    email: string;
                    /** @example a long walk by the lake */
                    password: string;
                    /** @enum {string} */
                    as?: "cookie" | "token";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "user": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)",
                     *         "email": "asha@example.test",
                     *         "phone": "+919800000000",
                     *         "language": "en",
                     *         "roles": [
                     *           "user"
                     *         ]
                     *       },
                     *       "secondFactor": "none",
                     *       "token": "demo"
                     *     }
                     */
                    "application/json": {
                        user: components["schemas"]["Me"];
                        /** @enum {string} */
                        secondFactor: "none" | "required";
                        token?: string;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `SIGN_IN_REFUSED` E-mail address or password is wrong */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FORBIDDEN` Not allowed · `EMAIL_NOT_VERIFIED` The e-mail address is not verified yet · `ACCOUNT_SUSPENDED` This account is suspended */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    passSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "123456"
                 *     }
                 */
                "application/json": {
                    code?: string;
                    recoveryCode?: string;
                    /** @enum {string} */
                    as?: "cookie" | "token";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": "demo"
                     *     }
                     */
                    "application/json": {
                        token?: string;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `FORBIDDEN` Not allowed · `CODE_REFUSED` The code is not right */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forgotPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "asha@example.test"
                 *     }
                 */
                "application/json": {
                    /** @example asha@example.test */
                    email: string;
                };
            };
        };
        responses: {
            /** @description Taken on; it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetPassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "0199aa00c0de7000a0000000000000420199aa00c0d",
                 *       "password": "a long walk by the lake"
                 *     }
                 */
                "application/json": {
                    token: string;
                    /** @example a long walk by the lake */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FORBIDDEN` Not allowed · `LINK_REFUSED` This link is used, too old or replaced by a newer one */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of a challenge that was confirmed for this very request. */
                "Amana-Step-Up"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "currentPassword": "a long walk by the lake",
                 *       "password": "a long walk by the lake"
                 *     }
                 */
                "application/json": {
                    /** @example a long walk by the lake */
                    currentPassword?: string;
                    /** @example a long walk by the lake */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed · `STEP_UP_REQUIRED` This needs a fresh confirmation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ses_0199aa00c0de7000a000000000000042",
                     *           "current": true,
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "lastSeenAt": "2026-11-21T09:30:00.000Z",
                     *           "expiresAt": "2026-11-21T09:30:00.000Z",
                     *           "network": "198.51.100.7",
                     *           "agent": "demo"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Session"][];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeSession: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ses_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeOtherSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "ended": 1
                     *     }
                     */
                    "application/json": {
                        ended: number;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "enabled": true,
                     *       "recoveryCodesLeft": 1
                     *     }
                     */
                    "application/json": {
                        enabled: boolean;
                        recoveryCodesLeft: number;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of a challenge that was confirmed for this very request. */
                "Amana-Step-Up"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "secret": "demo",
                     *       "address": "demo",
                     *       "expiresAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": {
                        /** @description Base32, to be typed in. */
                        secret: string;
                        /** @description `otpauth://`, to be shown as a QR code. */
                        address: string;
                        /**
                         * Format: date-time
                         * @example 2026-11-21T09:30:00.000Z
                         */
                        expiresAt: string;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed · `STEP_UP_REQUIRED` This needs a fresh confirmation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSecondFactor: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of a challenge that was confirmed for this very request. */
                "Amana-Step-Up"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed · `STEP_UP_REQUIRED` This needs a fresh confirmation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "019900"
                 *     }
                 */
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recoveryCodes": [
                     *         "k3vd-8mqa-x2tf-9wrz"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /**
                         * @example [
                         *       "k3vd-8mqa-x2tf-9wrz"
                         *     ]
                         */
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed · `CODE_REFUSED` The code is not right */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewRecoveryCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of a challenge that was confirmed for this very request. */
                "Amana-Step-Up"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "recoveryCodes": [
                     *         "k3vd-8mqa-x2tf-9wrz"
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /**
                         * @example [
                         *       "k3vd-8mqa-x2tf-9wrz"
                         *     ]
                         */
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed · `STEP_UP_REQUIRED` This needs a fresh confirmation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchUsers: {
        parameters: {
            query?: {
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "usr_0199aa00c0de7000a000000000000042",
                     *           "name": "Asha (demo buyer)",
                     *           "email": "asha@example.test",
                     *           "phone": "+919800000000",
                     *           "language": "en",
                     *           "roles": [
                     *             "user"
                     *           ],
                     *           "registeredAt": "2026-11-21T09:30:00.000Z",
                     *           "suspendedAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Person"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "usr_0199aa00c0de7000a000000000000042",
                     *       "name": "Asha (demo buyer)",
                     *       "email": "asha@example.test",
                     *       "phone": "+919800000000",
                     *       "language": "en",
                     *       "roles": [
                     *         "user"
                     *       ],
                     *       "registeredAt": "2026-11-21T09:30:00.000Z",
                     *       "suspendedAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    suspendUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "reported by three buyers for parcels of stones"
                 *     }
                 */
                "application/json": {
                    /** @description Why: kept in the audit log. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "usr_0199aa00c0de7000a000000000000042",
                     *       "name": "Asha (demo buyer)",
                     *       "email": "asha@example.test",
                     *       "phone": "+919800000000",
                     *       "language": "en",
                     *       "roles": [
                     *         "user"
                     *       ],
                     *       "registeredAt": "2026-11-21T09:30:00.000Z",
                     *       "suspendedAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reinstateUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "reported by three buyers for parcels of stones"
                 *     }
                 */
                "application/json": {
                    /** @description Why: kept in the audit log. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "usr_0199aa00c0de7000a000000000000042",
                     *       "name": "Asha (demo buyer)",
                     *       "email": "asha@example.test",
                     *       "phone": "+919800000000",
                     *       "language": "en",
                     *       "roles": [
                     *         "user"
                     *       ],
                     *       "registeredAt": "2026-11-21T09:30:00.000Z",
                     *       "suspendedAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeRoles: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The id of a challenge that was confirmed for this very request. */
                "Amana-Step-Up"?: string;
            };
            path: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "roles": [
                 *         "user",
                 *         "support"
                 *       ],
                 *       "reason": "joins the support team"
                 *     }
                 */
                "application/json": {
                    roles: ("user" | "support" | "arbiter" | "finance" | "admin")[];
                    /** @description Why: kept in the audit log. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "usr_0199aa00c0de7000a000000000000042",
                     *       "name": "Asha (demo buyer)",
                     *       "email": "asha@example.test",
                     *       "phone": "+919800000000",
                     *       "language": "en",
                     *       "roles": [
                     *         "user"
                     *       ],
                     *       "registeredAt": "2026-11-21T09:30:00.000Z",
                     *       "suspendedAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Person"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed · `STEP_UP_REQUIRED` This needs a fresh confirmation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmStepUp: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example stp_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "204913"
                 *     }
                 */
                "application/json": {
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed · `CODE_REFUSED` The code is not right */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "key_0199aa00c0de7000a000000000000042",
                     *           "name": "Asha (demo buyer)",
                     *           "lastFour": "demo",
                     *           "scopes": [
                     *             "profile:read"
                     *           ],
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "expiresAt": "2026-11-21T09:30:00.000Z",
                     *           "lastUsedAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ApiKey"][];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The id of a challenge that was confirmed for this very request. */
                "Amana-Step-Up"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Warehouse",
                 *       "scopes": [
                 *         "orders:read",
                 *         "orders:write"
                 *       ],
                 *       "expiresAt": null
                 *     }
                 */
                "application/json": {
                    /** @description For you to tell it by. */
                    name: string;
                    scopes: ("profile:read" | "orders:read" | "orders:write" | "listings:read" | "listings:write" | "wallet:read" | "wallet:write" | "notifications:read" | "webhooks:read" | "webhooks:write" | "staff:read" | "staff:write")[];
                    expiresAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "key_0199aa00c0de7000a000000000000042",
                     *       "name": "Asha (demo buyer)",
                     *       "lastFour": "demo",
                     *       "scopes": [
                     *         "profile:read"
                     *       ],
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "expiresAt": "2026-11-21T09:30:00.000Z",
                     *       "lastUsedAt": "2026-11-21T09:30:00.000Z",
                     *       "token": "demo"
                     *     }
                     */
                    "application/json": {
                        /** @example key_0199aa00c0de7000a000000000000042 */
                        id: string;
                        name: string;
                        /** @description The end of the key, to tell it by. */
                        lastFour: string;
                        scopes: ("profile:read" | "orders:read" | "orders:write" | "listings:read" | "listings:write" | "wallet:read" | "wallet:write" | "notifications:read" | "webhooks:read" | "webhooks:write" | "staff:read" | "staff:write")[];
                        /**
                         * Format: date-time
                         * @example 2026-11-21T09:30:00.000Z
                         */
                        createdAt: string;
                        expiresAt: string | null;
                        lastUsedAt: string | null;
                        /** @description The key itself, shown this once. */
                        token: string;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed · `STEP_UP_REQUIRED` This needs a fresh confirmation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `LIMIT_REACHED` There are as many as there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example key_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOAuthClients: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "cli_0199aa00c0de7000a000000000000042",
                     *           "name": "Asha (demo buyer)",
                     *           "redirectUris": [
                     *             "demo"
                     *           ],
                     *           "confidential": true,
                     *           "createdAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["OAuthClient"][];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOAuthClient: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The id of a challenge that was confirmed for this very request. */
                "Amana-Step-Up"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "name": "Bookkeeper",
                 *       "redirectUris": [
                 *         "https://books.example.test/back"
                 *       ],
                 *       "confidential": true
                 *     }
                 */
                "application/json": {
                    /** @description People read it when they are asked. */
                    name: string;
                    redirectUris: string[];
                    /** @description Whether it runs on a server that can keep a secret. */
                    confidential: boolean;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "cli_0199aa00c0de7000a000000000000042",
                     *       "name": "Asha (demo buyer)",
                     *       "redirectUris": [
                     *         "demo"
                     *       ],
                     *       "confidential": true,
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "secret": "demo"
                     *     }
                     */
                    "application/json": {
                        /** @example cli_0199aa00c0de7000a000000000000042 */
                        id: string;
                        name: string;
                        redirectUris: string[];
                        confidential: boolean;
                        /**
                         * Format: date-time
                         * @example 2026-11-21T09:30:00.000Z
                         */
                        createdAt: string;
                        secret: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed · `STEP_UP_REQUIRED` This needs a fresh confirmation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `LIMIT_REACHED` There are as many as there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOAuthClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example cli_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "cli_0199aa00c0de7000a000000000000042",
                     *       "name": "Asha (demo buyer)"
                     *     }
                     */
                    "application/json": {
                        /** @example cli_0199aa00c0de7000a000000000000042 */
                        id: string;
                        name: string;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteOAuthClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example cli_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideOAuthConsent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "clientId": "cli_0199aa00c0de7000a000000000000042",
                 *       "redirectUri": "demo",
                 *       "responseType": "code",
                 *       "scope": "orders:read listings:read",
                 *       "state": "demo",
                 *       "codeChallenge": "demo",
                 *       "codeChallengeMethod": "S256",
                 *       "decision": "approve"
                 *     }
                 */
                "application/json": {
                    /** @example cli_0199aa00c0de7000a000000000000042 */
                    clientId: string;
                    redirectUri: string;
                    /** @example code */
                    responseType: string;
                    /** @example orders:read listings:read */
                    scope: string;
                    state?: string;
                    codeChallenge: string;
                    /** @example S256 */
                    codeChallengeMethod: string;
                    /** @enum {string} */
                    decision: "approve" | "deny";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "redirectTo": "demo"
                     *     }
                     */
                    "application/json": {
                        redirectTo: string;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGrants: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "grt_0199aa00c0de7000a000000000000042",
                     *           "client": {
                     *             "id": "cli_0199aa00c0de7000a000000000000042",
                     *             "name": "Asha (demo buyer)"
                     *           },
                     *           "scopes": [
                     *             "profile:read"
                     *           ],
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "lastUsedAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Grant"][];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeGrant: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example grt_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueOAuthToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "access_token": "demo",
                     *       "token_type": "Bearer",
                     *       "expires_in": 1,
                     *       "refresh_token": "demo",
                     *       "scope": "demo"
                     *     }
                     */
                    "application/json": components["schemas"]["OAuthToken"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "invalid_request",
                     *       "error_description": "demo"
                     *     }
                     */
                    "application/json": components["schemas"]["OAuthError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "invalid_request",
                     *       "error_description": "demo"
                     *     }
                     */
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeOAuthToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example {} */
                    "application/json": Record<string, never>;
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "invalid_request",
                     *       "error_description": "demo"
                     *     }
                     */
                    "application/json": components["schemas"]["OAuthError"];
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Done */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "error": "invalid_request",
                     *       "error_description": "demo"
                     *     }
                     */
                    "application/json": components["schemas"]["OAuthError"];
                };
            };
            /** @description `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrganizations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "org_0199aa00c0de7000a000000000000042",
                     *           "legalName": "demo",
                     *           "country": "demo",
                     *           "taxNumber": "demo",
                     *           "role": "owner",
                     *           "version": 1,
                     *           "createdAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Organization"][];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "legalName": "Deccan Looms Private Limited",
                 *       "country": "IN",
                 *       "taxNumber": "27AAPFU0939F1ZV"
                 *     }
                 */
                "application/json": {
                    legalName: string;
                    /**
                     * @description ISO 3166, two letters.
                     * @example IN
                     */
                    country: string;
                    taxNumber: string | null;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "org_0199aa00c0de7000a000000000000042",
                     *       "legalName": "demo",
                     *       "country": "demo",
                     *       "taxNumber": "demo",
                     *       "role": "owner",
                     *       "version": 1,
                     *       "createdAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example org_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "org_0199aa00c0de7000a000000000000042",
                     *       "legalName": "demo",
                     *       "country": "demo",
                     *       "taxNumber": "demo",
                     *       "role": "owner",
                     *       "version": 1,
                     *       "createdAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example org_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "legalName": "demo",
                 *       "country": "IN",
                 *       "taxNumber": "27AAPFU0939F1ZV"
                 *     }
                 */
                "application/json": {
                    legalName?: string;
                    /**
                     * @description ISO 3166, two letters.
                     * @example IN
                     */
                    country?: string;
                    taxNumber?: string | null;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "org_0199aa00c0de7000a000000000000042",
                     *       "legalName": "demo",
                     *       "country": "demo",
                     *       "taxNumber": "demo",
                     *       "role": "owner",
                     *       "version": 1,
                     *       "createdAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrganizationMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example org_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "userId": "usr_0199aa00c0de7000a000000000000042",
                     *           "name": "Asha (demo buyer)",
                     *           "role": "owner",
                     *           "joinedAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["OrganizationMember"][];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example org_0199aa00c0de7000a000000000000042 */
                id: string;
                /** @example usr_0199aa00c0de7000a000000000000042 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMemberRole: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of a challenge that was confirmed for this very request. */
                "Amana-Step-Up"?: string;
            };
            path: {
                /** @example org_0199aa00c0de7000a000000000000042 */
                id: string;
                /** @example usr_0199aa00c0de7000a000000000000042 */
                userId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "role": "owner"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    role: "owner" | "manager" | "buyer" | "seller" | "finance" | "viewer";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "userId": "usr_0199aa00c0de7000a000000000000042",
                     *       "name": "Asha (demo buyer)",
                     *       "role": "owner",
                     *       "joinedAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["OrganizationMember"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed · `STEP_UP_REQUIRED` This needs a fresh confirmation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    leaveOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example org_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example org_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "inv_0199aa00c0de7000a000000000000042",
                     *           "email": "asha@example.test",
                     *           "role": "owner",
                     *           "invitedBy": "usr_0199aa00c0de7000a000000000000042",
                     *           "invitedAt": "2026-11-21T09:30:00.000Z",
                     *           "expiresAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Invitation"][];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example org_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "email": "asha@example.test",
                 *       "role": "owner"
                 *     }
                 */
                "application/json": {
                    /** @example asha@example.test */
                    email: string;
                    /** @enum {string} */
                    role: "owner" | "manager" | "buyer" | "seller" | "finance" | "viewer";
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "inv_0199aa00c0de7000a000000000000042",
                     *       "email": "asha@example.test",
                     *       "role": "owner",
                     *       "invitedBy": "usr_0199aa00c0de7000a000000000000042",
                     *       "invitedAt": "2026-11-21T09:30:00.000Z",
                     *       "expiresAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example org_0199aa00c0de7000a000000000000042 */
                id: string;
                /** @example inv_0199aa00c0de7000a000000000000042 */
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "token": "0199aa00c0de7000a0000000000000420199aa00c0d"
                 *     }
                 */
                "application/json": {
                    token: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "organizationId": "org_0199aa00c0de7000a000000000000042",
                     *       "role": "owner"
                     *     }
                     */
                    "application/json": {
                        /** @example org_0199aa00c0de7000a000000000000042 */
                        organizationId: string;
                        /** @enum {string} */
                        role: "owner" | "manager" | "buyer" | "seller" | "finance" | "viewer";
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApprovals: {
        parameters: {
            query?: {
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                status?: "waiting" | "approved" | "declined" | "expired";
                /** @description About this alone. */
                subject?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "apr_0199aa00c0de7000a000000000000042",
                     *           "kind": "order_decision",
                     *           "status": "waiting",
                     *           "subject": "demo",
                     *           "dealId": "deal_0199aa00c0de7000a000000000000042",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "content": {
                     *             "decision": "release",
                     *             "refund": {
                     *               "amount": 34800,
                     *               "currency": "INR"
                     *             },
                     *             "amount": {
                     *               "amount": 34800,
                     *               "currency": "INR"
                     *             }
                     *           },
                     *           "reason": "As agreed with both sides",
                     *           "version": 1,
                     *           "authors": [
                     *             {
                     *               "id": "usr_0199aa00c0de7000a000000000000042",
                     *               "name": "Asha (demo buyer)"
                     *             }
                     *           ],
                     *           "proposedAt": "2026-11-21T09:30:00.000Z",
                     *           "expiresAt": "2026-11-21T09:30:00.000Z",
                     *           "decidedBy": {
                     *             "id": "usr_0199aa00c0de7000a000000000000042",
                     *             "name": "Asha (demo buyer)"
                     *           },
                     *           "decidedAt": "2026-11-21T09:30:00.000Z",
                     *           "decisionReason": "demo",
                     *           "mayApprove": true
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["ApprovalSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example apr_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "apr_0199aa00c0de7000a000000000000042",
                     *       "kind": "order_decision",
                     *       "status": "waiting",
                     *       "subject": "demo",
                     *       "dealId": "deal_0199aa00c0de7000a000000000000042",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "content": {
                     *         "decision": "release",
                     *         "refund": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "reason": "As agreed with both sides",
                     *       "version": 1,
                     *       "authors": [
                     *         {
                     *           "id": "usr_0199aa00c0de7000a000000000000042",
                     *           "name": "Asha (demo buyer)"
                     *         }
                     *       ],
                     *       "proposedAt": "2026-11-21T09:30:00.000Z",
                     *       "expiresAt": "2026-11-21T09:30:00.000Z",
                     *       "decidedBy": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "decidedAt": "2026-11-21T09:30:00.000Z",
                     *       "decisionReason": "demo",
                     *       "mayApprove": true,
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "obstacle": "demo"
                     *     }
                     */
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    editApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example apr_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "content": {
                 *         "decision": "release",
                 *         "refund": {
                 *           "amount": 34800,
                 *           "currency": "INR"
                 *         },
                 *         "amount": {
                 *           "amount": 34800,
                 *           "currency": "INR"
                 *         }
                 *       },
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    /** @description The version that was looked at. */
                    version: number;
                    content: components["schemas"]["ApprovalContent"];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "apr_0199aa00c0de7000a000000000000042",
                     *       "kind": "order_decision",
                     *       "status": "waiting",
                     *       "subject": "demo",
                     *       "dealId": "deal_0199aa00c0de7000a000000000000042",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "content": {
                     *         "decision": "release",
                     *         "refund": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "reason": "As agreed with both sides",
                     *       "version": 1,
                     *       "authors": [
                     *         {
                     *           "id": "usr_0199aa00c0de7000a000000000000042",
                     *           "name": "Asha (demo buyer)"
                     *         }
                     *       ],
                     *       "proposedAt": "2026-11-21T09:30:00.000Z",
                     *       "expiresAt": "2026-11-21T09:30:00.000Z",
                     *       "decidedBy": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "decidedAt": "2026-11-21T09:30:00.000Z",
                     *       "decisionReason": "demo",
                     *       "mayApprove": true,
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "obstacle": "demo"
                     *     }
                     */
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewApproval: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example apr_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    /** @description The version that was looked at. */
                    version: number;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        entries: {
                            account: string;
                            amount: components["schemas"]["Money"];
                        }[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveApproval: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example apr_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1
                 *     }
                 */
                "application/json": {
                    /** @description The version that was looked at. */
                    version: number;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "apr_0199aa00c0de7000a000000000000042",
                     *       "kind": "order_decision",
                     *       "status": "waiting",
                     *       "subject": "demo",
                     *       "dealId": "deal_0199aa00c0de7000a000000000000042",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "content": {
                     *         "decision": "release",
                     *         "refund": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "reason": "As agreed with both sides",
                     *       "version": 1,
                     *       "authors": [
                     *         {
                     *           "id": "usr_0199aa00c0de7000a000000000000042",
                     *           "name": "Asha (demo buyer)"
                     *         }
                     *       ],
                     *       "proposedAt": "2026-11-21T09:30:00.000Z",
                     *       "expiresAt": "2026-11-21T09:30:00.000Z",
                     *       "decidedBy": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "decidedAt": "2026-11-21T09:30:00.000Z",
                     *       "decisionReason": "demo",
                     *       "mayApprove": true,
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "obstacle": "demo"
                     *     }
                     */
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declineApproval: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example apr_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "version": 1,
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    /** @description The version that was looked at. */
                    version: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "apr_0199aa00c0de7000a000000000000042",
                     *       "kind": "order_decision",
                     *       "status": "waiting",
                     *       "subject": "demo",
                     *       "dealId": "deal_0199aa00c0de7000a000000000000042",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "content": {
                     *         "decision": "release",
                     *         "refund": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "reason": "As agreed with both sides",
                     *       "version": 1,
                     *       "authors": [
                     *         {
                     *           "id": "usr_0199aa00c0de7000a000000000000042",
                     *           "name": "Asha (demo buyer)"
                     *         }
                     *       ],
                     *       "proposedAt": "2026-11-21T09:30:00.000Z",
                     *       "expiresAt": "2026-11-21T09:30:00.000Z",
                     *       "decidedBy": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "decidedAt": "2026-11-21T09:30:00.000Z",
                     *       "decisionReason": "demo",
                     *       "mayApprove": true,
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "obstacle": "demo"
                     *     }
                     */
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSignInProviders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "name": "google",
                     *           "label": "Google"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: {
                            name: string;
                            label: string;
                        }[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startProviderSignIn: {
        parameters: {
            query?: {
                /**
                 * @description A path inside our site to go on to.
                 * @example /en/orders
                 */
                next?: string;
            };
            header?: never;
            path: {
                /** @example google */
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Go on at the address in Location */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `SIGN_IN_PROVIDER_UNAVAILABLE` The provider does not answer · `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    finishProviderSignIn: {
        parameters: {
            query?: {
                code?: string;
                state?: string;
                iss?: string;
                error?: string;
                error_description?: string;
                error_uri?: string;
                scope?: string;
                session_state?: string;
                authuser?: string;
                hd?: string;
                prompt?: string;
                client_info?: string;
            };
            header?: never;
            path: {
                /** @example google */
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Go on at the address in Location */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSignInLinks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "provider": "demo",
                     *           "email": "asha@example.test",
                     *           "linkedAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SignInLink"][];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    linkSignInProvider: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The id of a challenge that was confirmed for this very request. */
                "Amana-Step-Up"?: string;
            };
            path: {
                /** @example google */
                provider: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "next": "/en/orders"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description A path inside our site to go on to.
                     * @example /en/orders
                     */
                    next?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "redirectTo": "demo"
                     *     }
                     */
                    "application/json": {
                        redirectTo: string;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed · `STEP_UP_REQUIRED` This needs a fresh confirmation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `SIGN_IN_PROVIDER_UNAVAILABLE` The provider does not answer · `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    unlinkSignInProvider: {
        parameters: {
            query?: never;
            header?: {
                /** @description The id of a challenge that was confirmed for this very request. */
                "Amana-Step-Up"?: string;
            };
            path: {
                /** @example google */
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed · `STEP_UP_REQUIRED` This needs a fresh confirmation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `LAST_WAY_IN` Nothing would be left to sign in with */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProducts: {
        parameters: {
            query?: {
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "prd_0199aa00c0de7000a000000000000042",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "description": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "price": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "seller": {
                     *             "id": "usr_0199aa00c0de7000a000000000000042",
                     *             "name": "Asha (demo buyer)"
                     *           },
                     *           "stock": 1,
                     *           "weightGrams": 1,
                     *           "dimensionsMm": {
                     *             "length": 1,
                     *             "width": 1,
                     *             "height": 1
                     *           },
                     *           "pictures": [
                     *             {
                     *               "url": "https://market.example.test/demo",
                     *               "alt": {
                     *                 "en": "Block-print cotton",
                     *                 "ar": "قطن مطبوع"
                     *               }
                     *             }
                     *           ],
                     *           "pickupPostcode": "demo"
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Product"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example prd_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "prd_0199aa00c0de7000a000000000000042",
                     *       "title": {
                     *         "en": "Block-print cotton",
                     *         "ar": "قطن مطبوع"
                     *       },
                     *       "description": {
                     *         "en": "Block-print cotton",
                     *         "ar": "قطن مطبوع"
                     *       },
                     *       "price": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "seller": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "stock": 1,
                     *       "weightGrams": 1,
                     *       "dimensionsMm": {
                     *         "length": 1,
                     *         "width": 1,
                     *         "height": 1
                     *       },
                     *       "pictures": [
                     *         {
                     *           "url": "https://market.example.test/demo",
                     *           "alt": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           }
                     *         }
                     *       ],
                     *       "pickupPostcode": "demo"
                     *     }
                     */
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCommissionRules: {
        parameters: {
            query?: {
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "version": 3,
                     *           "rules": [
                     *             {
                     *               "name": "gold",
                     *               "when": {
                     *                 "categories": [
                     *                   "gold"
                     *                 ],
                     *                 "sellerLevels": [
                     *                   "gold"
                     *                 ],
                     *                 "atLeast": [
                     *                   {
                     *                     "amount": 34800,
                     *                     "currency": "INR"
                     *                   }
                     *                 ],
                     *                 "atMost": [
                     *                   {
                     *                     "amount": 34800,
                     *                     "currency": "INR"
                     *                   }
                     *                 ],
                     *                 "from": "2026-11-21T09:30:00.000Z",
                     *                 "until": "2026-11-21T09:30:00.000Z"
                     *               },
                     *               "basisPoints": 300,
                     *               "base": "total",
                     *               "fixed": [
                     *                 {
                     *                   "amount": 34800,
                     *                   "currency": "INR"
                     *                 }
                     *               ],
                     *               "floor": [
                     *                 {
                     *                   "amount": 34800,
                     *                   "currency": "INR"
                     *                 }
                     *               ],
                     *               "cap": [
                     *                 {
                     *                   "amount": 34800,
                     *                   "currency": "INR"
                     *                 }
                     *               ],
                     *               "buyerShare": 0
                     *             }
                     *           ],
                     *           "reason": "As agreed with both sides",
                     *           "publishedBy": "usr_0199aa00c0de7000a000000000000042",
                     *           "publishedAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0",
                     *       "otherwise": {
                     *         "name": "gold",
                     *         "when": {
                     *           "categories": [
                     *             "gold"
                     *           ],
                     *           "sellerLevels": [
                     *             "gold"
                     *           ],
                     *           "atLeast": [
                     *             {
                     *               "amount": 34800,
                     *               "currency": "INR"
                     *             }
                     *           ],
                     *           "atMost": [
                     *             {
                     *               "amount": 34800,
                     *               "currency": "INR"
                     *             }
                     *           ],
                     *           "from": "2026-11-21T09:30:00.000Z",
                     *           "until": "2026-11-21T09:30:00.000Z"
                     *         },
                     *         "basisPoints": 300,
                     *         "base": "total",
                     *         "fixed": [
                     *           {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         ],
                     *         "floor": [
                     *           {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         ],
                     *         "cap": [
                     *           {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         ],
                     *         "buyerShare": 0
                     *       }
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["CommissionRules"][];
                        nextCursor: string | null;
                        otherwise: components["schemas"]["CommissionRule"];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishCommissionRules: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The id of a challenge that was confirmed for this very request. */
                "Amana-Step-Up"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "basedOn": 1,
                 *       "rules": [
                 *         {
                 *           "name": "gold",
                 *           "when": {
                 *             "categories": [
                 *               "gold"
                 *             ],
                 *             "sellerLevels": [
                 *               "gold"
                 *             ],
                 *             "atLeast": [
                 *               {
                 *                 "amount": 34800,
                 *                 "currency": "INR"
                 *               }
                 *             ],
                 *             "atMost": [
                 *               {
                 *                 "amount": 34800,
                 *                 "currency": "INR"
                 *               }
                 *             ],
                 *             "from": "2026-11-21T09:30:00.000Z",
                 *             "until": "2026-11-21T09:30:00.000Z"
                 *           },
                 *           "basisPoints": 300,
                 *           "base": "total",
                 *           "fixed": [
                 *             {
                 *               "amount": 34800,
                 *               "currency": "INR"
                 *             }
                 *           ],
                 *           "floor": [
                 *             {
                 *               "amount": 34800,
                 *               "currency": "INR"
                 *             }
                 *           ],
                 *           "cap": [
                 *             {
                 *               "amount": 34800,
                 *               "currency": "INR"
                 *             }
                 *           ],
                 *           "buyerShare": 0
                 *         }
                 *       ],
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    /** @description The version that was looked at; 0 for none. */
                    basedOn: number;
                    rules: components["schemas"]["CommissionRule"][];
                    /** @description Why: kept in the audit log. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 3,
                     *       "rules": [
                     *         {
                     *           "name": "gold",
                     *           "when": {
                     *             "categories": [
                     *               "gold"
                     *             ],
                     *             "sellerLevels": [
                     *               "gold"
                     *             ],
                     *             "atLeast": [
                     *               {
                     *                 "amount": 34800,
                     *                 "currency": "INR"
                     *               }
                     *             ],
                     *             "atMost": [
                     *               {
                     *                 "amount": 34800,
                     *                 "currency": "INR"
                     *               }
                     *             ],
                     *             "from": "2026-11-21T09:30:00.000Z",
                     *             "until": "2026-11-21T09:30:00.000Z"
                     *           },
                     *           "basisPoints": 300,
                     *           "base": "total",
                     *           "fixed": [
                     *             {
                     *               "amount": 34800,
                     *               "currency": "INR"
                     *             }
                     *           ],
                     *           "floor": [
                     *             {
                     *               "amount": 34800,
                     *               "currency": "INR"
                     *             }
                     *           ],
                     *           "cap": [
                     *             {
                     *               "amount": 34800,
                     *               "currency": "INR"
                     *             }
                     *           ],
                     *           "buyerShare": 0
                     *         }
                     *       ],
                     *       "reason": "As agreed with both sides",
                     *       "publishedBy": "usr_0199aa00c0de7000a000000000000042",
                     *       "publishedAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["CommissionRules"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed · `STEP_UP_REQUIRED` This needs a fresh confirmation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewCommissionRules: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "rules": [
                 *         {
                 *           "name": "gold",
                 *           "when": {
                 *             "categories": [
                 *               "gold"
                 *             ],
                 *             "sellerLevels": [
                 *               "gold"
                 *             ],
                 *             "atLeast": [
                 *               {
                 *                 "amount": 34800,
                 *                 "currency": "INR"
                 *               }
                 *             ],
                 *             "atMost": [
                 *               {
                 *                 "amount": 34800,
                 *                 "currency": "INR"
                 *               }
                 *             ],
                 *             "from": "2026-11-21T09:30:00.000Z",
                 *             "until": "2026-11-21T09:30:00.000Z"
                 *           },
                 *           "basisPoints": 300,
                 *           "base": "total",
                 *           "fixed": [
                 *             {
                 *               "amount": 34800,
                 *               "currency": "INR"
                 *             }
                 *           ],
                 *           "floor": [
                 *             {
                 *               "amount": 34800,
                 *               "currency": "INR"
                 *             }
                 *           ],
                 *           "cap": [
                 *             {
                 *               "amount": 34800,
                 *               "currency": "INR"
                 *             }
                 *           ],
                 *           "buyerShare": 0
                 *         }
                 *       ],
                 *       "sale": {
                 *         "price": {
                 *           "amount": 1,
                 *           "currency": "INR"
                 *         },
                 *         "quantity": 1,
                 *         "shipping": {
                 *           "amount": 1,
                 *           "currency": "INR"
                 *         },
                 *         "category": "gold",
                 *         "sellerLevel": "gold",
                 *         "at": "2026-11-21T09:30:00.000Z"
                 *       }
                 *     }
                 */
                "application/json": {
                    rules?: components["schemas"]["CommissionRule"][];
                    sale: {
                        price: {
                            amount: number;
                            /** @enum {string} */
                            currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
                        };
                        quantity?: number;
                        shipping?: {
                            amount: number;
                            /** @enum {string} */
                            currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
                        };
                        /** @example gold */
                        category?: string;
                        /** @example gold */
                        sellerLevel?: string;
                        /**
                         * Format: date-time
                         * @example 2026-11-21T09:30:00.000Z
                         */
                        at?: string;
                    };
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "goods": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "shipping": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "tax": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "buyerFee": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "total": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "commission": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "commissionTax": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "sellerReceives": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "taxes": [
                     *         {
                     *           "line": 1,
                     *           "code": "GST",
                     *           "basisPoints": 300,
                     *           "included": true,
                     *           "net": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "decidedBy": {
                     *         "version": 1,
                     *         "rule": "demo"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SaleTerms"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewCommission: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "price": {
                 *         "amount": 1,
                 *         "currency": "INR"
                 *       },
                 *       "quantity": 1,
                 *       "shipping": {
                 *         "amount": 1,
                 *         "currency": "INR"
                 *       },
                 *       "category": "gold"
                 *     }
                 */
                "application/json": {
                    price: {
                        amount: number;
                        /** @enum {string} */
                        currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
                    };
                    quantity?: number;
                    shipping?: {
                        amount: number;
                        /** @enum {string} */
                        currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
                    };
                    /** @example gold */
                    category?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "goods": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "shipping": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "tax": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "buyerFee": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "total": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "commission": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "commissionTax": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "sellerReceives": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "taxes": [
                     *         {
                     *           "line": 1,
                     *           "code": "GST",
                     *           "basisPoints": 300,
                     *           "included": true,
                     *           "net": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "decidedBy": {
                     *         "version": 1,
                     *         "rule": "demo"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SaleTerms"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSellerLevel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "userId": "usr_0199aa00c0de7000a000000000000042",
                     *       "level": "gold"
                     *     }
                     */
                    "application/json": components["schemas"]["SellerLevel"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setSellerLevel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "level": "gold",
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    /** @example gold */
                    level: string;
                    /** @description Why: kept in the audit log. */
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "userId": "usr_0199aa00c0de7000a000000000000042",
                     *       "level": "gold"
                     *     }
                     */
                    "application/json": components["schemas"]["SellerLevel"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description One status, or several with commas. */
                status?: string;
                escrow?: "pending" | "held" | "disputed" | "released" | "refunded" | "settled";
                /** @example 2026-11-21T09:30:00.000Z */
                from?: string;
                /** @example 2026-11-21T09:30:00.000Z */
                until?: string;
                currency?: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
                min?: number;
                max?: number;
                /** @description Words of the number, the titles in both languages, the names, the tracking number; of three signs or more also their beginnings. */
                q?: string;
                sort?: "-placedAt" | "placedAt" | "-total" | "total" | "dueAt";
                role?: "buyer" | "seller" | "any";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ord_0199aa00c0de7000a000000000000042",
                     *           "number": "ORD-2026-000001",
                     *           "status": "payment_pending",
                     *           "escrow": "pending",
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "counterparty": {
                     *             "id": "usr_0199aa00c0de7000a000000000000042",
                     *             "name": "Asha (demo buyer)"
                     *           },
                     *           "role": "buyer",
                     *           "nextDeadline": {
                     *             "kind": "payment",
                     *             "dueAt": "2026-11-21T09:30:00.000Z"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["OrderSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    placeOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "items": [
                 *         {
                 *           "productId": "prd_0199aa00c0de7000a000000000000042",
                 *           "quantity": 1
                 *         }
                 *       ],
                 *       "shippingAddress": {
                 *         "name": "Asha (demo buyer)",
                 *         "phone": "9000000001",
                 *         "line1": "14 Weavers Lane",
                 *         "line2": "Second floor",
                 *         "city": "Pune",
                 *         "postcode": "560001"
                 *       },
                 *       "quoteId": "quo_0199aa00c0de7000a000000000000042",
                 *       "courier": "demo"
                 *     }
                 */
                "application/json": {
                    items: {
                        /** @example prd_0199aa00c0de7000a000000000000042 */
                        productId: string;
                        quantity: number;
                    }[];
                    shippingAddress: components["schemas"]["ShippingAddress"];
                    /** @example quo_0199aa00c0de7000a000000000000042 */
                    quoteId: string;
                    courier: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ord_0199aa00c0de7000a000000000000042",
                     *       "number": "ORD-2026-000001",
                     *       "version": 1,
                     *       "status": "payment_pending",
                     *       "role": "buyer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "buyer": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "seller": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "items": [
                     *         {
                     *           "productId": "prd_0199aa00c0de7000a000000000000042",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "quantity": 1,
                     *           "unitPrice": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "amounts": {
                     *         "goods": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "shipping": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "tax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "buyerFee": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "total": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commission": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commissionTax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "sellerReceives": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "taxes": [
                     *         {
                     *           "line": 1,
                     *           "code": "GST",
                     *           "basisPoints": 300,
                     *           "included": true,
                     *           "net": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "commissionRule": {
                     *         "version": 1,
                     *         "rule": "demo"
                     *       },
                     *       "allotment": {
                     *         "refunded": {
                     *           "goods": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "shipping": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "buyerFee": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         },
                     *         "kept": {
                     *           "goods": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "shipping": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "buyerFee": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Asha (demo buyer)",
                     *         "phone": "9000000001",
                     *         "line1": "14 Weavers Lane",
                     *         "line2": "Second floor",
                     *         "city": "Pune",
                     *         "postcode": "560001"
                     *       },
                     *       "shippingOption": {
                     *         "courier": "demo",
                     *         "title": "demo",
                     *         "speed": "standard",
                     *         "price": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "expectedOn": "2026-11-21"
                     *       },
                     *       "escrow": {
                     *         "status": "pending",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "since": "2026-11-21T09:30:00.000Z",
                     *         "holder": "demo"
                     *       },
                     *       "payment": {
                     *         "id": "pay_0199aa00c0de7000a000000000000042",
                     *         "status": "opening",
                     *         "gateway": "demo",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "next": {
                     *           "kind": "redirect",
                     *           "url": "https://market.example.test/demo"
                     *         }
                     *       },
                     *       "shipment": {
                     *         "id": "shp_0199aa00c0de7000a000000000000042",
                     *         "status": "booking",
                     *         "trackingNumber": "demo",
                     *         "courierTitle": "demo",
                     *         "trackingUrl": "demo",
                     *         "hasLabel": true,
                     *         "problem": "demo"
                     *       },
                     *       "refund": {
                     *         "id": "ref_0199aa00c0de7000a000000000000042",
                     *         "status": "requested",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "reference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "payout": {
                     *         "id": "pout_0199aa00c0de7000a000000000000042",
                     *         "status": "waiting_for_bank_account",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "bankReference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "deadlines": [
                     *         {
                     *           "kind": "payment",
                     *           "dueAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "actions": [
                     *         "demo"
                     *       ],
                     *       "outlook": {
                     *         "turn": "buyer",
                     *         "next": {
                     *           "kind": "payment",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "to": "payment_pending",
                     *           "effect": "cancel",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "payee": "buyer"
                     *         }
                     *       },
                     *       "now": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `LISTING_UNAVAILABLE` The listing is not for sale · `INSUFFICIENT_INVENTORY` Not enough in stock · `QUOTE_EXPIRED` The shipping quote has expired */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request · `OWN_LISTING` This is your own listing · `INVALID_SHIPPING_ADDRESS` The shipping address cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ord_0199aa00c0de7000a000000000000042",
                     *       "number": "ORD-2026-000001",
                     *       "version": 1,
                     *       "status": "payment_pending",
                     *       "role": "buyer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "buyer": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "seller": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "items": [
                     *         {
                     *           "productId": "prd_0199aa00c0de7000a000000000000042",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "quantity": 1,
                     *           "unitPrice": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "amounts": {
                     *         "goods": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "shipping": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "tax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "buyerFee": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "total": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commission": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commissionTax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "sellerReceives": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "taxes": [
                     *         {
                     *           "line": 1,
                     *           "code": "GST",
                     *           "basisPoints": 300,
                     *           "included": true,
                     *           "net": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "commissionRule": {
                     *         "version": 1,
                     *         "rule": "demo"
                     *       },
                     *       "allotment": {
                     *         "refunded": {
                     *           "goods": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "shipping": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "buyerFee": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         },
                     *         "kept": {
                     *           "goods": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "shipping": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "buyerFee": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Asha (demo buyer)",
                     *         "phone": "9000000001",
                     *         "line1": "14 Weavers Lane",
                     *         "line2": "Second floor",
                     *         "city": "Pune",
                     *         "postcode": "560001"
                     *       },
                     *       "shippingOption": {
                     *         "courier": "demo",
                     *         "title": "demo",
                     *         "speed": "standard",
                     *         "price": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "expectedOn": "2026-11-21"
                     *       },
                     *       "escrow": {
                     *         "status": "pending",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "since": "2026-11-21T09:30:00.000Z",
                     *         "holder": "demo"
                     *       },
                     *       "payment": {
                     *         "id": "pay_0199aa00c0de7000a000000000000042",
                     *         "status": "opening",
                     *         "gateway": "demo",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "next": {
                     *           "kind": "redirect",
                     *           "url": "https://market.example.test/demo"
                     *         }
                     *       },
                     *       "shipment": {
                     *         "id": "shp_0199aa00c0de7000a000000000000042",
                     *         "status": "booking",
                     *         "trackingNumber": "demo",
                     *         "courierTitle": "demo",
                     *         "trackingUrl": "demo",
                     *         "hasLabel": true,
                     *         "problem": "demo"
                     *       },
                     *       "refund": {
                     *         "id": "ref_0199aa00c0de7000a000000000000042",
                     *         "status": "requested",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "reference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "payout": {
                     *         "id": "pout_0199aa00c0de7000a000000000000042",
                     *         "status": "waiting_for_bank_account",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "bankReference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "deadlines": [
                     *         {
                     *           "kind": "payment",
                     *           "dueAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "actions": [
                     *         "demo"
                     *       ],
                     *       "outlook": {
                     *         "turn": "buyer",
                     *         "next": {
                     *           "kind": "payment",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "to": "payment_pending",
                     *           "effect": "cancel",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "payee": "buyer"
                     *         }
                     *       },
                     *       "now": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderTimeline: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "seq": 1,
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "command": "demo",
                     *           "from": "payment_pending",
                     *           "to": "payment_pending",
                     *           "actor": "demo",
                     *           "reason": "As agreed with both sides"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: {
                            seq: number;
                            /**
                             * Format: date-time
                             * @example 2026-11-21T09:30:00.000Z
                             */
                            at: string;
                            command: string;
                            from: components["schemas"]["OrderStatus"] | null;
                            to: components["schemas"]["OrderStatus"];
                            actor: string;
                            reason: string | null;
                        }[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderTracking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "state": "label_created",
                     *           "text": "demo",
                     *           "location": "demo",
                     *           "scannedAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: {
                            /** @enum {string} */
                            state: "label_created" | "pickup_scheduled" | "out_for_pickup" | "picked_up" | "in_transit" | "out_for_delivery" | "delivered" | "delivery_failed" | "delayed" | "on_hold" | "returning" | "returned" | "lost" | "damaged" | "cancelled" | "unknown";
                            text: string;
                            location: string | null;
                            /**
                             * Format: date-time
                             * @example 2026-11-21T09:30:00.000Z
                             */
                            scannedAt: string;
                        }[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderLabel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Go on at the address in Location */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderStatement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "pst_0199aa00c0de7000a000000000000042",
                     *           "kind": "fund",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "entries": [
                     *             {
                     *               "account": "demo",
                     *               "amount": {
                     *                 "amount": 34800,
                     *                 "currency": "INR"
                     *               }
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "balanced": true,
                     *       "deal": "deal_0199aa00c0de7000a000000000000042"
                     *     }
                     */
                    "application/json": {
                        data: {
                            /** @example pst_0199aa00c0de7000a000000000000042 */
                            id: string;
                            /** @enum {string} */
                            kind: "fund" | "release" | "refund" | "refund_confirmed" | "refund_to_wallet" | "unmatched" | "unmatched_refund" | "payout" | "payout_confirmed" | "payout_failed" | "payout_returned" | "settle" | "chargeback" | "chargeback_reversed" | "fund_from_wallet" | "reserve_held" | "reserve_released" | "recovered" | "written_off" | "gateway_fee" | "settled" | "explained";
                            /**
                             * Format: date-time
                             * @example 2026-11-21T09:30:00.000Z
                             */
                            at: string;
                            entries: {
                                account: string;
                                amount: components["schemas"]["Money"];
                            }[];
                        }[];
                        balanced: boolean;
                        /** @example deal_0199aa00c0de7000a000000000000042 */
                        deal: string;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOrderStatementProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "version": 1,
                     *       "deal": "0199aa00-0199-0199-0199-0199aa00c0de",
                     *       "postings": [
                     *         {
                     *           "shard": 1,
                     *           "id": "0199aa00-0199-0199-0199-0199aa00c0de",
                     *           "number": 1,
                     *           "key": "demo",
                     *           "fingerprint": "demo",
                     *           "kind": "demo",
                     *           "deal": "0199aa00-0199-0199-0199-0199aa00c0de",
                     *           "at": 1,
                     *           "hidden": "",
                     *           "entries": [
                     *             {
                     *               "code": "demo",
                     *               "currency": "demo",
                     *               "amount": 1
                     *             }
                     *           ],
                     *           "inclusion": {
                     *             "block": 1,
                     *             "index": 1,
                     *             "path": [
                     *               "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042"
                     *             ]
                     *           }
                     *         }
                     *       ],
                     *       "blocks": [
                     *         {
                     *           "chain": "ledger",
                     *           "number": 1,
                     *           "first": 1,
                     *           "last": 1,
                     *           "count": 1,
                     *           "root": "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042",
                     *           "previous": "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042",
                     *           "sealedAt": 1,
                     *           "key": "0199aa00c0de7000",
                     *           "saltHash": "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042",
                     *           "hash": "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042",
                     *           "signature": "0199aa00c0de7000a0000000000000420199aa00c0de7000a0000000000000420199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042"
                     *         }
                     *       ],
                     *       "keys": {}
                     *     }
                     */
                    "application/json": components["schemas"]["DealStatement"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAllOrders: {
        parameters: {
            query?: {
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @description One status, or several with commas. */
                status?: string;
                escrow?: "pending" | "held" | "disputed" | "released" | "refunded" | "settled";
                /** @example 2026-11-21T09:30:00.000Z */
                from?: string;
                /** @example 2026-11-21T09:30:00.000Z */
                until?: string;
                currency?: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
                min?: number;
                max?: number;
                /** @description Words of the number, the titles in both languages, the names, the tracking number; of three signs or more also their beginnings. */
                q?: string;
                sort?: "-placedAt" | "placedAt" | "-total" | "total" | "dueAt";
                /** @example usr_0199aa00c0de7000a000000000000042 */
                buyer?: string;
                /** @example usr_0199aa00c0de7000a000000000000042 */
                seller?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ord_0199aa00c0de7000a000000000000042",
                     *           "number": "ORD-2026-000001",
                     *           "status": "payment_pending",
                     *           "escrow": "pending",
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "nextDeadline": {
                     *             "kind": "payment",
                     *             "dueAt": "2026-11-21T09:30:00.000Z"
                     *           },
                     *           "buyer": {
                     *             "id": "usr_0199aa00c0de7000a000000000000042",
                     *             "name": "Asha (demo buyer)"
                     *           },
                     *           "seller": {
                     *             "id": "usr_0199aa00c0de7000a000000000000042",
                     *             "name": "Asha (demo buyer)"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["StaffOrderSummary"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startPayment: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "locale": "en",
                 *       "method": "gateway"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    locale?: "en" | "ar";
                    /** @enum {string} */
                    method?: "gateway" | "wallet";
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "pay_0199aa00c0de7000a000000000000042",
                     *       "status": "opening",
                     *       "gateway": "demo",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "next": {
                     *         "kind": "redirect",
                     *         "url": "https://market.example.test/demo"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `INSUFFICIENT_BALANCE` The wallet does not hold as much */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PAYMENT_GATEWAY_UNAVAILABLE` The payment gateway does not answer · `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPayment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example pay_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "pay_0199aa00c0de7000a000000000000042",
                     *       "status": "opening",
                     *       "gateway": "demo",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "next": {
                     *         "kind": "redirect",
                     *         "url": "https://market.example.test/demo"
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Payment"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ord_0199aa00c0de7000a000000000000042",
                     *       "number": "ORD-2026-000001",
                     *       "version": 1,
                     *       "status": "payment_pending",
                     *       "role": "buyer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "buyer": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "seller": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "items": [
                     *         {
                     *           "productId": "prd_0199aa00c0de7000a000000000000042",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "quantity": 1,
                     *           "unitPrice": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "amounts": {
                     *         "goods": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "shipping": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "tax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "buyerFee": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "total": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commission": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commissionTax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "sellerReceives": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "taxes": [
                     *         {
                     *           "line": 1,
                     *           "code": "GST",
                     *           "basisPoints": 300,
                     *           "included": true,
                     *           "net": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "commissionRule": {
                     *         "version": 1,
                     *         "rule": "demo"
                     *       },
                     *       "allotment": {
                     *         "refunded": {
                     *           "goods": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "shipping": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "buyerFee": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         },
                     *         "kept": {
                     *           "goods": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "shipping": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "buyerFee": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Asha (demo buyer)",
                     *         "phone": "9000000001",
                     *         "line1": "14 Weavers Lane",
                     *         "line2": "Second floor",
                     *         "city": "Pune",
                     *         "postcode": "560001"
                     *       },
                     *       "shippingOption": {
                     *         "courier": "demo",
                     *         "title": "demo",
                     *         "speed": "standard",
                     *         "price": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "expectedOn": "2026-11-21"
                     *       },
                     *       "escrow": {
                     *         "status": "pending",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "since": "2026-11-21T09:30:00.000Z",
                     *         "holder": "demo"
                     *       },
                     *       "payment": {
                     *         "id": "pay_0199aa00c0de7000a000000000000042",
                     *         "status": "opening",
                     *         "gateway": "demo",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "next": {
                     *           "kind": "redirect",
                     *           "url": "https://market.example.test/demo"
                     *         }
                     *       },
                     *       "shipment": {
                     *         "id": "shp_0199aa00c0de7000a000000000000042",
                     *         "status": "booking",
                     *         "trackingNumber": "demo",
                     *         "courierTitle": "demo",
                     *         "trackingUrl": "demo",
                     *         "hasLabel": true,
                     *         "problem": "demo"
                     *       },
                     *       "refund": {
                     *         "id": "ref_0199aa00c0de7000a000000000000042",
                     *         "status": "requested",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "reference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "payout": {
                     *         "id": "pout_0199aa00c0de7000a000000000000042",
                     *         "status": "waiting_for_bank_account",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "bankReference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "deadlines": [
                     *         {
                     *           "kind": "payment",
                     *           "dueAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "actions": [
                     *         "demo"
                     *       ],
                     *       "outlook": {
                     *         "turn": "buyer",
                     *         "next": {
                     *           "kind": "payment",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "to": "payment_pending",
                     *           "effect": "cancel",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "payee": "buyer"
                     *         }
                     *       },
                     *       "now": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ord_0199aa00c0de7000a000000000000042",
                     *       "number": "ORD-2026-000001",
                     *       "version": 1,
                     *       "status": "payment_pending",
                     *       "role": "buyer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "buyer": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "seller": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "items": [
                     *         {
                     *           "productId": "prd_0199aa00c0de7000a000000000000042",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "quantity": 1,
                     *           "unitPrice": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "amounts": {
                     *         "goods": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "shipping": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "tax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "buyerFee": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "total": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commission": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commissionTax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "sellerReceives": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "taxes": [
                     *         {
                     *           "line": 1,
                     *           "code": "GST",
                     *           "basisPoints": 300,
                     *           "included": true,
                     *           "net": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "commissionRule": {
                     *         "version": 1,
                     *         "rule": "demo"
                     *       },
                     *       "allotment": {
                     *         "refunded": {
                     *           "goods": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "shipping": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "buyerFee": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         },
                     *         "kept": {
                     *           "goods": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "shipping": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "buyerFee": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Asha (demo buyer)",
                     *         "phone": "9000000001",
                     *         "line1": "14 Weavers Lane",
                     *         "line2": "Second floor",
                     *         "city": "Pune",
                     *         "postcode": "560001"
                     *       },
                     *       "shippingOption": {
                     *         "courier": "demo",
                     *         "title": "demo",
                     *         "speed": "standard",
                     *         "price": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "expectedOn": "2026-11-21"
                     *       },
                     *       "escrow": {
                     *         "status": "pending",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "since": "2026-11-21T09:30:00.000Z",
                     *         "holder": "demo"
                     *       },
                     *       "payment": {
                     *         "id": "pay_0199aa00c0de7000a000000000000042",
                     *         "status": "opening",
                     *         "gateway": "demo",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "next": {
                     *           "kind": "redirect",
                     *           "url": "https://market.example.test/demo"
                     *         }
                     *       },
                     *       "shipment": {
                     *         "id": "shp_0199aa00c0de7000a000000000000042",
                     *         "status": "booking",
                     *         "trackingNumber": "demo",
                     *         "courierTitle": "demo",
                     *         "trackingUrl": "demo",
                     *         "hasLabel": true,
                     *         "problem": "demo"
                     *       },
                     *       "refund": {
                     *         "id": "ref_0199aa00c0de7000a000000000000042",
                     *         "status": "requested",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "reference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "payout": {
                     *         "id": "pout_0199aa00c0de7000a000000000000042",
                     *         "status": "waiting_for_bank_account",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "bankReference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "deadlines": [
                     *         {
                     *           "kind": "payment",
                     *           "dueAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "actions": [
                     *         "demo"
                     *       ],
                     *       "outlook": {
                     *         "turn": "buyer",
                     *         "next": {
                     *           "kind": "payment",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "to": "payment_pending",
                     *           "effect": "cancel",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "payee": "buyer"
                     *         }
                     *       },
                     *       "now": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setOrderStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "status": "processing"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    status: "processing" | "ready_to_ship";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ord_0199aa00c0de7000a000000000000042",
                     *       "number": "ORD-2026-000001",
                     *       "version": 1,
                     *       "status": "payment_pending",
                     *       "role": "buyer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "buyer": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "seller": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "items": [
                     *         {
                     *           "productId": "prd_0199aa00c0de7000a000000000000042",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "quantity": 1,
                     *           "unitPrice": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "amounts": {
                     *         "goods": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "shipping": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "tax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "buyerFee": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "total": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commission": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commissionTax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "sellerReceives": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "taxes": [
                     *         {
                     *           "line": 1,
                     *           "code": "GST",
                     *           "basisPoints": 300,
                     *           "included": true,
                     *           "net": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "commissionRule": {
                     *         "version": 1,
                     *         "rule": "demo"
                     *       },
                     *       "allotment": {
                     *         "refunded": {
                     *           "goods": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "shipping": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "buyerFee": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         },
                     *         "kept": {
                     *           "goods": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "shipping": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "buyerFee": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Asha (demo buyer)",
                     *         "phone": "9000000001",
                     *         "line1": "14 Weavers Lane",
                     *         "line2": "Second floor",
                     *         "city": "Pune",
                     *         "postcode": "560001"
                     *       },
                     *       "shippingOption": {
                     *         "courier": "demo",
                     *         "title": "demo",
                     *         "speed": "standard",
                     *         "price": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "expectedOn": "2026-11-21"
                     *       },
                     *       "escrow": {
                     *         "status": "pending",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "since": "2026-11-21T09:30:00.000Z",
                     *         "holder": "demo"
                     *       },
                     *       "payment": {
                     *         "id": "pay_0199aa00c0de7000a000000000000042",
                     *         "status": "opening",
                     *         "gateway": "demo",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "next": {
                     *           "kind": "redirect",
                     *           "url": "https://market.example.test/demo"
                     *         }
                     *       },
                     *       "shipment": {
                     *         "id": "shp_0199aa00c0de7000a000000000000042",
                     *         "status": "booking",
                     *         "trackingNumber": "demo",
                     *         "courierTitle": "demo",
                     *         "trackingUrl": "demo",
                     *         "hasLabel": true,
                     *         "problem": "demo"
                     *       },
                     *       "refund": {
                     *         "id": "ref_0199aa00c0de7000a000000000000042",
                     *         "status": "requested",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "reference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "payout": {
                     *         "id": "pout_0199aa00c0de7000a000000000000042",
                     *         "status": "waiting_for_bank_account",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "bankReference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "deadlines": [
                     *         {
                     *           "kind": "payment",
                     *           "dueAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "actions": [
                     *         "demo"
                     *       ],
                     *       "outlook": {
                     *         "turn": "buyer",
                     *         "next": {
                     *           "kind": "payment",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "to": "payment_pending",
                     *           "effect": "cancel",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "payee": "buyer"
                     *         }
                     *       },
                     *       "now": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dispatchOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "courier": "demo"
                 *     }
                 */
                "application/json": {
                    courier?: string;
                };
            };
        };
        responses: {
            /** @description Taken on; it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ord_0199aa00c0de7000a000000000000042",
                     *       "number": "ORD-2026-000001",
                     *       "version": 1,
                     *       "status": "payment_pending",
                     *       "role": "buyer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "buyer": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "seller": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "items": [
                     *         {
                     *           "productId": "prd_0199aa00c0de7000a000000000000042",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "quantity": 1,
                     *           "unitPrice": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "amounts": {
                     *         "goods": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "shipping": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "tax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "buyerFee": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "total": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commission": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commissionTax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "sellerReceives": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "taxes": [
                     *         {
                     *           "line": 1,
                     *           "code": "GST",
                     *           "basisPoints": 300,
                     *           "included": true,
                     *           "net": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "commissionRule": {
                     *         "version": 1,
                     *         "rule": "demo"
                     *       },
                     *       "allotment": {
                     *         "refunded": {
                     *           "goods": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "shipping": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "buyerFee": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         },
                     *         "kept": {
                     *           "goods": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "shipping": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "buyerFee": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Asha (demo buyer)",
                     *         "phone": "9000000001",
                     *         "line1": "14 Weavers Lane",
                     *         "line2": "Second floor",
                     *         "city": "Pune",
                     *         "postcode": "560001"
                     *       },
                     *       "shippingOption": {
                     *         "courier": "demo",
                     *         "title": "demo",
                     *         "speed": "standard",
                     *         "price": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "expectedOn": "2026-11-21"
                     *       },
                     *       "escrow": {
                     *         "status": "pending",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "since": "2026-11-21T09:30:00.000Z",
                     *         "holder": "demo"
                     *       },
                     *       "payment": {
                     *         "id": "pay_0199aa00c0de7000a000000000000042",
                     *         "status": "opening",
                     *         "gateway": "demo",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "next": {
                     *           "kind": "redirect",
                     *           "url": "https://market.example.test/demo"
                     *         }
                     *       },
                     *       "shipment": {
                     *         "id": "shp_0199aa00c0de7000a000000000000042",
                     *         "status": "booking",
                     *         "trackingNumber": "demo",
                     *         "courierTitle": "demo",
                     *         "trackingUrl": "demo",
                     *         "hasLabel": true,
                     *         "problem": "demo"
                     *       },
                     *       "refund": {
                     *         "id": "ref_0199aa00c0de7000a000000000000042",
                     *         "status": "requested",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "reference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "payout": {
                     *         "id": "pout_0199aa00c0de7000a000000000000042",
                     *         "status": "waiting_for_bank_account",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "bankReference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "deadlines": [
                     *         {
                     *           "kind": "payment",
                     *           "dueAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "actions": [
                     *         "demo"
                     *       ],
                     *       "outlook": {
                     *         "turn": "buyer",
                     *         "next": {
                     *           "kind": "payment",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "to": "payment_pending",
                     *           "effect": "cancel",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "payee": "buyer"
                     *         }
                     *       },
                     *       "now": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request · `INVALID_SHIPPING_ADDRESS` The shipping address cannot be used */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "ord_0199aa00c0de7000a000000000000042",
                     *       "number": "ORD-2026-000001",
                     *       "version": 1,
                     *       "status": "payment_pending",
                     *       "role": "buyer",
                     *       "createdAt": "2026-11-21T09:30:00.000Z",
                     *       "buyer": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "seller": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "items": [
                     *         {
                     *           "productId": "prd_0199aa00c0de7000a000000000000042",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "quantity": 1,
                     *           "unitPrice": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "amounts": {
                     *         "goods": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "shipping": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "tax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "buyerFee": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "total": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commission": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "commissionTax": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "sellerReceives": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "taxes": [
                     *         {
                     *           "line": 1,
                     *           "code": "GST",
                     *           "basisPoints": 300,
                     *           "included": true,
                     *           "net": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "commissionRule": {
                     *         "version": 1,
                     *         "rule": "demo"
                     *       },
                     *       "allotment": {
                     *         "refunded": {
                     *           "goods": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "shipping": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "buyerFee": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         },
                     *         "kept": {
                     *           "goods": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "shipping": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "buyerFee": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       },
                     *       "shippingAddress": {
                     *         "name": "Asha (demo buyer)",
                     *         "phone": "9000000001",
                     *         "line1": "14 Weavers Lane",
                     *         "line2": "Second floor",
                     *         "city": "Pune",
                     *         "postcode": "560001"
                     *       },
                     *       "shippingOption": {
                     *         "courier": "demo",
                     *         "title": "demo",
                     *         "speed": "standard",
                     *         "price": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "expectedOn": "2026-11-21"
                     *       },
                     *       "escrow": {
                     *         "status": "pending",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "since": "2026-11-21T09:30:00.000Z",
                     *         "holder": "demo"
                     *       },
                     *       "payment": {
                     *         "id": "pay_0199aa00c0de7000a000000000000042",
                     *         "status": "opening",
                     *         "gateway": "demo",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "next": {
                     *           "kind": "redirect",
                     *           "url": "https://market.example.test/demo"
                     *         }
                     *       },
                     *       "shipment": {
                     *         "id": "shp_0199aa00c0de7000a000000000000042",
                     *         "status": "booking",
                     *         "trackingNumber": "demo",
                     *         "courierTitle": "demo",
                     *         "trackingUrl": "demo",
                     *         "hasLabel": true,
                     *         "problem": "demo"
                     *       },
                     *       "refund": {
                     *         "id": "ref_0199aa00c0de7000a000000000000042",
                     *         "status": "requested",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "reference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "payout": {
                     *         "id": "pout_0199aa00c0de7000a000000000000042",
                     *         "status": "waiting_for_bank_account",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "bankReference": "demo",
                     *         "updatedAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "deadlines": [
                     *         {
                     *           "kind": "payment",
                     *           "dueAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "actions": [
                     *         "demo"
                     *       ],
                     *       "outlook": {
                     *         "turn": "buyer",
                     *         "next": {
                     *           "kind": "payment",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "to": "payment_pending",
                     *           "effect": "cancel",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "payee": "buyer"
                     *         }
                     *       },
                     *       "now": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["Order"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getShippingRates: {
        parameters: {
            query: {
                /** @example prd_0199aa00c0de7000a000000000000042 */
                productId: string;
                quantity: number;
                /** @example 560001 */
                postcode: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "quoteId": "quo_0199aa00c0de7000a000000000000042",
                     *       "expiresAt": "2026-11-21T09:30:00.000Z",
                     *       "options": [
                     *         {
                     *           "courier": "demo",
                     *           "title": "demo",
                     *           "speed": "standard",
                     *           "price": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "expectedOn": "2026-11-21",
                     *           "tax": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "buyerFee": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["ShippingRates"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `OWN_LISTING` This is your own listing · `SHIPPING_NOT_AVAILABLE` Nobody ships this there */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `CARRIER_UNAVAILABLE` The carrier does not answer · `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPendingOrders: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ord_0199aa00c0de7000a000000000000042",
                     *           "number": "ORD-2026-000001",
                     *           "status": "payment_pending",
                     *           "escrow": "pending",
                     *           "createdAt": "2026-11-21T09:30:00.000Z",
                     *           "title": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "pictureUrl": "demo",
                     *           "total": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "counterparty": {
                     *             "id": "usr_0199aa00c0de7000a000000000000042",
                     *             "name": "Asha (demo buyer)"
                     *           },
                     *           "role": "buyer",
                     *           "nextDeadline": {
                     *             "kind": "payment",
                     *             "dueAt": "2026-11-21T09:30:00.000Z"
                     *           },
                     *           "dueAt": "2026-11-21T09:30:00.000Z",
                     *           "urgency": "overdue"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["PendingOrder"][];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSellerPayouts: {
        parameters: {
            query?: {
                state?: "pending" | "in_flight" | "paid";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "pout_0199aa00c0de7000a000000000000042",
                     *           "orderId": "ord_0199aa00c0de7000a000000000000042",
                     *           "orderNumber": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "status": "held",
                     *           "dueAt": "2026-11-21T09:30:00.000Z",
                     *           "bankReference": "demo"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["SellerPayout"][];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewDecision: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "decision": "release",
                 *       "refund": {
                 *         "amount": 34800,
                 *         "currency": "INR"
                 *       },
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    decision: "release" | "refund" | "settle";
                    refund?: components["schemas"]["Money"];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "needsApproval": true
                     *     }
                     */
                    "application/json": {
                        entries: {
                            account: string;
                            amount: components["schemas"]["Money"];
                        }[];
                        needsApproval: boolean;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideOrder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ord_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "decision": "release",
                 *       "refund": {
                 *         "amount": 34800,
                 *         "currency": "INR"
                 *       },
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    decision: "release" | "refund" | "settle";
                    refund?: components["schemas"]["Money"];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        entries: {
                            account: string;
                            amount: components["schemas"]["Money"];
                        }[];
                    };
                };
            };
            /** @description Taken on; it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "apr_0199aa00c0de7000a000000000000042",
                     *       "kind": "order_decision",
                     *       "status": "waiting",
                     *       "subject": "demo",
                     *       "dealId": "deal_0199aa00c0de7000a000000000000042",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "content": {
                     *         "decision": "release",
                     *         "refund": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "reason": "As agreed with both sides",
                     *       "version": 1,
                     *       "authors": [
                     *         {
                     *           "id": "usr_0199aa00c0de7000a000000000000042",
                     *           "name": "Asha (demo buyer)"
                     *         }
                     *       ],
                     *       "proposedAt": "2026-11-21T09:30:00.000Z",
                     *       "expiresAt": "2026-11-21T09:30:00.000Z",
                     *       "decidedBy": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "decidedAt": "2026-11-21T09:30:00.000Z",
                     *       "decisionReason": "demo",
                     *       "mayApprove": true,
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "obstacle": "demo"
                     *     }
                     */
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWallet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "currency": "INR",
                     *           "balance": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "available": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "reserved": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "owed": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "waiting": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "onTheWay": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["WalletBalance"][];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWalletEntries: {
        parameters: {
            query: {
                currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
                account?: "wallet" | "reserve" | "receivable";
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "pst_0199aa00c0de7000a000000000000042",
                     *           "kind": "demo",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "dealId": "deal_0199aa00c0de7000a000000000000042",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "balanceAfter": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["WalletEntry"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWalletStatement: {
        parameters: {
            query: {
                currency: "INR" | "SAR" | "AED" | "USD" | "EUR" | "JPY" | "KWD" | "BHD" | "USDC" | "USDT";
                /** @example 2026-11-21T09:30:00.000Z */
                from: string;
                /** @example 2026-11-21T09:30:00.000Z */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "from": "2026-11-21T09:30:00.000Z",
                     *       "to": "2026-11-21T09:30:00.000Z",
                     *       "currency": "INR",
                     *       "accounts": [
                     *         {
                     *           "account": "wallet",
                     *           "opening": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "entries": [
                     *             {
                     *               "id": "pst_0199aa00c0de7000a000000000000042",
                     *               "kind": "demo",
                     *               "at": "2026-11-21T09:30:00.000Z",
                     *               "dealId": "deal_0199aa00c0de7000a000000000000042",
                     *               "amount": {
                     *                 "amount": 34800,
                     *                 "currency": "INR"
                     *               },
                     *               "balanceAfter": {
                     *                 "amount": 34800,
                     *                 "currency": "INR"
                     *               }
                     *             }
                     *           ],
                     *           "closing": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WalletStatement"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBankAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "bank_0199aa00c0de7000a000000000000042",
                     *           "holderName": "Asha Demo",
                     *           "last4": "demo",
                     *           "ifsc": "HDFC0000001",
                     *           "kind": "savings",
                     *           "status": "pending",
                     *           "primary": true,
                     *           "usableFrom": "2026-11-21T09:30:00.000Z",
                     *           "blockedReason": "demo"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["BankAccount"][];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addBankAccount: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The id of a challenge that was confirmed for this very request. */
                "Amana-Step-Up"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "holderName": "Asha Demo",
                 *       "accountNumber": "1234567890",
                 *       "ifsc": "YESB0000262",
                 *       "kind": "savings"
                 *     }
                 */
                "application/json": {
                    /** @description As the bank writes it: Latin letters and spaces */
                    holderName: string;
                    accountNumber: string;
                    /**
                     * @description Indian Financial System Code
                     * @example YESB0000262
                     */
                    ifsc: string;
                    /** @enum {string} */
                    kind: "savings" | "current";
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "bank_0199aa00c0de7000a000000000000042",
                     *       "holderName": "Asha Demo",
                     *       "last4": "demo",
                     *       "ifsc": "HDFC0000001",
                     *       "kind": "savings",
                     *       "status": "pending",
                     *       "primary": true,
                     *       "usableFrom": "2026-11-21T09:30:00.000Z",
                     *       "blockedReason": "demo"
                     *     }
                     */
                    "application/json": components["schemas"]["BankAccount"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed · `STEP_UP_REQUIRED` This needs a fresh confirmation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `BANK_ACCOUNT_EXISTS` This bank account is on your list already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyBankAccountAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The id of a challenge that was confirmed for this very request. */
                "Amana-Step-Up"?: string;
            };
            path: {
                /** @example bank_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "bank_0199aa00c0de7000a000000000000042",
                     *       "holderName": "Asha Demo",
                     *       "last4": "demo",
                     *       "ifsc": "HDFC0000001",
                     *       "kind": "savings",
                     *       "status": "pending",
                     *       "primary": true,
                     *       "usableFrom": "2026-11-21T09:30:00.000Z",
                     *       "blockedReason": "demo"
                     *     }
                     */
                    "application/json": components["schemas"]["BankAccount"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed · `STEP_UP_REQUIRED` This needs a fresh confirmation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `BANK_ACCOUNT_EXISTS` This bank account is on your list already */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPayoutSchedule: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "automatic",
                     *       "hour": 1,
                     *       "weekday": 1,
                     *       "timeZone": "Asia/Kolkata",
                     *       "minimum": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "shares": [
                     *         {
                     *           "bankAccountId": "bank_0199aa00c0de7000a000000000000042",
                     *           "basisPoints": 1
                     *         }
                     *       ],
                     *       "nextAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PayoutSchedule"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPayoutSchedule: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The id of a challenge that was confirmed for this very request. */
                "Amana-Step-Up"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description `automatic`: with each release; `manual`: when I withdraw; `daily` and `weekly`: gathered, at an hour, from a minimum on. `shares` null: all to one account. */
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "kind": "automatic",
                 *       "hour": 1,
                 *       "weekday": 1,
                 *       "timeZone": "Asia/Kolkata",
                 *       "minimum": {
                 *         "amount": 34800,
                 *         "currency": "INR"
                 *       },
                 *       "shares": [
                 *         {
                 *           "bankAccountId": "bank_0199aa00c0de7000a000000000000042",
                 *           "basisPoints": 1
                 *         }
                 *       ]
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    kind: "automatic" | "manual" | "daily" | "weekly";
                    hour: number | null;
                    weekday: number | null;
                    timeZone: string | null;
                    minimum: components["schemas"]["Money"] | null;
                    shares: {
                        /** @example bank_0199aa00c0de7000a000000000000042 */
                        bankAccountId: string;
                        basisPoints: number;
                    }[] | null;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "kind": "automatic",
                     *       "hour": 1,
                     *       "weekday": 1,
                     *       "timeZone": "Asia/Kolkata",
                     *       "minimum": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "shares": [
                     *         {
                     *           "bankAccountId": "bank_0199aa00c0de7000a000000000000042",
                     *           "basisPoints": 1
                     *         }
                     *       ],
                     *       "nextAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["PayoutSchedule"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed · `STEP_UP_REQUIRED` This needs a fresh confirmation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewWithdrawal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "amount": 34800,
                 *         "currency": "INR"
                 *       },
                 *       "bankAccountId": "bank_0199aa00c0de7000a000000000000042"
                 *     }
                 */
                "application/json": {
                    amount: components["schemas"]["Money"];
                    /** @example bank_0199aa00c0de7000a000000000000042 */
                    bankAccountId?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "waiting_for_bank_account",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "bankAccountId": "bank_0199aa00c0de7000a000000000000042",
                     *       "wallet": {
                     *         "balance": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "available": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "owed": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "waiting": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawalPlan"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `INSUFFICIENT_BALANCE` The wallet does not hold as much · `WITHDRAWAL_LIMIT` More than may be withdrawn in a day · `BANK_ACCOUNT_REQUIRED` A bank account is needed first · `BANK_ACCOUNT_ON_HOLD` The bank account was changed a short while ago */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWithdrawals: {
        parameters: {
            query?: {
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "pout_0199aa00c0de7000a000000000000042",
                     *           "kind": "release",
                     *           "status": "waiting_for_bank_account",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "bankAccountId": "bank_0199aa00c0de7000a000000000000042",
                     *           "bankReference": "demo",
                     *           "requestedAt": "2026-11-21T09:30:00.000Z",
                     *           "updatedAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Withdrawal"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The id of a challenge that was confirmed for this very request. */
                "Amana-Step-Up"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "amount": {
                 *         "amount": 34800,
                 *         "currency": "INR"
                 *       },
                 *       "bankAccountId": "bank_0199aa00c0de7000a000000000000042"
                 *     }
                 */
                "application/json": {
                    amount: components["schemas"]["Money"];
                    /** @example bank_0199aa00c0de7000a000000000000042 */
                    bankAccountId?: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "waiting_for_bank_account",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "bankAccountId": "bank_0199aa00c0de7000a000000000000042",
                     *       "wallet": {
                     *         "balance": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "available": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "owed": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "waiting": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "id": "pout_0199aa00c0de7000a000000000000042"
                     *     }
                     */
                    "application/json": components["schemas"]["WithdrawalMade"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed · `STEP_UP_REQUIRED` This needs a fresh confirmation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `INSUFFICIENT_BALANCE` The wallet does not hold as much · `WITHDRAWAL_LIMIT` More than may be withdrawn in a day · `BANK_ACCOUNT_REQUIRED` A bank account is needed first · `BANK_ACCOUNT_ON_HOLD` The bank account was changed a short while ago */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTroubledPayouts: {
        parameters: {
            query?: {
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                group?: "came_back" | "waiting" | "on_the_way";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "pout_0199aa00c0de7000a000000000000042",
                     *           "kind": "release",
                     *           "status": "waiting_for_bank_account",
                     *           "userId": "usr_0199aa00c0de7000a000000000000042",
                     *           "userName": "demo",
                     *           "dealId": "deal_0199aa00c0de7000a000000000000042",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "bankAccountId": "bank_0199aa00c0de7000a000000000000042",
                     *           "reason": "As agreed with both sides",
                     *           "tries": 1,
                     *           "requestedAt": "2026-11-21T09:30:00.000Z",
                     *           "updatedAt": "2026-11-21T09:30:00.000Z",
                     *           "nextLookAt": "2026-11-21T09:30:00.000Z",
                     *           "lastError": "demo",
                     *           "sendAgain": "offered"
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["TroubledPayout"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewSendPayoutAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example pout_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "status": "requested",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "bankAccount": {
                     *         "id": "bank_0199aa00c0de7000a000000000000042",
                     *         "holderName": "Asha Demo",
                     *         "last4": "demo"
                     *       },
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PayoutSentAgainPlan"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `BANK_ACCOUNT_REQUIRED` A bank account is needed first · `BANK_ACCOUNT_ON_HOLD` The bank account was changed a short while ago · `INSUFFICIENT_BALANCE` The wallet does not hold as much */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendPayoutAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example pout_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "payoutId": "pout_0199aa00c0de7000a000000000000042",
                     *       "status": "requested",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "bankAccount": {
                     *         "id": "bank_0199aa00c0de7000a000000000000042",
                     *         "holderName": "Asha Demo",
                     *         "last4": "demo"
                     *       },
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["PayoutSentAgain"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `BANK_ACCOUNT_REQUIRED` A bank account is needed first · `BANK_ACCOUNT_ON_HOLD` The bank account was changed a short while ago · `INSUFFICIENT_BALANCE` The wallet does not hold as much */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDebts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "userId": "usr_0199aa00c0de7000a000000000000042",
                     *           "userName": "demo",
                     *           "owed": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Debt"][];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewAskWriteOff: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "userId": "usr_0199aa00c0de7000a000000000000042",
                 *       "amount": {
                 *         "amount": 34800,
                 *         "currency": "INR"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @example usr_0199aa00c0de7000a000000000000042 */
                    userId: string;
                    amount: components["schemas"]["Money"];
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        entries: {
                            account: string;
                            amount: components["schemas"]["Money"];
                        }[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askWriteOff: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "userId": "usr_0199aa00c0de7000a000000000000042",
                 *       "amount": {
                 *         "amount": 34800,
                 *         "currency": "INR"
                 *       },
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    /** @example usr_0199aa00c0de7000a000000000000042 */
                    userId: string;
                    amount: components["schemas"]["Money"];
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Taken on; it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "apr_0199aa00c0de7000a000000000000042",
                     *       "kind": "order_decision",
                     *       "status": "waiting",
                     *       "subject": "demo",
                     *       "dealId": "deal_0199aa00c0de7000a000000000000042",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "content": {
                     *         "decision": "release",
                     *         "refund": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "reason": "As agreed with both sides",
                     *       "version": 1,
                     *       "authors": [
                     *         {
                     *           "id": "usr_0199aa00c0de7000a000000000000042",
                     *           "name": "Asha (demo buyer)"
                     *         }
                     *       ],
                     *       "proposedAt": "2026-11-21T09:30:00.000Z",
                     *       "expiresAt": "2026-11-21T09:30:00.000Z",
                     *       "decidedBy": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "decidedAt": "2026-11-21T09:30:00.000Z",
                     *       "decisionReason": "demo",
                     *       "mayApprove": true,
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "obstacle": "demo"
                     *     }
                     */
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receivePayoutWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `WEBHOOK_REFUSED` The signature does not fit */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "ntf_0199aa00c0de7000a000000000000042",
                     *           "key": "demo",
                     *           "params": {
                     *             "orderNumber": "demo",
                     *             "amount": {
                     *               "amount": 34800,
                     *               "currency": "INR"
                     *             },
                     *             "dueAt": "2026-11-21T09:30:00.000Z",
                     *             "oldAccount": "demo",
                     *             "newAccount": "demo",
                     *             "payoutsFrom": "2026-11-21T09:30:00.000Z"
                     *           },
                     *           "orderId": "demo",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "readAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Notification"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    markNotificationsRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "ids": [
                 *         "ntf_0199aa00c0de7000a000000000000042"
                 *       ]
                 *     }
                 */
                "application/json": {
                    ids?: string[];
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "whe_0199aa00c0de7000a000000000000042",
                     *           "url": "https://shop.example.test/amana",
                     *           "description": "demo",
                     *           "events": [
                     *             "order.placed"
                     *           ],
                     *           "enabled": true,
                     *           "disabledBecause": "owner",
                     *           "disabledAt": "2026-11-21T09:30:00.000Z",
                     *           "failingSince": "2026-11-21T09:30:00.000Z",
                     *           "previousSecretUntil": "2026-11-21T09:30:00.000Z",
                     *           "createdAt": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["WebhookEndpoint"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "url": "https://shop.example.test/amana",
                 *       "description": "The shop's stock keeping",
                 *       "events": [
                 *         "order.paid",
                 *         "order.completed"
                 *       ]
                 *     }
                 */
                "application/json": {
                    /**
                     * @description https, on port 443 or 8443, of a host on the public internet; without user name and fragment.
                     * @example https://shop.example.test/amana
                     */
                    url: string;
                    description?: string | null;
                    events?: components["schemas"]["EventType"][] | null;
                };
            };
        };
        responses: {
            /** @description Made */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endpoint": {
                     *         "id": "whe_0199aa00c0de7000a000000000000042",
                     *         "url": "https://shop.example.test/amana",
                     *         "description": "demo",
                     *         "events": [
                     *           "order.placed"
                     *         ],
                     *         "enabled": true,
                     *         "disabledBecause": "owner",
                     *         "disabledAt": "2026-11-21T09:30:00.000Z",
                     *         "failingSince": "2026-11-21T09:30:00.000Z",
                     *         "previousSecretUntil": "2026-11-21T09:30:00.000Z",
                     *         "createdAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "secret": "whsec_BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc="
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `LIMIT_REACHED` There are as many as there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example whe_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "whe_0199aa00c0de7000a000000000000048",
                     *       "url": "https://shop.example.test/amana",
                     *       "description": "The shop's stock keeping",
                     *       "events": [
                     *         "order.paid",
                     *         "order.completed"
                     *       ],
                     *       "enabled": true,
                     *       "disabledBecause": null,
                     *       "disabledAt": null,
                     *       "failingSince": null,
                     *       "previousSecretUntil": null,
                     *       "createdAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example whe_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `LIMIT_REACHED` There are as many as there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example whe_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "enabled": false
                 *     }
                 */
                "application/json": {
                    /**
                     * @description https, on port 443 or 8443, of a host on the public internet; without user name and fragment.
                     * @example https://shop.example.test/amana
                     */
                    url?: string;
                    description?: string | null;
                    events?: components["schemas"]["EventType"][] | null;
                    /** @description Switching on forgets the failures before. */
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "whe_0199aa00c0de7000a000000000000042",
                     *       "url": "https://shop.example.test/amana",
                     *       "description": "demo",
                     *       "events": [
                     *         "order.placed"
                     *       ],
                     *       "enabled": true,
                     *       "disabledBecause": "owner",
                     *       "disabledAt": "2026-11-21T09:30:00.000Z",
                     *       "failingSince": "2026-11-21T09:30:00.000Z",
                     *       "previousSecretUntil": "2026-11-21T09:30:00.000Z",
                     *       "createdAt": "2026-11-21T09:30:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `LIMIT_REACHED` There are as many as there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example whe_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "endpoint": {
                     *         "id": "whe_0199aa00c0de7000a000000000000042",
                     *         "url": "https://shop.example.test/amana",
                     *         "description": "demo",
                     *         "events": [
                     *           "order.placed"
                     *         ],
                     *         "enabled": true,
                     *         "disabledBecause": "owner",
                     *         "disabledAt": "2026-11-21T09:30:00.000Z",
                     *         "failingSince": "2026-11-21T09:30:00.000Z",
                     *         "previousSecretUntil": "2026-11-21T09:30:00.000Z",
                     *         "createdAt": "2026-11-21T09:30:00.000Z"
                     *       },
                     *       "secret": "whsec_BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc="
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `LIMIT_REACHED` There are as many as there may be */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @example whe_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "whd_0199aa00c0de7000a000000000000042",
                     *           "eventId": "evt_0199aa00c0de7000a000000000000042",
                     *           "eventType": "order.placed",
                     *           "state": "waiting",
                     *           "nextAttemptAt": "2026-11-21T09:30:00.000Z",
                     *           "attempts": [
                     *             {
                     *               "number": 1,
                     *               "at": "2026-11-21T09:30:00.000Z",
                     *               "milliseconds": 1,
                     *               "outcome": "delivered",
                     *               "status": 1,
                     *               "answer": "demo"
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["WebhookDelivery"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example whe_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken on; it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "whd_0199aa00c0de7000a000000000000042",
                     *       "eventId": "evt_0199aa00c0de7000a000000000000042",
                     *       "eventType": "order.placed",
                     *       "state": "waiting",
                     *       "nextAttemptAt": "2026-11-21T09:30:00.000Z",
                     *       "attempts": [
                     *         {
                     *           "number": 1,
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "milliseconds": 1,
                     *           "outcome": "delivered",
                     *           "status": 1,
                     *           "answer": "demo"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `WEBHOOK_ENDPOINT_DISABLED` The endpoint is switched off */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resendWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example whe_0199aa00c0de7000a000000000000042 */
                id: string;
                /** @example whd_0199aa00c0de7000a000000000000042 */
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken on; it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "whd_0199aa00c0de7000a000000000000042",
                     *       "eventId": "evt_0199aa00c0de7000a000000000000042",
                     *       "eventType": "order.placed",
                     *       "state": "waiting",
                     *       "nextAttemptAt": "2026-11-21T09:30:00.000Z",
                     *       "attempts": [
                     *         {
                     *           "number": 1,
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "milliseconds": 1,
                     *           "outcome": "delivered",
                     *           "status": 1,
                     *           "answer": "demo"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `WEBHOOK_ENDPOINT_DISABLED` The endpoint is switched off */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                type?: "order.placed" | "order.paid" | "order.payment_failed" | "order.confirmed" | "order.processing" | "order.ready_to_ship" | "order.dispatched" | "order.in_transit" | "order.out_for_delivery" | "order.delivered" | "order.completed" | "order.settled" | "order.cancelled" | "order.refunded" | "order.charged_back" | "order.disputed" | "order.resumed" | "order.updated" | "refund.succeeded" | "refund.failed" | "shipment.booked" | "shipment.failed" | "shipment.updated" | "payout.paid" | "payout.failed" | "payout.returned" | "withdrawal.paid" | "withdrawal.failed" | "withdrawal.returned" | "chargeback.opened" | "chargeback.won" | "chargeback.lost" | "bank_account.added" | "bank_account.replaced" | "bank_account.verified" | "bank_account.failed" | "bank_account.blocked" | "webhook.test";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "evt_0199aa00c0de7000a000000000000042",
                     *           "type": "order.placed",
                     *           "timestamp": "2026-11-21T09:30:00.000Z",
                     *           "data": {
                     *             "orderId": "ord_0199aa00c0de7000a000000000000042",
                     *             "orderNumber": "demo",
                     *             "role": "buyer",
                     *             "version": 1,
                     *             "status": "payment_pending",
                     *             "previousStatus": "payment_pending",
                     *             "reason": "As agreed with both sides",
                     *             "amount": {
                     *               "amount": 34800,
                     *               "currency": "INR"
                     *             }
                     *           }
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Event"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example evt_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "evt_0199aa00c0de7000a000000000000042",
                     *       "type": "order.placed",
                     *       "timestamp": "2026-11-21T09:30:00.000Z",
                     *       "data": {
                     *         "orderId": "ord_0199aa00c0de7000a000000000000042",
                     *         "orderNumber": "demo",
                     *         "role": "buyer",
                     *         "version": 1,
                     *         "status": "payment_pending",
                     *         "previousStatus": "payment_pending",
                     *         "reason": "As agreed with both sides",
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["Event"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receive_cashfree_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                about: "payment" | "refund" | "dispute";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `WEBHOOK_REFUSED` The signature does not fit */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInFlight: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "kind": "refund",
                     *           "id": "demo",
                     *           "dealId": "deal_0199aa00c0de7000a000000000000042",
                     *           "gateway": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "state": "demo",
                     *           "since": "2026-11-21T09:30:00.000Z",
                     *           "nextCheckAt": "2026-11-21T09:30:00.000Z",
                     *           "attempts": 1,
                     *           "problem": "demo",
                     *           "overdueSince": "2026-11-21T09:30:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["InFlight"][];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewSuspenseRefund: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example cap_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "needsApproval": true
                     *     }
                     */
                    "application/json": {
                        entries: {
                            account: string;
                            amount: components["schemas"]["Money"];
                        }[];
                        needsApproval: boolean;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refundSuspense: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example cap_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "refundId": "ref_0199aa00c0de7000a000000000000042",
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        /** @example ref_0199aa00c0de7000a000000000000042 */
                        refundId: string;
                        entries: {
                            account: string;
                            amount: components["schemas"]["Money"];
                        }[];
                    };
                };
            };
            /** @description Taken on; it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "apr_0199aa00c0de7000a000000000000042",
                     *       "kind": "order_decision",
                     *       "status": "waiting",
                     *       "subject": "demo",
                     *       "dealId": "deal_0199aa00c0de7000a000000000000042",
                     *       "amount": {
                     *         "amount": 34800,
                     *         "currency": "INR"
                     *       },
                     *       "content": {
                     *         "decision": "release",
                     *         "refund": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         },
                     *         "amount": {
                     *           "amount": 34800,
                     *           "currency": "INR"
                     *         }
                     *       },
                     *       "reason": "As agreed with both sides",
                     *       "version": 1,
                     *       "authors": [
                     *         {
                     *           "id": "usr_0199aa00c0de7000a000000000000042",
                     *           "name": "Asha (demo buyer)"
                     *         }
                     *       ],
                     *       "proposedAt": "2026-11-21T09:30:00.000Z",
                     *       "expiresAt": "2026-11-21T09:30:00.000Z",
                     *       "decidedBy": {
                     *         "id": "usr_0199aa00c0de7000a000000000000042",
                     *         "name": "Asha (demo buyer)"
                     *       },
                     *       "decidedAt": "2026-11-21T09:30:00.000Z",
                     *       "decisionReason": "demo",
                     *       "mayApprove": true,
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ],
                     *       "obstacle": "demo"
                     *     }
                     */
                    "application/json": components["schemas"]["Approval"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state · `DEADLINE_PASSED` The deadline has passed · `PAYMENT_NOT_CONFIRMED` The gateway has not confirmed the payment */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `VERSION_CONFLICT` It has changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendRefundAgain: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example ref_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Taken on; it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "refundId": "ref_0199aa00c0de7000a000000000000042"
                     *     }
                     */
                    "application/json": {
                        /** @example ref_0199aa00c0de7000a000000000000042 */
                        refundId: string;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    receive_rapidshyp_webhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                about: "tracking" | "delivery";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `WEBHOOK_REFUSED` The signature does not fit */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readCustody: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "currency": "demo",
                     *           "balanced": true,
                     *           "held": [
                     *             {
                     *               "family": "demo",
                     *               "sum": {
                     *                 "amount": 34800,
                     *                 "currency": "INR"
                     *               },
                     *               "accounts": 1
                     *             }
                     *           ],
                     *           "owed": [
                     *             {
                     *               "family": "demo",
                     *               "sum": {
                     *                 "amount": 34800,
                     *                 "currency": "INR"
                     *               },
                     *               "accounts": 1
                     *             }
                     *           ],
                     *           "unknown": [
                     *             {
                     *               "family": "demo",
                     *               "sum": {
                     *                 "amount": 34800,
                     *                 "currency": "INR"
                     *               },
                     *               "accounts": 1
                     *             }
                     *           ],
                     *           "heldTotal": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "owedTotal": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "difference": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "providers": [
                     *             {
                     *               "gateway": "demo",
                     *               "books": {
                     *                 "amount": 34800,
                     *                 "currency": "INR"
                     *               },
                     *               "statement": {
                     *                 "amount": 34800,
                     *                 "currency": "INR"
                     *               },
                     *               "statementSince": "2026-11-21T09:30:00.000Z"
                     *             }
                     *           ],
                     *           "unexplained": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           },
                     *           "payoutsBlocked": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["Custody"][];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readReconciliation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "runs": [
                     *         {
                     *           "gateway": "demo",
                     *           "from": "2026-11-21T09:30:00.000Z",
                     *           "until": "2026-11-21T09:30:00.000Z",
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "covers": [
                     *             "capture"
                     *           ],
                     *           "lines": 1,
                     *           "newLines": 1,
                     *           "matched": 1,
                     *           "waiting": 1,
                     *           "feesPosted": 1,
                     *           "settlementsPosted": 1,
                     *           "found": 1,
                     *           "resolved": 1
                     *         }
                     *       ],
                     *       "differences": [
                     *         {
                     *           "id": "dif_0199aa00c0de7000a000000000000042",
                     *           "gateway": "demo",
                     *           "class": "timing",
                     *           "reasons": [
                     *             "cut_off"
                     *           ],
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "foundAt": "2026-11-21T09:30:00.000Z",
                     *           "posting": "pst_0199aa00c0de7000a000000000000042",
                     *           "line": "stl_0199aa00c0de7000a000000000000042",
                     *           "effect": [
                     *             {
                     *               "amount": 34800,
                     *               "currency": "INR"
                     *             }
                     *           ],
                     *           "atStake": [
                     *             {
                     *               "amount": 34800,
                     *               "currency": "INR"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        runs: components["schemas"]["ReconciliationRun"][];
                        differences: components["schemas"]["Difference"][];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    runReconciliation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example cashfree */
                gateway: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "from": "2026-11-21T09:30:00.000Z",
                 *       "until": "2026-11-21T09:30:00.000Z"
                 *     }
                 */
                "application/json": {
                    /**
                     * Format: date-time
                     * @example 2026-11-21T09:30:00.000Z
                     */
                    from?: string;
                    /**
                     * Format: date-time
                     * @example 2026-11-21T09:30:00.000Z
                     */
                    until?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "gateway": "demo",
                     *       "from": "2026-11-21T09:30:00.000Z",
                     *       "until": "2026-11-21T09:30:00.000Z",
                     *       "at": "2026-11-21T09:30:00.000Z",
                     *       "covers": [
                     *         "capture"
                     *       ],
                     *       "lines": 1,
                     *       "newLines": 1,
                     *       "matched": 1,
                     *       "waiting": 1,
                     *       "feesPosted": 1,
                     *       "settlementsPosted": 1,
                     *       "found": 1,
                     *       "resolved": 1
                     *     }
                     */
                    "application/json": components["schemas"]["ReconciliationRun"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `PAYMENT_GATEWAY_UNAVAILABLE` The payment gateway does not answer · `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewExplanation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example dif_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "counterpart": "suspense"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    counterpart: "suspense" | "gateway_fees" | "chargebacks" | "bank" | "other_revenue" | "no_money";
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainDifference: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example dif_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "counterpart": "suspense",
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    /** @enum {string} */
                    counterpart: "suspense" | "gateway_fees" | "chargebacks" | "bank" | "other_revenue" | "no_money";
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "account": "demo",
                     *           "amount": {
                     *             "amount": 34800,
                     *             "currency": "INR"
                     *           }
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readSeals: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "keys": [
                     *         {
                     *           "id": "0199aa00c0de7000",
                     *           "algorithm": "Ed25519",
                     *           "publicKey": "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042",
                     *           "pem": "demo",
                     *           "blocks": [
                     *             {
                     *               "chain": "ledger",
                     *               "first": 1,
                     *               "last": 1
                     *             }
                     *           ]
                     *         }
                     *       ],
                     *       "heads": [
                     *         {
                     *           "chain": "ledger",
                     *           "number": 1,
                     *           "first": 1,
                     *           "last": 1,
                     *           "count": 1,
                     *           "root": "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042",
                     *           "previous": "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042",
                     *           "sealedAt": 1,
                     *           "key": "0199aa00c0de7000",
                     *           "saltHash": "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042",
                     *           "hash": "0199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042",
                     *           "signature": "0199aa00c0de7000a0000000000000420199aa00c0de7000a0000000000000420199aa00c0de7000a0000000000000420199aa00c0de7000a000000000000042"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        keys: components["schemas"]["SealKey"][];
                        heads: components["schemas"]["SealedBlock"][];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchAudit: {
        parameters: {
            query?: {
                /** @description 20 when absent. */
                limit?: number;
                /** @description `nextCursor` of the page before. */
                cursor?: string;
                /** @example usr_0199aa00c0de7000a000000000000042 */
                actor?: string;
                subject?: string;
                /** @description One action, or a kind of them: `bank_account` */
                action?: string;
                /** @example 2026-11-21T09:30:00.000Z */
                from?: string;
                /** @example 2026-11-21T09:30:00.000Z */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "id": "aud_0199aa00c0de7000a000000000000042",
                     *           "number": 1,
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "actor": "demo",
                     *           "actorId": "usr_0199aa00c0de7000a000000000000042",
                     *           "action": "demo",
                     *           "subject": "demo",
                     *           "reason": "As agreed with both sides",
                     *           "detail": "demo",
                     *           "via": "demo",
                     *           "commitsTo": [
                     *             "origin"
                     *           ]
                     *         }
                     *       ],
                     *       "nextCursor": "WyIyMDI2LTExLTIxIl0"
                     *     }
                     */
                    "application/json": {
                        data: components["schemas"]["AuditEntry"][];
                        nextCursor: string | null;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readAuditEntry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @example aud_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "id": "aud_0199aa00c0de7000a000000000000042",
                     *       "number": 1,
                     *       "at": "2026-11-21T09:30:00.000Z",
                     *       "actor": "demo",
                     *       "actorId": "usr_0199aa00c0de7000a000000000000042",
                     *       "action": "demo",
                     *       "subject": "demo",
                     *       "reason": "As agreed with both sides",
                     *       "detail": "demo",
                     *       "via": "demo",
                     *       "commitsTo": [
                     *         "origin"
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["AuditEntry"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    discloseAuditEntry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @example aud_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entry": {
                     *         "id": "aud_0199aa00c0de7000a000000000000042",
                     *         "number": 1,
                     *         "at": "2026-11-21T09:30:00.000Z",
                     *         "actor": "demo",
                     *         "actorId": "usr_0199aa00c0de7000a000000000000042",
                     *         "action": "demo",
                     *         "subject": "demo",
                     *         "reason": "As agreed with both sides",
                     *         "detail": "demo",
                     *         "via": "demo",
                     *         "commitsTo": [
                     *           "origin"
                     *         ]
                     *       },
                     *       "kept": [
                     *         {
                     *           "what": "origin",
                     *           "personId": "usr_0199aa00c0de7000a000000000000042",
                     *           "text": "demo"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        entry: components["schemas"]["AuditEntry"];
                        kept: {
                            /** @enum {string} */
                            what: "origin" | "personal";
                            /** @example usr_0199aa00c0de7000a000000000000042 */
                            personId: string;
                            /** @description JSON as text */
                            text: string;
                        }[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOwnDisclosures: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "at": "2026-11-21T09:30:00.000Z",
                     *           "reason": "As agreed with both sides"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: {
                            /**
                             * Format: date-time
                             * @example 2026-11-21T09:30:00.000Z
                             */
                            at: string;
                            reason: string | null;
                        }[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
                /** @description The id of a challenge that was confirmed for this very request. */
                "Amana-Step-Up"?: string;
            };
            path: {
                /** @example usr_0199aa00c0de7000a000000000000042 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "As agreed with both sides"
                 *     }
                 */
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed · `STEP_UP_REQUIRED` This needs a fresh confirmation */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running · `TRANSITION_NOT_ALLOWED` Not in this state */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCalendar: {
        parameters: {
            query?: {
                year?: number;
            };
            header?: never;
            path: {
                /** @example SA */
                country: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "country": "IN",
                     *       "utcOffsetMinutes": 180,
                     *       "week": "sun-thu",
                     *       "holidays": [
                     *         {
                     *           "date": "2026-11-21",
                     *           "name": {
                     *             "en": "Block-print cotton",
                     *             "ar": "قطن مطبوع"
                     *           },
                     *           "expected": true
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `RATE_LIMITED` Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cron_process_timeouts: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken on; it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cron_release_payments: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken on; it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cron_update_tracking: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken on; it goes on by itself */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSandbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "enabled": true,
                     *       "links": {
                     *         "gateway": "demo",
                     *         "carrier": "demo",
                     *         "apiReference": "demo"
                     *       }
                     *     }
                     */
                    "application/json": {
                        enabled: boolean;
                        links: {
                            gateway: string;
                            carrier: string;
                            apiReference: string;
                        };
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDemoUsers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "key": "demo",
                     *           "name": "Asha (demo buyer)",
                     *           "roles": [
                     *             "user"
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: {
                            key: string;
                            name: string;
                            roles: ("user" | "support" | "arbiter" | "finance" | "admin")[];
                        }[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInDemoUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "user": "demo"
                 *     }
                 */
                "application/json": {
                    user: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "token": "demo"
                     *     }
                     */
                    "application/json": {
                        token: string;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NOT_FOUND` There is no such thing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutDemoUser: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "now": "2026-11-21T09:30:00.000Z",
                     *       "offsetMs": 1
                     *     }
                     */
                    "application/json": {
                        /**
                         * Format: date-time
                         * @example 2026-11-21T09:30:00.000Z
                         */
                        now: string;
                        offsetMs: number;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    advanceClock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats of one request carry one key; kept for 24 hours. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "advance": "PT48H"
                 *     }
                 */
                "application/json": {
                    /**
                     * @description ISO 8601 duration of days, hours, minutes, seconds
                     * @example PT48H
                     */
                    advance: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "now": "2026-11-21T09:30:00.000Z",
                     *       "offsetMs": 1
                     *     }
                     */
                    "application/json": {
                        /**
                         * Format: date-time
                         * @example 2026-11-21T09:30:00.000Z
                         */
                        now: string;
                        offsetMs: number;
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_IN_FLIGHT` The same request is still running */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `BODY_TOO_LARGE` The body is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE` Only application/json is read here */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED` The idempotency key belongs to another request */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStepUpCodes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "data": [
                     *         {
                     *           "challenge": "stp_0199aa00c0de7000a000000000000042",
                     *           "action": "demo",
                     *           "code": "demo"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": {
                        data: {
                            /** @example stp_0199aa00c0de7000a000000000000042 */
                            challenge: string;
                            action: string;
                            code: string;
                        }[];
                    };
                };
            };
            /** @description `VALIDATION_FAILED` The request is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `UNAUTHENTICATED` Nobody is signed in · `SECOND_FACTOR_REQUIRED` The second factor is missing */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `ACCOUNT_SUSPENDED` This account is suspended · `INSUFFICIENT_SCOPE` This key or token may not do that · `FORBIDDEN` Not allowed */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `INTERNAL` Something broke on our side */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `DATABASE_UNAVAILABLE` Nothing can be written down at the moment */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
