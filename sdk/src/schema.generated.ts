// Shapes of the API, made from server/openapi.json by tools/openapi.ts.

export interface paths {
    "/v1/set-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say whether this installation is set up, and how far its demo is
         * @description Say whether this installation is set up, and how far its demo is
         */
        get: operations["getSetUp"];
        put?: never;
        /**
         * Set the installation up
         * @description Once: the company that sells, and the first user, who may do everything. He then signs in as everybody does.
         */
        post: operations["setUp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/set-up/demo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make this installation the demo
         * @description In place of setting it up: a company with customers, resellers and a year of history. `GET /v1/set-up` says how far it is.
         */
        post: operations["buildDemo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/demo/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Let time pass in the demo
         * @description Forward, day after day: what would happen on the way happens, and is billed. `GET /v1/set-up` says how far it is.
         *
         *     Needs the permission `clock.write`.
         */
        put: operations["moveDemoClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by password
         * @description A wrong password and a mail address that nobody has are answered alike. The session that the browser had before ends.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish signing in with a code
         * @description A code works once, and five are looked at.
         */
        post: operations["finishSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to sign in by passkey
         * @description Begin to sign in by passkey
         */
        post: operations["beginPasskeySignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in by passkey
         * @description Sign in by passkey
         */
        post: operations["signInByPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in/providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the identity providers of a portal
         * @description List the identity providers of a portal
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
    "/v1/sign-in/provider": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to sign in at an identity provider
         * @description OpenID Connect, authorization code with PKCE. The browser goes to `url` and comes back to /sign-in/provider.
         */
        post: operations["beginProviderSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in/provider/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish signing in at an identity provider
         * @description Finish signing in at an identity provider
         */
        post: operations["finishProviderSignIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a new password by mail
         * @description The answer is the same whether anybody has that address. The link in the letter is built from the configured address.
         */
        post: operations["requestPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/password-reset/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password by a link
         * @description All sessions end and nobody is signed in: a second factor is asked for as ever.
         */
        post: operations["resetPassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation and set a password
         * @description Accept an invitation and set a password
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say who is signed in, for whom he acts and what he may do
         * @description Say who is signed in, for whom he acts and what he may do
         */
        get: operations["getSession"];
        put?: never;
        post?: never;
        /**
         * Sign out
         * @description Sign out
         */
        delete: operations["signOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/prove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove again who you are
         * @description By password, or by a code of the second factor. Changes to how one signs in want it not older than fifteen minutes.
         */
        post: operations["proveAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/stop-impersonating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop acting as a customer’s user
         * @description Back to one’s own session; where that has ended meanwhile, one is signed out.
         */
        post: operations["stopImpersonating"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your sessions
         * @description List your sessions
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
    "/v1/sessions/{session}": {
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
         * End one of your sessions
         * @description End one of your sessions
         */
        delete: operations["revokeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change your name and language
         * @description Change your name and language
         */
        patch: operations["changeMe"];
        trace?: never;
    };
    "/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change your password
         * @description All your other sessions end.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say whether a second factor is set up
         * @description Say whether a second factor is set up
         */
        get: operations["getSecondFactor"];
        put?: never;
        /**
         * Begin to set up a second factor
         * @description Begin to set up a second factor
         */
        post: operations["beginSecondFactor"];
        /**
         * Remove your second factor
         * @description Remove your second factor
         */
        delete: operations["removeSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm the second factor with its first code
         * @description Confirm the second factor with its first code
         */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace your recovery codes
         * @description Replace your recovery codes
         */
        post: operations["replaceRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your passkeys
         * @description List your passkeys
         */
        get: operations["listPasskeys"];
        put?: never;
        /**
         * Add a passkey
         * @description Add a passkey
         */
        post: operations["addPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to add a passkey
         * @description Begin to add a passkey
         */
        post: operations["beginPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/passkeys/{passkey}": {
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
         * Remove a passkey
         * @description Remove a passkey
         */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * @description Those of the seller’s portal; a customer sees those of his account.
         *
         *     Needs the permission `users.read`.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Invite a user
         * @description Or give one another role. The link is for a new user alone: somebody who can sign in already is only told by letter. Nobody gives a role that may do more than he.
         *
         *     Needs the permission `users.write`.
         */
        post: operations["inviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{user}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a user
         * @description Needs the permission `users.read`.
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a user, or shut him out
         * @description Whoever is disabled is signed out everywhere and cannot sign in; his roles stay.
         *
         *     Needs the permission `users.write`.
         */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/v1/users/{user}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a user’s sessions
         * @description Needs the permission `users.read`.
         */
        get: operations["listUserSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{user}/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say which roles a user has
         * @description Those that are not named are taken away. A customer’s people say it for their account alone.
         *
         *     Needs the permission `users.write`.
         */
        put: operations["setUserRoles"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{user}/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End all sessions of a user
         * @description Needs the permission `users.write`.
         */
        post: operations["signOutUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{user}/impersonate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Act as a customer’s user
         * @description For an hour, in his account. Every answer about the session and every entry of the audit log say who really acts; how the user signs in cannot be touched.
         *
         *     Needs the permission `users.impersonate`.
         */
        post: operations["impersonateUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all permissions
         * @description List all permissions
         */
        get: operations["listPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List roles
         * @description The built-in ones and those that the seller defined. Customers are told those for customers.
         *
         *     Needs the permission `roles.read`.
         */
        get: operations["listRoles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/roles/{role}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Define a role
         * @description Everybody who has it has it as it is now. Nobody defines one that may do more than he.
         *
         *     Needs the permission `roles.write`.
         */
        put: operations["defineRole"];
        post?: never;
        /**
         * Remove a role that nobody has
         * @description Needs the permission `roles.write`.
         */
        delete: operations["removeRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Needs the permission `keys.read`.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make an API key
         * @description It gets no permission that you do not have, and your limits with it.
         *
         *     Needs the permission `keys.write`.
         */
        post: operations["makeKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an API key
         * @description Needs the permission `keys.read`.
         */
        get: operations["getKey"];
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description From this moment. Doing it again changes nothing.
         *
         *     Needs the permission `keys.write`.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{key}/replace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace an API key
         * @description Makes another one like it. The old one works on for a while, so that programs can be changed over one by one.
         *
         *     Needs the permission `keys.write`.
         */
        post: operations["replaceKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity-providers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List identity providers
         * @description Needs the permission `identity_providers.read`.
         */
        get: operations["listIdentityProviders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/identity-providers/{provider}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set up an identity provider
         * @description OpenID Connect. Its people sign in as the users here who were invited under the same verified mail address: whoever sets one up trusts it with who everybody is.
         *
         *     Needs the permission `identity_providers.write`.
         */
        put: operations["setIdentityProvider"];
        post?: never;
        /**
         * Remove an identity provider
         * @description Needs the permission `identity_providers.write`.
         */
        delete: operations["removeIdentityProvider"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who did what
         * @description Needs the permission `audit.read`.
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sellers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List yourself and the resellers below you
         * @description Directly below: whoever is further down is listed by acting for the one between, with the header Prorata-Seller.
         *
         *     Needs the permission `sellers.read`.
         */
        get: operations["listSellers"];
        put?: never;
        /**
         * Make a reseller of an account
         * @description The account goes on buying of you; beside that he has accounts, prices, numbers and books of his own, behind a wall. You act in there with the header Prorata-Seller and `sellers.delegate`.
         *
         *     Needs the permission `sellers.write`.
         */
        post: operations["makeSeller"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sellers/{seller}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get yourself or a reseller below you
         * @description Needs the permission `sellers.read`.
         */
        get: operations["getSeller"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a seller’s particulars
         * @description Yours, or of a reseller below you. Documents that are issued keep what they say. Country, zone and currency are fixed.
         *
         *     Needs the permission `sellers.write`.
         */
        patch: operations["changeSeller"];
        trace?: never;
    };
    "/v1/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List accounts
         * @description Needs the permission `accounts.read`.
         */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an account
         * @description Needs the permission `accounts.read`.
         */
        get: operations["getAccount"];
        /**
         * Add an account, or bring it up to date
         * @description By the external id that your own systems know it by; an id works for accounts that are there. What is left out keeps its value; of a new account it is the seller’s. Doing it again changes nothing.
         *
         *     Needs the permission `accounts.write`.
         */
        put: operations["putAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an account’s particulars
         * @description What is left out stays. If-Match names the state that the change was decided on.
         *
         *     Needs the permission `accounts.write`.
         */
        patch: operations["changeAccount"];
        trace?: never;
    };
    "/v1/accounts/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add or bring up to date many accounts
         * @description All or none, by external id. Doing it again changes nothing.
         *
         *     Needs the permission `accounts.write`.
         */
        post: operations["putAccounts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the notes on an account
         * @description Needs the permission `accounts.read`.
         */
        get: operations["listAccountNotes"];
        put?: never;
        /**
         * Note something about an account
         * @description Needs the permission `accounts.write`.
         */
        post: operations["addAccountNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}/notes/{note}": {
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
         * Take a note on an account away
         * @description Needs the permission `accounts.write`.
         */
        delete: operations["removeAccountNote"];
        options?: never;
        head?: never;
        /**
         * Change a note on an account
         * @description Needs the permission `accounts.write`.
         */
        patch: operations["changeAccountNote"];
        trace?: never;
    };
    "/v1/plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List plans with their versions
         * @description Needs the permission `catalog.read`.
         */
        get: operations["listPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plan-versions/{ref}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a published version
         * @description Needs the permission `catalog.read`.
         */
        get: operations["getPlanVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{plan}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the draft of a plan
         * @description Needs the permission `catalog.read`.
         */
        get: operations["getPlanDraft"];
        /**
         * Write the draft of a plan
         * @description Makes it or replaces it. With If-Match only the draft that was read is replaced. Nothing can be bought before it is published.
         *
         *     Needs the permission `catalog.write`.
         */
        put: operations["putPlanDraft"];
        post?: never;
        /**
         * Throw the draft of a plan away
         * @description Needs the permission `catalog.write`.
         */
        delete: operations["dropPlanDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plans/{plan}/draft/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish the draft as the next version
         * @description From then on the version never changes, and subscribers of older ones keep theirs until they are moved.
         *
         *     Needs the permission `catalog.write`.
         */
        post: operations["publishPlanDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/plan-versions/{ref}/clone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a draft from a version
         * @description Of the same plan, or of another with `as`. A draft that is there is not replaced.
         *
         *     Needs the permission `catalog.write`.
         */
        post: operations["clonePlanVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/meters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List meters
         * @description Needs the permission `meters.read`.
         */
        get: operations["listMeters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/meters/{meter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Define a meter
         * @description Needs the permission `meters.write`.
         */
        put: operations["putMeter"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offered-plans": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List plans that the seller above offers
         * @description Needs the permission `catalog.read`.
         */
        get: operations["listOfferedPlans"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offered-plans/take-over": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take plans of the seller above over
         * @description With all their published versions. Again it takes over what was published since; nothing is for sale before you publish prices.
         *
         *     Needs the permission `catalog.write`.
         */
        post: operations["takeOverPlans"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List published prices
         * @description Needs the permission `pricelists.read`.
         */
        get: operations["listPrices"];
        put?: never;
        /**
         * Publish prices
         * @description A later price reaches its subscribers by the rules of its component. A correction rates days again that are past.
         *
         *     Needs the permission `pricelists.write`.
         */
        post: operations["publishPrices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}/price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why an account pays this price
         * @description Which list or override gave it, since when, what else was considered, and what the seller himself pays.
         *
         *     Needs the permission `pricelists.read`.
         */
        get: operations["explainPrice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List prices that are being prepared
         * @description Needs the permission `pricelists.read`.
         */
        get: operations["listPriceDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-drafts/{draft}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get prices that are being prepared
         * @description Needs the permission `pricelists.read`.
         */
        get: operations["getPriceDraft"];
        /**
         * Prepare prices
         * @description Makes the draft or replaces it. With If-Match only the draft that was read is replaced.
         *
         *     Needs the permission `pricelists.write`.
         */
        put: operations["putPriceDraft"];
        post?: never;
        /**
         * Throw prepared prices away
         * @description Needs the permission `pricelists.write`.
         */
        delete: operations["dropPriceDraft"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/price-drafts/{draft}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Publish prepared prices
         * @description Needs the permission `pricelists.write`.
         */
        post: operations["publishPriceDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List subscriptions
         * @description Needs the permission `subscriptions.read`.
         */
        get: operations["listSubscriptions"];
        put?: never;
        /**
         * Start a subscription
         * @description Needs the permission `subscriptions.write`.
         */
        post: operations["startSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{subscription}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a subscription with its state and history
         * @description Needs the permission `subscriptions.read`.
         */
        get: operations["getSubscription"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{subscription}/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change a subscription
         * @description Quantity, named item, plan, pause, resume, end, discount, billing day, or taking such a change back. Now, later or backdated: the next run bills the difference. A customer’s people change quantities and items, choose one of the offered plans, end it at the end of its period and take back what is still to come of that, as the settings `customerChanges` and `customerPlans` let them.
         *
         *     Needs the permission `subscriptions.write`.
         */
        post: operations["changeSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/{subscription}/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what a subscription could change to
         * @description The plans that its customer may choose by himself, at the account’s own prices, and what else he may do. Rehearse a choice by `POST …/changes?preview=true`.
         *
         *     Needs the permission `subscriptions.read`.
         */
        get: operations["listOffers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/extra-items": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List extra items
         * @description Needs the permission `credits.read`.
         */
        get: operations["listExtraItems"];
        put?: never;
        /**
         * Charge something outside any plan
         * @description Once, or again and again with `every`. An amount below zero is a credit. The next run bills it.
         *
         *     Needs the permission `credits.write`.
         */
        post: operations["addExtraItem"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/credits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List credits
         * @description Needs the permission `credits.read`.
         */
        get: operations["listCredits"];
        put?: never;
        /**
         * Give a credit
         * @description Lowers what was charged for an item or a component in one period, to zero at the most.
         *
         *     Needs the permission `credits.write`.
         */
        post: operations["addCredit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscriptions/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start many subscriptions
         * @description Each with all that happened to it since. All or none, at most 5000; a refusal names the entry at fault. Sent again with `present: keep` it goes on where it was.
         *
         *     Needs the permission `subscriptions.write`.
         */
        post: operations["startSubscriptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/subscription-changes/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change many subscriptions
         * @description In the order told. All or none, at most 5000; a refusal names the entry at fault.
         *
         *     Needs the permission `subscriptions.write`.
         */
        post: operations["changeSubscriptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/extra-items/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Charge many things outside any plan
         * @description All or none, at most 5000; a refusal names the entry at fault. Sent again with `present: keep` it goes on where it was.
         *
         *     Needs the permission `credits.write`.
         */
        post: operations["addExtraItems"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What would be billed, from facts alone
         * @description The body is a quote document, as docs/quote.md explains it and docs/quote.schema.json describes it; so is the answer. It is the same computation that bills. It has ten seconds.
         *
         *     Needs the permission `quotes.read`.
         */
        post: operations["answerQuote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List billing runs
         * @description Needs the permission `billing.read`.
         */
        get: operations["listBillingRuns"];
        put?: never;
        /**
         * Bill what is due
         * @description For every seller of the installation, which is why only the provider may. A second run right after bills nothing.
         *
         *     Needs the permission `billing.run`.
         */
        post: operations["startBillingRun"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-runs/{run}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how far a billing run is
         * @description Needs the permission `billing.read`.
         */
        get: operations["getBillingRun"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/billing-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what a run would bill
         * @description The first two steps of a run, and nothing written. A day still to come is a forecast of what is recurring. Page by page of accounts.
         *
         *     Needs the permission `billing.read`.
         */
        get: operations["previewBilling"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what an account’s next invoice would be
         * @description As a run of that day would bill it, from what is known now: recurring charges, changes that wait, and usage so far. Nothing is written. A customer’s people ask for their own account.
         *
         *     Needs the permission `forecasts.read`.
         */
        get: operations["forecastAccount"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List settings on a day, with their history
         * @description Needs the permission `settings.read`.
         */
        get: operations["listSettings"];
        put?: never;
        /**
         * Say what a setting is from a day on
         * @description Nothing is overwritten, and nothing that was billed is rated again. All or none.
         *
         *     Needs the permission `settings.write`.
         */
        post: operations["recordSettings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/currencies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List currencies and the rules for new accounts
         * @description Needs the permission `currencies.read`.
         */
        get: operations["listCurrencies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/currencies/{currency}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Turn a currency on or off
         * @description Off, it takes nothing new from this moment; what runs in it goes on to the end of its period.
         *
         *     Needs the permission `currencies.write`.
         */
        put: operations["switchCurrency"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/currency-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace the rules by which new accounts get their currency
         * @description Needs the permission `currencies.write`.
         */
        put: operations["setCurrencyRules"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}/currency-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List in which currencies an account bought
         * @description Needs the permission `accounts.read`.
         */
        get: operations["listCurrencyChanges"];
        put?: never;
        /**
         * Change the currency in which an account buys
         * @description From now on. Subscriptions, items, credits and amounts off keep theirs, and so do their corrections.
         *
         *     Needs the permission `accounts.write`.
         */
        post: operations["changeAccountCurrency"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/running-subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List subscriptions that run in a currency
         * @description Whom to ask to move before it goes, or after it is off. The first 1000; those that were moved are not among them any more.
         *
         *     Needs the permission `currencies.read`.
         */
        get: operations["listRunningInCurrency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parked-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List accounts that a billing run set aside
         * @description Needs the permission `billing.read`.
         */
        get: operations["listParkedAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parked-accounts/{account}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an account back into the next billing run
         * @description Needs the permission `billing.run`.
         */
        post: operations["releaseParkedAccount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the time
         * @description Needs the permission `clock.read`.
         */
        get: operations["getClock"];
        /**
         * Move the clock forward
         * @description For every seller and every program of the installation; there is no way back. Only the provider may.
         *
         *     Needs the permission `clock.write`.
         */
        put: operations["moveClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Ask whether the books hold
         * @description Every invariant on one snapshot of the whole installation, which is why only the provider may, and one at a time. Servers ask by themselves too and log what they find. Large books answer `server.too_slow`: there, `prorata audit` takes its time.
         *
         *     Needs the permission `ledger.read`.
         */
        get: operations["auditBooks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}/pools": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an account’s pools
         * @description Needs the permission `subscriptions.read`.
         */
        get: operations["listPools"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/accounts/{account}/pools/{pool}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Say how large a pool is
         * @description From a day on; doing it again for the same day corrects it. Refused where services hold more then. Whatever takes more than is left of it is refused from now on.
         *
         *     Needs the permission `subscriptions.write`.
         */
        put: operations["setPool"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow what happens
         * @description Every event once and in one order, from the cursor on. Keep `nextCursor` with what you made of the events and ask again with it; it is never null. An event shows up when all that was written before it is settled, within moments.
         *
         *     Needs the permission `events.read`.
         */
        get: operations["readEvents"];
        put?: never;
        /**
         * Send usage events
         * @description CloudEvents 1.0: structured (`application/cloudevents+json`), batched (`application/cloudevents-batch+json`, or an array as `application/json`), binary (`ce-` headers), or one JSON object a line (`application/x-ndjson`), which is read as it comes; each also packed with gzip. The answer comes when the events are durable. Sent again, an event is counted once, so whoever got no answer sends again. The answer has status 207 where some were refused; an event sent alone in structured or binary mode is refused as a problem. 429 means that more arrives than can be written: wait as long as Retry-After says.
         *
         *     Needs the permission `usage.write`.
         */
        post: operations["sendEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get totals of usage
         * @description Sums and counts are kept as events arrive, so the answer takes as long however many there are; other aggregations look at up to 100,000 events. What is billed is measured inside service and by the component’s own rules.
         *
         *     Needs the permission `usage.read`.
         */
        get: operations["getUsageTotals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage/event": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one usage event
         * @description Needs the permission `usage.read`.
         */
        get: operations["getUsageEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage/refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List usage that was not taken
         * @description Nothing that was handed over is dropped in silence: each refused event is here with its reason, as it came.
         *
         *     Needs the permission `usage.read`.
         */
        get: operations["listRefusedUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage/refused-days": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count usage that was not taken, by day and reason
         * @description Needs the permission `usage.read`.
         */
        get: operations["countRefusedUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage-uploads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List uploaded files of usage
         * @description Needs the permission `usage.read`.
         */
        get: operations["listUsageUploads"];
        put?: never;
        /**
         * Upload a file of usage
         * @description CSV in UTF-8, up to 256 MB, also packed with gzip (`Content-Encoding: gzip`). The first row names the columns, in any order: `subscription` or `account`, `meter`, `time`, `value`, and `id` where events have one. Without ids an event is known by what its row says, so the same row again is counted once. A file whose shape is wrong is refused as a whole, with line and column; else it is written down, answered with 202, and taken in the background. The same file sent again stores nothing twice.
         *
         *     Needs the permission `usage.write`.
         */
        post: operations["uploadUsage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage-uploads/{upload}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how far an uploaded file is
         * @description Needs the permission `usage.read`.
         */
        get: operations["getUsageUpload"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage-uploads/{upload}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the rows of an uploaded file that were refused
         * @description CSV with `line`, `column`, `id`, `code` and `reason`, in the order of the file; the first 100,000 of them. Line 1 is the row of names. Rows not taken yet are not in it.
         *
         *     Needs the permission `usage.read`.
         */
        get: operations["getUsageUploadReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List coupons
         * @description Needs the permission `discounts.read`.
         */
        get: operations["listCoupons"];
        put?: never;
        /**
         * Make a coupon
         * @description A percentage for some periods, until a day or for ever; or an amount off once. What it gives never changes.
         *
         *     Needs the permission `discounts.write`.
         */
        post: operations["makeCoupon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coupons/{coupon}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a coupon
         * @description Needs the permission `discounts.read`.
         */
        get: operations["getCoupon"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coupons/{coupon}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a coupon out of use
         * @description It is not redeemed any more; what was redeemed goes on. Doing it again changes nothing.
         *
         *     Needs the permission `discounts.write`.
         */
        post: operations["deactivateCoupon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coupon-redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List uses of coupons
         * @description Needs the permission `discounts.read`.
         */
        get: operations["listCouponRedemptions"];
        put?: never;
        /**
         * Redeem a coupon
         * @description Once for each reference: the same one again answers the redemption that it made. A percentage becomes a discount of the subscription, or of all that the account has in service; an amount is taken off what runs bill from then on.
         *
         *     Needs the permission `subscriptions.write`.
         */
        post: operations["redeemCoupon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/discounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List amounts off
         * @description Percentages are part of a subscription’s timeline and are told there.
         *
         *     Needs the permission `discounts.read`.
         */
        get: operations["listDiscounts"];
        put?: never;
        /**
         * Take an amount off
         * @description Runs spread it over what they bill, no more than that, until it is used up. A percentage is a change of a subscription: `do: discount`.
         *
         *     Needs the permission `discounts.write`.
         */
        post: operations["giveDiscount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/discounts/{discount}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke an amount off
         * @description What runs have used of it stays taken off; the rest is not used. Doing it again changes nothing.
         *
         *     Needs the permission `discounts.write`.
         */
        post: operations["revokeDiscount"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coupon-redemptions/{redemption}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a use of a coupon
         * @description Where nothing was billed with it, it never was, and the coupon can be used once more. Else it holds until the end of the day, and an amount as far as it was used. Doing it again changes nothing.
         *
         *     Needs the permission `discounts.write`.
         */
        post: operations["revokeCouponRedemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invoices and credit notes
         * @description Needs the permission `invoices.read`.
         */
        get: operations["listInvoices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoice}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an invoice with its lines
         * @description Needs the permission `invoices.read`.
         */
        get: operations["getInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoice}/lines/{position}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why a line is what it is
         * @description The arithmetic in words, and for usage the events that it stands on.
         *
         *     Needs the permission `invoices.read`.
         */
        get: operations["explainInvoiceLine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invoices/{invoice}/pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an invoice as PDF
         * @description Made when it is first asked for; from then on the bytes are the same. The ETag is their SHA-256.
         *
         *     Needs the permission `invoices.read`.
         */
        get: operations["getInvoicePdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook endpoints
         * @description Needs the permission `webhooks.read`.
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Set up a webhook endpoint
         * @description The secret that verifies its posts is told in this answer and never again.
         *
         *     Needs the permission `webhooks.write`.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpoint}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a webhook endpoint
         * @description Needs the permission `webhooks.read`.
         */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /**
         * Take a webhook endpoint away, with its deliveries
         * @description Needs the permission `webhooks.write`.
         */
        delete: operations["removeWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Change a webhook endpoint
         * @description What is left out stays. Turned on again, it gets what still waits for it; what happened while it was off can be replayed.
         *
         *     Needs the permission `webhooks.write`.
         */
        patch: operations["changeWebhookEndpoint"];
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpoint}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a webhook endpoint’s secret
         * @description While the two overlap, posts carry a signature by each, so the receiver can change over when it suits him.
         *
         *     Needs the permission `webhooks.write`.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpoint}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test event to a webhook endpoint
         * @description It goes out within moments; its delivery tells what came back.
         *
         *     Needs the permission `webhooks.write`.
         */
        post: operations["testWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpoint}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List deliveries to a webhook endpoint
         * @description Needs the permission `webhooks.read`.
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
    "/v1/webhook-endpoints/{endpoint}/deliveries/{delivery}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver an event again
         * @description Under the same `webhook-id`.
         *
         *     Needs the permission `webhooks.write`.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpoint}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deliver everything since an instant again
         * @description Every event of the endpoint’s kinds, also those that happened while it was off; in their order, under the ids they had.
         *
         *     Needs the permission `webhooks.write`.
         */
        post: operations["replayWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get what a start page shows
         * @description Of the seller one acts for: revenue, what recurs, who is in service, what runs next, and what needs a person. Each part for whom may see it.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search everything
         * @description By what one types into one field. Each kind is searched if you may read it; a customer’s people find what is theirs.
         */
        get: operations["searchEverything"];
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
        /** @description Whoever is billed, by one seller. */
        Account: {
            /**
             * @description The account’s id.
             * @example acc_00000000000zg
             */
            id: string;
            /**
             * @description The id by which your own systems know the account. It never changes.
             * @example acme
             */
            externalId: string;
            /**
             * @description Whom invoices are addressed to.
             * @example Acme Ltd
             */
            name: string;
            /**
             * @description What kind of customer.
             * @example company
             * @enum {string}
             */
            kind: "company" | "person" | "reseller";
            /**
             * @description ISO 4217: the currency of what it buys from now on.
             * @example EUR
             */
            currency: string;
            /**
             * @description IANA time zone: when its days begin. Fixed once something was bought.
             * @example Europe/Dublin
             */
            zone: string;
            /**
             * @description Language of its documents.
             * @example en
             */
            language: string;
            /**
             * @description ISO 3166, two letters: where it is for tax.
             * @example IE
             */
            country: string | null;
            /**
             * @description Lines of the address below the name.
             * @example [
             *       "1 Quay Street",
             *       "Dublin"
             *     ]
             */
            address: string[];
            /**
             * @description VAT number or the like.
             * @example IE1234567T
             */
            taxNumber: string | null;
            /**
             * @description The customer’s order number, printed on invoices.
             * @example PO-2026-17
             */
            purchaseOrder: string | null;
            /**
             * @description What the customer’s accounting wants to read on invoices.
             * @example 04011000-12345-34
             */
            buyerReference: string | null;
            /**
             * @description When it was added.
             * @example 2026-01-01T00:00:00Z
             */
            createdAt: string;
            /**
             * @description When it was last changed.
             * @example 2026-01-01T00:00:00Z
             */
            changedAt: string;
            /** @description Only with `expand=billing`. */
            billing?: {
                /**
                 * @description From when on a run looks at it; null when nothing is due until a fact says so.
                 * @example 2026-02-01T00:00:00Z
                 */
                nextBillAt: string | null;
                /**
                 * @description The last day, there, that a run looked at.
                 * @example 2026-01-01
                 */
                lastRunOn: string | null;
                /** @description Set aside by a run: nothing is charged until somebody takes it back. Null: it is not. */
                parked: {
                    /**
                     * @description When it was set aside.
                     * @example 2026-01-01T00:10:00Z
                     */
                    at: string;
                    /**
                     * @description Why, as a code.
                     * @example billing.alarm_total
                     */
                    code: string;
                    /**
                     * @description Why, as a sentence.
                     * @example The invoice would be 120000.00 EUR, beyond the alarm of 50000.
                     */
                    detail: string;
                } | null;
            };
        };
        /** @description What a seller’s people noted about an account; customers never see it. */
        AccountNote: {
            /**
             * @description Its id.
             * @example nte_00000000000zg
             */
            id: string;
            /**
             * @description Who wrote it: a user or a key.
             * @example usr_00000000000zg
             */
            author: string;
            /**
             * @description What that user was called then.
             * @example Ada
             */
            authorName: string | null;
            /**
             * @description What it says, as plain text.
             * @example Pays by bank transfer, always late.
             */
            text: string;
            /**
             * @description When.
             * @example 2026-01-01T00:00:00Z
             */
            createdAt: string;
            /**
             * @description When it was last changed; null: never.
             * @example 2026-01-02T00:00:00Z
             */
            changedAt: string | null;
            /**
             * @description Who changed it last.
             * @example usr_00000000000zg
             */
            changedBy: string | null;
        };
        ApiKey: {
            /**
             * @description The key’s id; no secret.
             * @example key_00000000000zg
             */
            id: string;
            /**
             * @description What it is for.
             * @example Control panel
             */
            name: string;
            /**
             * @description Its last letters.
             * @example x7Qk
             */
            hint: string;
            /**
             * @description Id of the account it is confined to; null where it acts for the seller.
             * @example null
             */
            account: string | null;
            /**
             * @description Names of permissions; `GET /v1/permissions` lists them.
             * @example [
             *       "invoices.read"
             *     ]
             */
            permissions: string[];
            /**
             * @description By permission: the greatest amount by currency, or `percent`. What is not limited is not listed.
             * @example {
             *       "credits.write": {
             *         "EUR": "50.00"
             *       }
             *     }
             */
            limits: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            /**
             * @description Whether it works.
             * @example active
             * @enum {string}
             */
            state: "active" | "expired" | "revoked";
            /**
             * @description When it was made.
             * @example 2026-01-31T09:30:00Z
             */
            createdAt: string;
            /**
             * @description Who made it; null on the command line.
             * @example usr_00000000000zg
             */
            createdBy: string | null;
            expiresAt: string | null;
            revokedAt: string | null;
            usedAt: string | null;
            /**
             * @description The key that takes its place.
             * @example null
             */
            replacedBy: string | null;
        };
        AuditEntry: {
            /**
             * @description The entry’s id.
             * @example aud_00000000000zg
             */
            id: string;
            /**
             * @description When, by the business clock.
             * @example 2026-01-31T09:30:00Z
             */
            at: string;
            /**
             * @description What kind of caller. Nobody: before he had signed in.
             * @example user
             * @enum {string}
             */
            actorKind: "user" | "key" | "nobody" | "system";
            actor: string | null;
            account: string | null;
            delegatedFrom: string | null;
            impersonatedBy: string | null;
            /**
             * @description Name of the operation in this reference.
             * @example changeAccount
             */
            operation: string;
            /**
             * @description What it was done to.
             * @example [
             *       "acc_00000000000zg"
             *     ]
             */
            subjects: string[];
            /** @description What it was before and is after. */
            changes: {
                /**
                 * @description What was changed.
                 * @example acc_00000000000zg
                 */
                subject: string;
                /**
                 * @description By field: before and after, without secrets.
                 * @example {
                 *       "name": [
                 *         "Acme",
                 *         "Acme Ltd"
                 *       ]
                 *     }
                 */
                changes: {
                    [key: string]: [
                        unknown,
                        unknown
                    ];
                };
            }[];
            /**
             * @description From which network address.
             * @example 192.0.2.7
             */
            address: string;
            /**
             * @description The request’s id, as its answer had it.
             * @example b51d2f0e-6f2a-4d61-9d3b-0d9f1f6a3f11
             */
            requestId: string;
            refused: string | null;
        };
        /** @description Whether the invariants of the books hold. */
        AuditReport: {
            /**
             * @description How many were asked.
             * @example 42
             */
            invariants: number;
            /** @description Those that do not hold; empty is as it should be. */
            findings: {
                /**
                 * @description Which one is broken.
                 * @example postings_balance
                 */
                invariant: string;
                /**
                 * @description What always holds.
                 * @example the postings of a transaction add up to zero
                 */
                sentence: string;
                /**
                 * @description How many rows break it.
                 * @example 1
                 */
                violations: number;
                /** @description The first of them. */
                examples: {
                    /**
                     * @description Where.
                     * @example invoice 12
                     */
                    place: string;
                    /**
                     * @description What is wrong there.
                     * @example 15.00 and not 15.01
                     */
                    detail: string | null;
                }[];
            }[];
        };
        /** @description What a run would bill. */
        BillingPreview: {
            /** @description What would be issued; without ids and numbers. */
            invoices: components["schemas"]["Invoice"][];
            /** @description Accounts that the run would set aside. */
            wouldPark: {
                /**
                 * @description External id.
                 * @example acme
                 */
                account: string;
                /**
                 * @description Why, as a code.
                 * @example billing.alarm_total
                 */
                code: string;
                /**
                 * @description Why, as a sentence.
                 * @example Beyond the alarm.
                 */
                detail: string;
            }[];
            /**
             * @description Ask for the next page with it; null after the last.
             * @example acc_00000000000zg
             */
            nextCursor: string | null;
        };
        /** @description A billing run: asked for by somebody, or done by a server when something was due. */
        BillingRun: {
            /**
             * @description Its id.
             * @example run_00000000000zg
             */
            id: string;
            /**
             * @description Whether a server did it by itself, as every hour; those that found nobody due are not told of.
             * @example false
             */
            isScheduled: boolean;
            /**
             * @description Up to which day; null: the day it began.
             * @example 2026-02-01
             */
            asOf: string | null;
            /**
             * @description How far it is.
             * @example done
             * @enum {string}
             */
            state: "waiting" | "running" | "done" | "failed";
            /**
             * @description When it was asked for.
             * @example 2026-02-01T00:00:00Z
             */
            orderedAt: string;
            /**
             * @description When it began.
             * @example 2026-02-01T00:00:01Z
             */
            beganAt: string | null;
            /**
             * @description When it ended.
             * @example 2026-02-01T00:00:09Z
             */
            endedAt: string | null;
            /**
             * @description Accounts looked at so far.
             * @example 120
             */
            accounts: number;
            /**
             * @description Invoices and credit notes issued so far.
             * @example 120
             */
            documents: number;
            /**
             * @description Lines on them.
             * @example 120
             */
            lines: number;
            /**
             * @description Accounts set aside so far.
             * @example 120
             */
            parked: number;
            /**
             * @description Why it failed.
             * @example billing.day_not_come: 2026-02-01 has not come yet.
             */
            failure: string | null;
        };
        /** @description A subscription with a change, made or rehearsed. */
        ChangedSubscription: {
            /** @description As it is with the change. */
            subscription: components["schemas"]["Subscription"];
            /** @description With `preview=true`: what would be billed. Null: the change is made. */
            preview: {
                /** @description What a run would issue to the account, other changes that wait included. */
                invoices: components["schemas"]["Invoice"][];
                /**
                 * @description Why a run would set the account aside instead; null: it would not.
                 * @example Beyond the alarm.
                 */
                wouldPark: string | null;
            } | null;
        };
        /** @description All of the installation lives by it; it only goes forward. */
        Clock: {
            /**
             * @description Business time.
             * @example 2026-02-01T00:00:00Z
             */
            now: string;
            /**
             * @description The machine’s time.
             * @example 2026-01-12T09:30:00Z
             */
            machine: string;
        };
        /** @description A discount that customers redeem by its code, within limits. */
        Coupon: {
            /**
             * @description The coupon’s id.
             * @example cpn_00000000000zg
             */
            id: string;
            /**
             * @description What customers type. It never changes.
             * @example SPRING
             */
            code: string;
            /**
             * @description What it is called among the seller’s people.
             * @default
             * @example Spring offer
             */
            name: string;
            /**
             * @description Per cent off, above 0, at most 100. Either this or an amount.
             * @default null
             * @example 20
             */
            percent: string | null;
            /**
             * @description Off once, before tax, major units.
             * @default null
             * @example null
             * @example 10.00
             */
            amount: string | null;
            /**
             * @description Of the amount, ISO 4217.
             * @default null
             * @example null
             * @example EUR
             */
            currency: string | null;
            /**
             * @description Of a percentage: for how many periods of the plan, counted from the day it begins. Null beside a null `untilOn`: for ever.
             * @default null
             * @example 3
             */
            periods: number | null;
            /**
             * @description Of a percentage: the first day without it.
             * @default null
             * @example null
             * @example 2026-07-01
             */
            untilOn: string | null;
            /**
             * @description Keys of the plans it is for; null is all.
             * @default null
             * @example [
             *       "cloud"
             *     ]
             */
            plans: string[] | null;
            /**
             * @description Keys of the components it is for; null is all.
             * @default null
             * @example [
             *       "seat"
             *     ]
             */
            components: string[] | null;
            /**
             * @description How often it can be used; null is without limit.
             * @default null
             * @example 100
             */
            limitTotal: number | null;
            /**
             * @description How often one account can use it; null is without limit.
             * @default null
             * @example 1
             */
            limitEach: number | null;
            /**
             * @description First day on which it is taken, in the seller’s zone.
             * @default null
             * @example 2026-03-01
             */
            validFrom: string | null;
            /**
             * @description First day on which it is not taken any more.
             * @default null
             * @example 2026-06-01
             */
            validUntil: string | null;
            /**
             * @description How often it has been used; what was revoked before it was billed does not count.
             * @example 7
             */
            used: number;
            /**
             * @description When it was made.
             * @example 2026-02-20T10:00:00Z
             */
            createdAt: string;
            /**
             * @description Since when it is not taken any more; null: it is.
             * @example null
             * @example 2026-04-01T10:00:00Z
             */
            deactivatedAt: string | null;
        };
        /** @description One use of a coupon by an account. */
        CouponRedemption: {
            /**
             * @description The redemption’s id.
             * @example rdm_00000000000zg
             */
            id: string;
            /**
             * @description The coupon’s code.
             * @example SPRING
             */
            code: string;
            /**
             * @description External id of the account.
             * @example acme
             */
            account: string;
            /**
             * @description External id of the subscription; null: for all that the account had then.
             * @example web-1
             */
            subscription: string | null;
            /**
             * @description The name that makes it happen once.
             * @example checkout-4711
             */
            reference: string;
            /**
             * @description The first day it is for.
             * @example 2026-03-01
             */
            from: string;
            /**
             * @description When.
             * @example 2026-03-01T10:00:00Z
             */
            redeemedAt: string;
            /**
             * @description When it was revoked; null: it was not.
             * @example null
             * @example 2026-03-02T10:00:00Z
             */
            revokedAt: string | null;
            /**
             * @description Revoked before anything was billed with it: it counts as never used.
             * @example false
             */
            givenBack: boolean;
        };
        /** @description Goodwill: lowers what was charged, to zero at the most. */
        Credit: {
            /**
             * @description Its id.
             * @example crd_00000000000zg
             */
            id: string;
            /**
             * @description The id by which your own systems know it.
             * @example outage-3
             */
            externalId: string;
            /**
             * @description External id of the account.
             * @example acme
             */
            account: string;
            /**
             * @description External id of the extra item, or plan version and component, that it lowers.
             * @example cloud/seat
             */
            item: string;
            /**
             * @description A moment in the period that it lowers.
             * @example 2026-01-15T00:00:00Z
             */
            at: string;
            /**
             * @description Major units, above zero.
             * @example 5
             */
            amount: string;
            /**
             * @description ISO 4217.
             * @example EUR
             */
            currency: string;
            /**
             * @description Why.
             * @example Outage on 12 January
             */
            reason: string;
            /**
             * @description When it was told.
             * @example 2026-01-15T09:00:00Z
             */
            recordedAt: string;
        };
        /** @description What a seller sells in. */
        Currencies: {
            /** @description A currency that was never named is off. */
            currencies: {
                /**
                 * @description ISO 4217.
                 * @example EUR
                 */
                currency: string;
                /**
                 * @description Whether anything new is sold in it.
                 * @example true
                 */
                enabled: boolean;
                /**
                 * @description Of one that is off: no period that begins then or later is billed in it.
                 * @example 2026-02-01
                 */
                offFrom: string | null;
            }[];
            /** @description For new accounts that name none: the first that fits the language, else the country. */
            rules: {
                /**
                 * @description Of accounts that speak it.
                 * @example de
                 */
                language?: string;
                /**
                 * @description Of accounts there, ISO 3166.
                 * @example CH
                 */
                country?: string;
                /**
                 * @description They get this one.
                 * @example CHF
                 */
                currency: string;
            }[];
        };
        /** @description An account buys in another currency from now on; what it bought keeps its own. */
        CurrencyChange: {
            /**
             * @description External id.
             * @example acme
             */
            account: string;
            /**
             * @description What it bought in.
             * @example EUR
             */
            before: string;
            /**
             * @description What it buys in from now on.
             * @example CHF
             */
            currency: string;
            /** @description Subscriptions that run on in another currency, until each is ended and another started. */
            staying: {
                /**
                 * @description External id.
                 * @example web-1
                 */
                subscription: string;
                /**
                 * @description The one that it keeps.
                 * @example EUR
                 */
                currency: string;
            }[];
        };
        /** @description An amount off, for all of an account’s charges or for some, used up by the runs that bill them. */
        Discount: {
            /**
             * @description The discount’s id.
             * @example dsc_00000000000zg
             */
            id: string;
            /**
             * @description Its external id; of a coupon’s `coupon:` and the redemption.
             * @example sorry-17
             */
            externalId: string;
            /**
             * @description External id of the account.
             * @example acme
             */
            account: string;
            /**
             * @description From when on runs may use it.
             * @example 2026-01-15T00:00:00Z
             */
            at: string;
            /**
             * @description Major units, before tax.
             * @example 10.00
             */
            amount: string;
            /**
             * @description ISO 4217. It lowers charges in this currency alone.
             * @example EUR
             */
            currency: string;
            /**
             * @description What runs have taken off with it.
             * @example 7.50
             */
            used: string;
            /**
             * @description Items and components it may lower; null is all.
             * @example [
             *       "cloud/seat"
             *     ]
             */
            items: string[] | null;
            /**
             * @description When it was given.
             * @example 2026-01-15T09:00:00Z
             */
            recordedAt: string;
            /**
             * @description Since when no more of it is used; null: it is.
             * @example null
             * @example 2026-02-15T09:00:00Z
             */
            revokedAt: string | null;
        };
        /** @description Something that happened. */
        Event: {
            /**
             * @description The event’s id; the `webhook-id` of its deliveries.
             * @example evt_00000000000zg
             */
            id: string;
            /**
             * @description What happened, one of the kinds in the guide to the change feed.
             * @example invoice.issued
             */
            type: string;
            /**
             * @description When it happened, in business time.
             * @example 2026-02-01T00:10:00Z
             */
            timestamp: string;
            /**
             * @description The id of what it happened to.
             * @example inv_00000000000z8
             */
            subject: string;
            /**
             * @description By kind, see the guide.
             * @example {
             *       "account": "acme",
             *       "total": "17.85",
             *       "currency": "EUR"
             *     }
             */
            data: {
                [key: string]: unknown;
            };
        };
        /** @description A charge outside any plan, once or recurring. */
        ExtraItem: {
            /**
             * @description Its id.
             * @example itm_00000000000zg
             */
            id: string;
            /**
             * @description The id by which your own systems know it.
             * @example setup-17
             */
            externalId: string;
            /**
             * @description External id of the account.
             * @example acme
             */
            account: string;
            /**
             * @description What invoices call it.
             * @example Migration by hand
             */
            description: string;
            /**
             * @description When it is due, or first due.
             * @example 2026-01-15T00:00:00Z
             */
            at: string;
            /**
             * @description When it stops repeating.
             * @example 2026-07-01T00:00:00Z
             */
            until: string | null;
            /** @description Repeats; null is once. */
            every: {
                /**
                 * @description Unit of the period.
                 * @example month
                 */
                unit: string;
                /**
                 * @description How many of them.
                 * @example 1
                 */
                count: number;
            } | null;
            /**
             * @description Of one unit; below zero it is a credit.
             * @example 120
             */
            amount: string;
            /**
             * @description Units.
             * @example 1
             */
            quantity: string;
            /**
             * @description ISO 4217.
             * @example EUR
             */
            currency: string;
            /**
             * @description Which rates apply.
             * @example standard
             */
            taxCategory: string | null;
            /**
             * @description When it was told.
             * @example 2026-01-15T09:00:00Z
             */
            recordedAt: string;
            /**
             * @description Whether it can still bring something.
             * @example true
             */
            isOpen: boolean;
        };
        /** @description What an account’s next invoice would be. */
        Forecast: {
            /**
             * @description The next billing day; null: nothing is due until something changes.
             * @example 2026-02-01
             */
            on: string | null;
            /** @description What metered usage that is not billed yet costs so far; it stands on the invoices below too. */
            usageSoFar: {
                /**
                 * @description ISO 4217.
                 * @example EUR
                 */
                currency: string;
                /**
                 * @description Without tax.
                 * @example 12.30
                 */
                net: string;
            }[];
            /** @description What would be issued; without ids and numbers. */
            invoices: components["schemas"]["Invoice"][];
            /**
             * @description A run would set the account aside for somebody of the seller’s to look at.
             * @example false
             */
            wouldPark: boolean;
        };
        /** @description What a search found: a few of each kind, the likeliest first. What you may not see is not among it. */
        Found: {
            /** @description By id, or what the external id, the name or a word of it begins with. */
            accounts: {
                /**
                 * @description Its id.
                 * @example acc_00000000000zg
                 */
                id: string;
                /**
                 * @description Your own id of it.
                 * @example acme
                 */
                externalId: string;
                /**
                 * @description What it is called.
                 * @example Acme GmbH
                 */
                name: string;
                /**
                 * @description ISO 4217.
                 * @example EUR
                 */
                currency: string;
                /**
                 * @description company, person or reseller.
                 * @example company
                 */
                kind: string;
            }[];
            /** @description By id, or what the external id or a named item begins with. */
            subscriptions: {
                /**
                 * @description Its id.
                 * @example sub_00000000000zg
                 */
                id: string;
                /**
                 * @description Your own id of it.
                 * @example web-1
                 */
                externalId: string;
                /** @description Whose it is. */
                account: {
                    /**
                     * @description Its id.
                     * @example acc_00000000000zg
                     */
                    id: string;
                    /**
                     * @description Your own id of it.
                     * @example acme
                     */
                    externalId: string;
                    /**
                     * @description What it is called.
                     * @example Acme GmbH
                     */
                    name: string;
                };
                /**
                 * @description ISO 4217.
                 * @example EUR
                 */
                currency: string;
                /**
                 * @description The version that it is on, or will be.
                 * @example cloud~2
                 */
                plan: string | null;
                /**
                 * @description What the plan is called.
                 * @example Cloud
                 */
                planName: string | null;
            }[];
            /** @description By id, number (leading zeros or not), or total; latest first. */
            invoices: {
                /**
                 * @description Its id.
                 * @example inv_00000000000zg
                 */
                id: string;
                /**
                 * @description As it is printed.
                 * @example INV-000001
                 */
                number: string;
                /**
                 * @description Which of the two.
                 * @example invoice
                 * @enum {string}
                 */
                kind: "invoice" | "credit_note";
                /** @description Who was billed. */
                account: {
                    /**
                     * @description Its id.
                     * @example acc_00000000000zg
                     */
                    id: string;
                    /**
                     * @description Your own id of it.
                     * @example acme
                     */
                    externalId: string;
                    /**
                     * @description What it is called.
                     * @example Acme GmbH
                     */
                    name: string;
                };
                /**
                 * @description ISO 4217.
                 * @example EUR
                 */
                currency: string;
                /**
                 * @description Day of issue.
                 * @example 2026-02-01
                 */
                issuedOn: string;
                /**
                 * @description With tax.
                 * @example 119.00
                 */
                total: string;
            }[];
            /** @description By id, or what the mail address, the name or a word of them begins with. */
            users: {
                /**
                 * @description His id.
                 * @example usr_00000000000zg
                 */
                id: string;
                /**
                 * @description His mail address.
                 * @example ada@example.org
                 */
                mail: string;
                /**
                 * @description His name.
                 * @example Ada
                 */
                name: string;
                /**
                 * @description Whether he is shut out.
                 * @example false
                 */
                disabled: boolean;
                /** @description A customer’s user: one of his accounts. Null: staff. */
                account: {
                    /**
                     * @description Its id.
                     * @example acc_00000000000zg
                     */
                    id: string;
                    /**
                     * @description Your own id of it.
                     * @example acme
                     */
                    externalId: string;
                    /**
                     * @description What it is called.
                     * @example Acme GmbH
                     */
                    name: string;
                } | null;
            }[];
            /** @description By what the key, the name or a word of it begins with. */
            plans: {
                /**
                 * @description Its key.
                 * @example cloud
                 */
                key: string;
                /**
                 * @description What it is called.
                 * @example Cloud
                 */
                name: string;
            }[];
        };
        /** @description An amount off, given, revoked or rehearsed. */
        GivenDiscount: {
            /** @description The amount off. */
            discount: components["schemas"]["Discount"];
            /** @description With `preview=true`: what would be billed. Null: it is done. */
            preview: {
                /** @description What a run would issue to the account, other changes that wait included. */
                invoices: components["schemas"]["Invoice"][];
                /**
                 * @description Why a run would set the account aside instead; null: it would not.
                 * @example null
                 * @example Beyond the alarm.
                 */
                wouldPark: string | null;
            } | null;
        };
        IdentityProvider: {
            /**
             * @description What it is called in addresses.
             * @example company
             */
            key: string;
            /**
             * @description What to write on the button.
             * @example Company account
             */
            name: string;
            /**
             * @description The provider’s address: where its discovery document is.
             * @example https://id.example.org
             */
            issuer: string;
            /**
             * @description What the provider calls us.
             * @example prorata
             */
            clientId: string;
            /**
             * @description Whether signing in there counts as two factors; else the user’s own second factor is asked for too.
             * @example true
             */
            isTwoFactors: boolean;
            /**
             * @description Whether it is in use.
             * @example true
             */
            enabled: boolean;
        };
        /** @description An issued invoice or credit note. It never changes. */
        Invoice: {
            /**
             * @description The document’s id; null in a preview.
             * @example inv_00000000000zh
             */
            id: string | null;
            /**
             * @description Its number, without gaps in its series; null in a preview.
             * @example INV-000001
             */
            number: string | null;
            /**
             * @description On a credit note amounts are below zero.
             * @example invoice
             * @enum {string}
             */
            kind: "invoice" | "credit_note";
            /** @description Who is billed. */
            account: {
                /**
                 * @description Its id.
                 * @example acc_00000000000zg
                 */
                id?: string;
                /**
                 * @description Its external id.
                 * @example acme
                 */
                externalId: string;
                /**
                 * @description Its name now.
                 * @example Acme Ltd
                 */
                name: string;
            };
            /**
             * @description ISO 4217.
             * @example EUR
             */
            currency: string;
            /**
             * @description The billing day it is for.
             * @example 2026-02-01
             */
            billedOn: string;
            /**
             * @description The day it was issued, in the seller’s zone.
             * @example 2026-02-01
             */
            issuedOn: string;
            /**
             * @description The day that tax is due by.
             * @example 2026-02-01
             */
            taxPoint: string;
            /**
             * @description When it is to be paid; null on a credit note: nobody owes it.
             * @example 2026-02-15
             */
            dueOn: string | null;
            /**
             * @description Without tax.
             * @example 31.00
             */
            net: string;
            /**
             * @description The tax.
             * @example 5.89
             */
            tax: string;
            /**
             * @description With tax.
             * @example 36.89
             */
            total: string;
            /**
             * @description What the balance paid at issue; below zero what went to it.
             * @example 0.00
             */
            fromBalance: string;
            /**
             * @description Numbers of the invoices that a credit note takes back from.
             * @example [
             *       "INV-000001"
             *     ]
             */
            corrects: string[];
            /** @description As it stood when the document was issued. */
            seller: {
                /**
                 * @description Name.
                 * @example Acme Ltd
                 */
                name: string;
                /**
                 * @description Lines of the address.
                 * @example [
                 *       "1 Quay Street",
                 *       "Dublin"
                 *     ]
                 */
                address: string[];
                /**
                 * @description ISO 3166.
                 * @example IE
                 */
                country: string | null;
                /**
                 * @description VAT number or the like.
                 * @example IE1234567T
                 */
                taxNumber: string | null;
                /**
                 * @description Of the buyer.
                 * @example acme
                 */
                externalId?: string;
                /**
                 * @description Of the buyer.
                 * @example PO-2026-17
                 */
                purchaseOrder?: string | null;
                /**
                 * @description Of the buyer.
                 * @example 04011000-12345-34
                 */
                buyerReference?: string | null;
            };
            /** @description As it stood when the document was issued. */
            buyer: {
                /**
                 * @description Name.
                 * @example Acme Ltd
                 */
                name: string;
                /**
                 * @description Lines of the address.
                 * @example [
                 *       "1 Quay Street",
                 *       "Dublin"
                 *     ]
                 */
                address: string[];
                /**
                 * @description ISO 3166.
                 * @example IE
                 */
                country: string | null;
                /**
                 * @description VAT number or the like.
                 * @example IE1234567T
                 */
                taxNumber: string | null;
                /**
                 * @description Of the buyer.
                 * @example acme
                 */
                externalId?: string;
                /**
                 * @description Of the buyer.
                 * @example PO-2026-17
                 */
                purchaseOrder?: string | null;
                /**
                 * @description Of the buyer.
                 * @example 04011000-12345-34
                 */
                buyerReference?: string | null;
            };
            /** @description What was frozen beside the amounts. */
            facts: {
                /**
                 * @description Language of the document.
                 * @example en
                 */
                language: string;
                /**
                 * @description Whose days these are.
                 * @example Europe/Berlin
                 */
                zone: string;
                /**
                 * @description Decimal places of the currency.
                 * @example 2
                 */
                digits: number;
                /**
                 * @description Whether prices contain the tax.
                 * @example false
                 */
                taxInclusive: boolean;
                /**
                 * @description Days until it is due.
                 * @example 14
                 */
                termDays: number;
                /** @description From the first to the last day that lines are about. */
                servicePeriod: {
                    /**
                     * @description First day, or instant of hourly periods.
                     * @example 2026-01-21
                     */
                    from: string;
                    /**
                     * @description Where it ends, exclusive.
                     * @example 2026-02-01
                     */
                    to: string;
                } | null;
                /** @description What was decided about tax, and why. */
                tax: {
                    /**
                     * @description Which lines it is about.
                     * @example standard
                     */
                    category: string;
                    /**
                     * @description What was decided: domestic rates, reverse charge, …
                     * @example domestic
                     */
                    rule: string;
                    /**
                     * @description Why, in a sentence.
                     * @example Seller and customer are in DE.
                     */
                    reason: string;
                    /** @description The seller, for tax. */
                    supplier: {
                        /**
                         * @description ISO 3166.
                         * @example DE
                         */
                        country: string;
                        /**
                         * @description Tax number that was invoiced under.
                         * @example DE123456789
                         */
                        registration: string | null;
                    };
                    /** @description The customer, for tax. */
                    customer: {
                        /**
                         * @description ISO 3166.
                         * @example DE
                         */
                        country: string | null;
                        /**
                         * @description Company or person.
                         * @example company
                         */
                        kind: string;
                    };
                    /**
                     * @description Where it is taxed.
                     * @example DE
                     */
                    place: string | null;
                    /**
                     * @description The day whose rates apply.
                     * @example 2026-02-01
                     */
                    day: string;
                    /** @description The rates that were found. */
                    rates: {
                        /**
                         * @description Of the tax.
                         * @example VAT
                         */
                        name: string;
                        /**
                         * @description Its rate.
                         * @example 19
                         */
                        percent: string;
                        /**
                         * @description In force since.
                         * @example 2021-01-01
                         */
                        from: string | null;
                        /**
                         * @description Where the rate is from.
                         * @example EU
                         */
                        source: string;
                    }[];
                }[];
            };
            /** @description Taxes by category and rate. */
            taxes: {
                /**
                 * @description Which lines.
                 * @example standard
                 */
                category: string;
                /**
                 * @description Of the tax.
                 * @example VAT
                 */
                name: string;
                /**
                 * @description Its rate.
                 * @example 19
                 */
                percent: string;
                /**
                 * @description What it is taken of.
                 * @example 31.00
                 */
                base: string;
                /**
                 * @description The tax.
                 * @example 5.89
                 */
                amount: string;
            }[];
            /** @description In the order of the document. */
            lines: components["schemas"]["InvoiceLine"][];
        };
        /** @description An issued invoice or credit note without its lines. */
        InvoiceHead: {
            /**
             * @description The document’s id; null in a preview.
             * @example inv_00000000000zh
             */
            id: string | null;
            /**
             * @description Its number, without gaps in its series; null in a preview.
             * @example INV-000001
             */
            number: string | null;
            /**
             * @description On a credit note amounts are below zero.
             * @example invoice
             * @enum {string}
             */
            kind: "invoice" | "credit_note";
            /** @description Who is billed. */
            account: {
                /**
                 * @description Its id.
                 * @example acc_00000000000zg
                 */
                id?: string;
                /**
                 * @description Its external id.
                 * @example acme
                 */
                externalId: string;
                /**
                 * @description Its name now.
                 * @example Acme Ltd
                 */
                name: string;
            };
            /**
             * @description ISO 4217.
             * @example EUR
             */
            currency: string;
            /**
             * @description The billing day it is for.
             * @example 2026-02-01
             */
            billedOn: string;
            /**
             * @description The day it was issued, in the seller’s zone.
             * @example 2026-02-01
             */
            issuedOn: string;
            /**
             * @description The day that tax is due by.
             * @example 2026-02-01
             */
            taxPoint: string;
            /**
             * @description When it is to be paid; null on a credit note: nobody owes it.
             * @example 2026-02-15
             */
            dueOn: string | null;
            /**
             * @description Without tax.
             * @example 31.00
             */
            net: string;
            /**
             * @description The tax.
             * @example 5.89
             */
            tax: string;
            /**
             * @description With tax.
             * @example 36.89
             */
            total: string;
        };
        /** @description One line: what was due for a stretch of time, less what had been billed of it. */
        InvoiceLine: {
            /**
             * @description External id of the subscription; null for items outside of plans.
             * @example web-1
             */
            subscription: string | null;
            /**
             * @description The plan’s name.
             * @example Cloud
             */
            plan: string | null;
            /**
             * @description Plan version and component, or the item’s id.
             * @example P/seat
             */
            component: string;
            /**
             * @description What is charged.
             * @example Seat
             */
            description: string;
            /**
             * @description Unit of the quantity.
             * @example GB
             */
            unit: string | null;
            /**
             * @description The named item.
             * @example example.org
             */
            item: string | null;
            /**
             * @description What kind of charge.
             * @example recurring
             * @enum {string}
             */
            kind: "recurring" | "allocation" | "metered" | "one_time" | "item" | "commitment";
            /**
             * @description Why there is a line: due, changed, …
             * @example due
             */
            reason: string;
            /**
             * @description First day of the stretch, or its first instant.
             * @example 2026-01-21
             */
            from: string;
            /**
             * @description Where the stretch ends, exclusive.
             * @example 2026-02-01
             */
            to: string;
            /** @description The window that it is a part of; null for single charges. */
            period: {
                /**
                 * @description First day, or instant of hourly periods.
                 * @example 2026-01-21
                 */
                from: string;
                /**
                 * @description Where it ends, exclusive.
                 * @example 2026-02-01
                 */
                to: string;
            } | null;
            /**
             * @description Part of the window, as a fraction.
             * @example 11/31
             */
            fraction: string;
            /** @description What was billed before; null: nothing. */
            old: {
                /**
                 * @description Units.
                 * @example 5
                 */
                quantity: string;
                /**
                 * @description The price as it stood.
                 * @example {
                 *       "kind": "unit",
                 *       "price": "31"
                 *     }
                 */
                price: {
                    /**
                     * @description Price model.
                     * @example unit
                     * @enum {string}
                     */
                    kind: "flat" | "unit" | "graduated" | "volume" | "package" | "percentage" | "capacity";
                    /**
                     * @description Amount of the period (flat), of a unit, or of a package.
                     * @example 3.00
                     */
                    price?: string;
                    /**
                     * @description Units a unit price is for; started blocks count whole.
                     * @example 100
                     */
                    per?: string | null;
                    /**
                     * @description Tiers by rising upper bound.
                     * @example [
                     *       {
                     *         "upTo": "10",
                     *         "price": "1"
                     *       },
                     *       {
                     *         "upTo": null,
                     *         "price": "0.8"
                     *       }
                     *     ]
                     */
                    tiers?: {
                        /**
                         * @description Inclusive upper bound in units; null has no end.
                         * @example 100
                         * @example null
                         */
                        upTo?: string | null;
                        /**
                         * @description Price of a unit, or of `per` units, in this tier.
                         * @example 0.05
                         */
                        price?: string;
                        /**
                         * @description Fee once a unit falls in the tier.
                         * @example 2
                         */
                        flat?: string;
                        /**
                         * @description Units a price is for; started blocks count whole.
                         * @example 1000
                         */
                        per?: string | null;
                        /**
                         * @description Per cent, for percentage prices.
                         * @example 1.3
                         */
                        rate?: string;
                        /**
                         * @description Greatest total by meter, for capacity prices.
                         * @example {
                         *       "bandwidth": "10",
                         *       "disk": "500"
                         *     }
                         */
                        limits?: {
                            [key: string]: string;
                        };
                    }[];
                    /**
                     * @description The first tier’s flat fee is due at zero quantity too.
                     * @example false
                     */
                    flatAtZero?: boolean;
                    /**
                     * @description Units in a package.
                     * @example 10
                     */
                    size?: string;
                    /**
                     * @description Units before the first package.
                     * @example 5
                     */
                    free?: string;
                    /**
                     * @description Per cent of an event’s value.
                     * @example 2.99
                     */
                    rate?: string;
                    /**
                     * @description Fee of each event.
                     * @example 0.30
                     */
                    fixed?: string;
                    /**
                     * @description Events that cost nothing.
                     * @example 2
                     */
                    freeEvents?: number;
                    /**
                     * @description Value that costs nothing.
                     * @example 250
                     */
                    freeAmount?: string;
                    /**
                     * @description Whether free events and amounts are taken event by event or off the totals.
                     * @example event
                     * @enum {string}
                     */
                    freeOn?: "event" | "total";
                    /**
                     * @description Least amount of an event.
                     * @example 1.75
                     */
                    minEach?: string;
                    /**
                     * @description Greatest amount of an event.
                     * @example 12
                     */
                    maxEach?: string;
                    /**
                     * @description Free units of a period.
                     * @example 100
                     */
                    included?: string;
                    /**
                     * @description Units beyond it are not priced.
                     * @example 1000
                     */
                    maximum?: string;
                    /**
                     * @description Least amount of a period.
                     * @example 10.00
                     */
                    min?: string;
                    /**
                     * @description Greatest amount of a period.
                     * @example 500.00
                     */
                    max?: string;
                } | null;
                /**
                 * @description Percent taken off, where there is any.
                 * @example 10
                 */
                discountPercent?: string;
            } | null;
            /** @description What is billed now; null: nothing any more. */
            new: {
                /**
                 * @description Units.
                 * @example 5
                 */
                quantity: string;
                /**
                 * @description The price as it stood.
                 * @example {
                 *       "kind": "unit",
                 *       "price": "31"
                 *     }
                 */
                price: {
                    /**
                     * @description Price model.
                     * @example unit
                     * @enum {string}
                     */
                    kind: "flat" | "unit" | "graduated" | "volume" | "package" | "percentage" | "capacity";
                    /**
                     * @description Amount of the period (flat), of a unit, or of a package.
                     * @example 3.00
                     */
                    price?: string;
                    /**
                     * @description Units a unit price is for; started blocks count whole.
                     * @example 100
                     */
                    per?: string | null;
                    /**
                     * @description Tiers by rising upper bound.
                     * @example [
                     *       {
                     *         "upTo": "10",
                     *         "price": "1"
                     *       },
                     *       {
                     *         "upTo": null,
                     *         "price": "0.8"
                     *       }
                     *     ]
                     */
                    tiers?: {
                        /**
                         * @description Inclusive upper bound in units; null has no end.
                         * @example 100
                         * @example null
                         */
                        upTo?: string | null;
                        /**
                         * @description Price of a unit, or of `per` units, in this tier.
                         * @example 0.05
                         */
                        price?: string;
                        /**
                         * @description Fee once a unit falls in the tier.
                         * @example 2
                         */
                        flat?: string;
                        /**
                         * @description Units a price is for; started blocks count whole.
                         * @example 1000
                         */
                        per?: string | null;
                        /**
                         * @description Per cent, for percentage prices.
                         * @example 1.3
                         */
                        rate?: string;
                        /**
                         * @description Greatest total by meter, for capacity prices.
                         * @example {
                         *       "bandwidth": "10",
                         *       "disk": "500"
                         *     }
                         */
                        limits?: {
                            [key: string]: string;
                        };
                    }[];
                    /**
                     * @description The first tier’s flat fee is due at zero quantity too.
                     * @example false
                     */
                    flatAtZero?: boolean;
                    /**
                     * @description Units in a package.
                     * @example 10
                     */
                    size?: string;
                    /**
                     * @description Units before the first package.
                     * @example 5
                     */
                    free?: string;
                    /**
                     * @description Per cent of an event’s value.
                     * @example 2.99
                     */
                    rate?: string;
                    /**
                     * @description Fee of each event.
                     * @example 0.30
                     */
                    fixed?: string;
                    /**
                     * @description Events that cost nothing.
                     * @example 2
                     */
                    freeEvents?: number;
                    /**
                     * @description Value that costs nothing.
                     * @example 250
                     */
                    freeAmount?: string;
                    /**
                     * @description Whether free events and amounts are taken event by event or off the totals.
                     * @example event
                     * @enum {string}
                     */
                    freeOn?: "event" | "total";
                    /**
                     * @description Least amount of an event.
                     * @example 1.75
                     */
                    minEach?: string;
                    /**
                     * @description Greatest amount of an event.
                     * @example 12
                     */
                    maxEach?: string;
                    /**
                     * @description Free units of a period.
                     * @example 100
                     */
                    included?: string;
                    /**
                     * @description Units beyond it are not priced.
                     * @example 1000
                     */
                    maximum?: string;
                    /**
                     * @description Least amount of a period.
                     * @example 10.00
                     */
                    min?: string;
                    /**
                     * @description Greatest amount of a period.
                     * @example 500.00
                     */
                    max?: string;
                } | null;
                /**
                 * @description Percent taken off, where there is any.
                 * @example 10
                 */
                discountPercent?: string;
            } | null;
            /** @description Steps of the price. */
            parts: {
                /**
                 * @description Which step of the price, from 1.
                 * @example 1
                 */
                tier: number;
                /**
                 * @description Units in it.
                 * @example 5
                 */
                units: string;
                /**
                 * @description What they cost, exactly.
                 * @example 155
                 */
                amount: string;
            }[];
            /**
             * @description The difference as a fraction.
             * @example 165/31
             */
            exact: string;
            /**
             * @description What the window had been billed before.
             * @example 15.00
             */
            before: string;
            /**
             * @description What it has been billed with this line.
             * @example 20.32
             */
            after: string;
            /** @description Taxes on it. */
            rates: {
                /**
                 * @description Of the tax.
                 * @example VAT
                 */
                name: string;
                /**
                 * @description Its rate.
                 * @example 19
                 */
                percent: string;
            }[];
            /**
             * @description What the source of an item said.
             * @example {
             *       "region": "eu-west-1"
             *     }
             */
            source?: {
                [key: string]: string;
            };
            /**
             * @description The difference to 18 places.
             * @example 5.322580645161290323
             */
            exactAmount: string;
            /**
             * @description Before discounts.
             * @example 5.32
             */
            gross: string;
            /**
             * @description Discounts.
             * @example 0.00
             */
            discount: string;
            /**
             * @description The line’s amount.
             * @example 5.32
             */
            amount: string;
            /**
             * @description Without tax.
             * @example 5.32
             */
            net: string;
            /**
             * @description Which rates apply.
             * @example standard
             */
            taxCategory: string;
        };
        /** @description Why a line is what it is, down to the events. */
        LineExplanation: {
            line: components["schemas"]["InvoiceLine"];
            /**
             * @description The line spelt out: quantity × price × fraction, the one rounding, what was billed before.
             * @example [
             *       "now: 10 × 31.00 = 310.00"
             *     ]
             */
            arithmetic: string[];
            /** @description What a metered line stands on, by meter. */
            usage: {
                /**
                 * @description The meter.
                 * @example traffic
                 */
                meter: string;
                /**
                 * @description How events become a quantity.
                 * @example sum
                 */
                aggregate: string;
                /**
                 * @description From when on events count.
                 * @example 2026-01-01T00:00:00Z
                 */
                from: string;
                /**
                 * @description Until when, exclusive.
                 * @example 2026-02-01T00:00:00Z
                 */
                to: string;
                /**
                 * @description When the run began that issued the line: what it read is what counts.
                 * @example 2026-02-01T00:05:00Z
                 */
                knownAt: string;
                /**
                 * @description When the run began that billed the window before.
                 * @example 2026-02-01T00:05:00Z
                 */
                billedBeforeAt: string | null;
                /**
                 * @description Single events before this instant are no longer kept. Null: all are.
                 * @example 2025-01-01T00:00:00Z
                 */
                keptFrom: string | null;
                /**
                 * @description How many events in all.
                 * @example 1200
                 */
                total: number;
                /**
                 * @description How many of them are new.
                 * @example 3
                 */
                totalNew: number;
                /**
                 * @description Of their values.
                 * @example 118
                 */
                sum: string;
                /** @description The first of them, new ones first. */
                events: {
                    /**
                     * @description When it was consumed.
                     * @example 2026-01-05T10:00:00Z
                     */
                    at: string;
                    /**
                     * @description Who sent it.
                     * @example metering
                     */
                    source: string;
                    /**
                     * @description Its id there.
                     * @example u1
                     */
                    id: string;
                    /**
                     * @description In the meter’s unit.
                     * @example 8
                     */
                    value: string;
                    /**
                     * @description When it came in.
                     * @example 2026-01-05T10:00:03Z
                     */
                    recorded: string;
                    /**
                     * @description It came when the window was over.
                     * @example false
                     */
                    late: boolean;
                    /**
                     * @description The run that billed the window before did not have it.
                     * @example false
                     */
                    isNew: boolean;
                }[];
                /** @description Of a level that holds until the next event: where it stood at the beginning. */
                levelBefore: {
                    /**
                     * @description When it was consumed.
                     * @example 2026-01-05T10:00:00Z
                     */
                    at: string;
                    /**
                     * @description Who sent it.
                     * @example metering
                     */
                    source: string;
                    /**
                     * @description Its id there.
                     * @example u1
                     */
                    id: string;
                    /**
                     * @description In the meter’s unit.
                     * @example 8
                     */
                    value: string;
                    /**
                     * @description When it came in.
                     * @example 2026-01-05T10:00:03Z
                     */
                    recorded: string;
                    /**
                     * @description It came when the window was over.
                     * @example false
                     */
                    late: boolean;
                    /**
                     * @description The run that billed the window before did not have it.
                     * @example false
                     */
                    isNew: boolean;
                } | null;
            }[];
        };
        /** @description What usage events count. */
        Meter: {
            /**
             * @description Its key.
             * @example traffic
             */
            key: string;
            /**
             * @description Unit of its values.
             * @example GB
             */
            unit: string | null;
        };
        /** @description A plan of the seller above that can be taken over. */
        OfferedPlan: {
            /**
             * @description Its key.
             * @example cloud
             */
            key: string;
            /**
             * @description What people call it.
             * @example Cloud
             */
            name: string | null;
            /**
             * @description Its latest version.
             * @example 2
             */
            version: number;
            /**
             * @description When that was published.
             * @example 2026-01-01T00:00:00Z
             */
            publishedAt: string;
            /**
             * @description The latest version that you took over; null: none.
             * @example 1
             */
            takenOver: number | null;
        };
        /** @description What a subscription could change to. */
        Offers: {
            /**
             * @description ISO 4217.
             * @example EUR
             */
            currency: string;
            /**
             * @description What the customer’s people may do by themselves.
             * @example [
             *       "quantity"
             *     ]
             */
            may: ("plan" | "quantity" | "cancel")[];
            /**
             * @description When its period is over and it can end first; null: it is on no plan.
             * @example 2026-02-01
             */
            periodEndsOn: string | null;
            /** @description With the one that it is on, if that is still offered. */
            plans: {
                /**
                 * @description Key, as a change names it.
                 * @example cloud
                 */
                plan: string;
                /**
                 * @description Its latest version.
                 * @example cloud~2
                 */
                version: string;
                /**
                 * @description What it is called.
                 * @example Cloud
                 */
                name: string;
                /**
                 * @description Length of a billing period.
                 * @example {
                 *       "unit": "month",
                 *       "count": 1
                 *     }
                 */
                period: {
                    /**
                     * @description Unit of the period.
                     * @example month
                     * @enum {string}
                     */
                    unit: "hour" | "day" | "week" | "month" | "year";
                    /**
                     * @description How many of them.
                     * @default 1
                     * @example 1
                     */
                    count: number;
                };
                /** @description What it consists of. */
                components: {
                    /**
                     * @description Its key.
                     * @example seat
                     */
                    key: string;
                    /**
                     * @description What invoices call it.
                     * @example Seats
                     */
                    description: string;
                    /**
                     * @description What is counted.
                     * @example seat
                     */
                    unit: string | null;
                    /**
                     * @description How it is charged: one_time, recurring, allocation or metered.
                     * @example recurring
                     */
                    kind: string;
                    /**
                     * @description Before its period, or after: advance or arrears.
                     * @example advance
                     */
                    timing: string;
                    /**
                     * @description Length of a billing period.
                     * @example {
                     *       "unit": "month",
                     *       "count": 1
                     *     }
                     */
                    period: {
                        /**
                         * @description Unit of the period.
                         * @example month
                         * @enum {string}
                         */
                        unit: "hour" | "day" | "week" | "month" | "year";
                        /**
                         * @description How many of them.
                         * @default 1
                         * @example 1
                         */
                        count: number;
                    };
                    /**
                     * @description Whether it is counted by named items.
                     * @example false
                     */
                    namedItems: boolean;
                    /**
                     * @description Of what is metered: its meter.
                     * @example traffic
                     */
                    meter: string | null;
                    /**
                     * @description How many one has where nothing else is said.
                     * @example 1
                     */
                    quantity: string;
                    /** @description What this account would pay, today. */
                    price: {
                        /**
                         * @description Price model.
                         * @example unit
                         * @enum {string}
                         */
                        kind: "flat" | "unit" | "graduated" | "volume" | "package" | "percentage" | "capacity";
                        /**
                         * @description Amount of the period (flat), of a unit, or of a package.
                         * @example 3.00
                         */
                        price?: string;
                        /**
                         * @description Units a unit price is for; started blocks count whole.
                         * @example 100
                         */
                        per?: string | null;
                        /**
                         * @description Tiers by rising upper bound.
                         * @example [
                         *       {
                         *         "upTo": "10",
                         *         "price": "1"
                         *       },
                         *       {
                         *         "upTo": null,
                         *         "price": "0.8"
                         *       }
                         *     ]
                         */
                        tiers?: {
                            /**
                             * @description Inclusive upper bound in units; null has no end.
                             * @example 100
                             * @example null
                             */
                            upTo?: string | null;
                            /**
                             * @description Price of a unit, or of `per` units, in this tier.
                             * @example 0.05
                             */
                            price?: string;
                            /**
                             * @description Fee once a unit falls in the tier.
                             * @example 2
                             */
                            flat?: string;
                            /**
                             * @description Units a price is for; started blocks count whole.
                             * @example 1000
                             */
                            per?: string | null;
                            /**
                             * @description Per cent, for percentage prices.
                             * @example 1.3
                             */
                            rate?: string;
                            /**
                             * @description Greatest total by meter, for capacity prices.
                             * @example {
                             *       "bandwidth": "10",
                             *       "disk": "500"
                             *     }
                             */
                            limits?: {
                                [key: string]: string;
                            };
                        }[];
                        /**
                         * @description The first tier’s flat fee is due at zero quantity too.
                         * @example false
                         */
                        flatAtZero?: boolean;
                        /**
                         * @description Units in a package.
                         * @example 10
                         */
                        size?: string;
                        /**
                         * @description Units before the first package.
                         * @example 5
                         */
                        free?: string;
                        /**
                         * @description Per cent of an event’s value.
                         * @example 2.99
                         */
                        rate?: string;
                        /**
                         * @description Fee of each event.
                         * @example 0.30
                         */
                        fixed?: string;
                        /**
                         * @description Events that cost nothing.
                         * @example 2
                         */
                        freeEvents?: number;
                        /**
                         * @description Value that costs nothing.
                         * @example 250
                         */
                        freeAmount?: string;
                        /**
                         * @description Whether free events and amounts are taken event by event or off the totals.
                         * @example event
                         * @enum {string}
                         */
                        freeOn?: "event" | "total";
                        /**
                         * @description Least amount of an event.
                         * @example 1.75
                         */
                        minEach?: string;
                        /**
                         * @description Greatest amount of an event.
                         * @example 12
                         */
                        maxEach?: string;
                        /**
                         * @description Free units of a period.
                         * @example 100
                         */
                        included?: string;
                        /**
                         * @description Units beyond it are not priced.
                         * @example 1000
                         */
                        maximum?: string;
                        /**
                         * @description Least amount of a period.
                         * @example 10.00
                         */
                        min?: string;
                        /**
                         * @description Greatest amount of a period.
                         * @example 500.00
                         */
                        max?: string;
                    };
                    /**
                     * @description The same in words, in English.
                     * @example 3.00 a unit
                     */
                    priceInWords: string;
                }[];
            }[];
        };
        /** @description What a start page shows. */
        Overview: {
            /**
             * @description Of when revenue, what recurs and the counts are: of large books they are renewed from time to time.
             * @example 2026-02-01T00:00:00Z
             */
            figuresAt: string | null;
            /** @description Of this month and the eleven before, months without documents left out. Null: you may not see invoices. */
            revenue: {
                /**
                 * @description Month of issue.
                 * @example 2026-01
                 */
                month: string;
                /**
                 * @description ISO 4217.
                 * @example EUR
                 */
                currency: string;
                /**
                 * @description Without tax; credit notes taken off.
                 * @example 1190.00
                 */
                net: string;
                /**
                 * @description With tax; credit notes taken off.
                 * @example 1416.10
                 */
                total: string;
                /**
                 * @description Invoices issued.
                 * @example 120
                 */
                invoices: number;
                /**
                 * @description Credit notes issued.
                 * @example 3
                 */
                creditNotes: number;
            }[] | null;
            /** @description What recurring components were billed for the period that runs (in arrears: for the last that ended), less their discounts and without tax unless prices contain it; other periods brought to a month, of which a year of 365.25 days has twelve. What began within its period counts with the part that was billed. Null: you may not see invoices. */
            recurring: {
                /**
                 * @description ISO 4217.
                 * @example EUR
                 */
                currency: string;
                /**
                 * @description A month, without what is metered.
                 * @example 4200.00
                 */
                amount: string;
            }[] | null;
            /** @description Null: you may not see accounts. */
            accounts: {
                /**
                 * @description All there are.
                 * @example 120
                 */
                all: number;
                /**
                 * @description Those with a subscription in service.
                 * @example 120
                 */
                active: number;
            } | null;
            /** @description Null: you may not see subscriptions. */
            subscriptions: {
                /**
                 * @description All there ever were.
                 * @example 120
                 */
                all: number;
                /**
                 * @description In service now.
                 * @example 120
                 */
                active: number;
                /**
                 * @description Paused now.
                 * @example 2
                 */
                paused: number;
            } | null;
            /** @description Null: you may not see billing. */
            nextRun: {
                /**
                 * @description Accounts that are due already.
                 * @example 0
                 */
                due: number;
                /**
                 * @description When the next are due; null: nobody is.
                 * @example 2026-02-01T00:00:00Z
                 */
                nextAt: string | null;
                /**
                 * @description How many are due within a day from then.
                 * @example 120
                 */
                nextAccounts: number;
            } | null;
            /** @description Accounts that wait for a person. Null: you may not see billing. */
            parked: {
                /**
                 * @description Why.
                 * @example billing.alarm_total
                 */
                code: string;
                /**
                 * @description How many.
                 * @example 2
                 */
                accounts: number;
            }[] | null;
            /** @description Usage that was not taken in the last seven days. Null: you may not see usage. */
            refusedUsage: {
                /**
                 * @description Counted from then on.
                 * @example 2026-01-25T00:00:00Z
                 */
                since: string;
                /** @description By reason. */
                codes: {
                    /**
                     * @description Why.
                     * @example usage.unknown_meter
                     */
                    code: string;
                    /**
                     * @description How many.
                     * @example 120
                     */
                    events: number;
                }[];
            } | null;
            /** @description Endpoints that do not answer. Null: you may not see webhooks. */
            failingWebhooks: {
                /**
                 * @description Its id.
                 * @example whe_00000000000zg
                 */
                id: string;
                /**
                 * @description Where it is.
                 * @example https://example.com/hooks
                 */
                url: string;
                /**
                 * @description False: it was turned off for it.
                 * @example true
                 */
                enabled: boolean;
                /**
                 * @description Why it was turned off.
                 * @example webhook.failing
                 */
                disabledCode: string | null;
                /**
                 * @description Since when nothing has arrived.
                 * @example 2026-02-01T00:00:00Z
                 */
                failingSince: string | null;
                /**
                 * @description Tries in a row that failed.
                 * @example 4
                 */
                failures: number;
            }[] | null;
        };
        /** @description Nothing is charged to it until somebody takes it back. */
        ParkedAccount: {
            /**
             * @description The account’s id.
             * @example acc_00000000000zg
             */
            id: string;
            /**
             * @description Its external id.
             * @example acme
             */
            externalId: string;
            /**
             * @description What it is called.
             * @example Acme GmbH
             */
            name: string;
            /**
             * @description Why, as a code.
             * @example billing.alarm_total
             */
            code: string;
            /**
             * @description Why, as a sentence.
             * @example The invoice would be beyond the alarm.
             */
            detail: string;
            /**
             * @description Since when.
             * @example 2026-01-01T00:10:00Z
             */
            parkedAt: string;
        };
        /** @description Something that can be bought. */
        Plan: {
            /**
             * @description Its key.
             * @example cloud
             */
            key: string;
            /**
             * @description What people call it.
             * @example Cloud
             */
            name: string | null;
            /**
             * @description Taken over from the seller above, who alone publishes versions.
             * @example false
             */
            isResold: boolean;
            /** @description Published versions, oldest first. */
            versions: {
                /**
                 * @description What timelines call it.
                 * @example cloud~2
                 */
                ref: string;
                /**
                 * @description From 1.
                 * @example 2
                 */
                version: number;
                /**
                 * @description When.
                 * @example 2026-01-01T00:00:00Z
                 */
                publishedAt: string;
            }[];
            /**
             * @description When its draft was last changed; null where there is none.
             * @example 2026-01-01T00:00:00Z
             */
            draftChangedAt: string | null;
        };
        /** @description What a version of a plan says. Prices are published apart. */
        PlanBody: {
            /**
             * @description What people call it.
             * @example Cloud
             */
            name: string;
            /**
             * @description Period of its components.
             * @default {
             *       "unit": "month",
             *       "count": 1
             *     }
             * @example {
             *       "unit": "month",
             *       "count": 1
             *     }
             */
            period: {
                /**
                 * @description Unit of the period.
                 * @example month
                 * @enum {string}
                 */
                unit: "hour" | "day" | "week" | "month" | "year";
                /**
                 * @description How many of them.
                 * @default 1
                 * @example 1
                 */
                count: number;
            };
            /**
             * @description A promised spend; what is missing is charged.
             * @default null
             */
            commitment: {
                /**
                 * @description Least spend of a period, major units.
                 * @example 40
                 */
                amount: string;
                /**
                 * @description Keys of the components that count; null is all.
                 * @default null
                 * @example [
                 *       "gb"
                 *     ]
                 */
                components: string[] | null;
                /**
                 * @description Over which it is promised; the plan’s if left out.
                 * @example {
                 *       "unit": "month",
                 *       "count": 1
                 *     }
                 */
                period?: {
                    /**
                     * @description Unit of the period.
                     * @example month
                     * @enum {string}
                     */
                    unit: "hour" | "day" | "week" | "month" | "year";
                    /**
                     * @description How many of them.
                     * @default 1
                     * @example 1
                     */
                    count: number;
                };
                /**
                 * @description Part periods by days or whole.
                 * @default days
                 * @example days
                 * @enum {string}
                 */
                fraction: "days" | "none";
            } | null;
            /** @description What it is made of. */
            components: {
                /**
                 * @description Unique in its plan.
                 * @example seat
                 */
                key: string;
                /**
                 * @description What invoices call it; its key if left out.
                 * @example Seat
                 */
                description?: string;
                /**
                 * @description Unit of its quantity.
                 * @default null
                 * @example GB
                 */
                unit: string | null;
                /**
                 * @description A price for a period; a quantity held over time; usage; a single charge.
                 * @default recurring
                 * @example recurring
                 * @enum {string}
                 */
                kind: "recurring" | "allocation" | "metered" | "one_time";
                /**
                 * @description When it is billed; recurring in advance, measured always in arrears.
                 * @example advance
                 * @enum {string}
                 */
                timing?: "advance" | "arrears";
                /**
                 * @description Its own period; the plan’s if left out.
                 * @example {
                 *       "unit": "month",
                 *       "count": 1
                 *     }
                 */
                period?: {
                    /**
                     * @description Unit of the period.
                     * @example month
                     * @enum {string}
                     */
                    unit: "hour" | "day" | "week" | "month" | "year";
                    /**
                     * @description How many of them.
                     * @default 1
                     * @example 1
                     */
                    count: number;
                };
                /**
                 * @description Units held where no fact names another.
                 * @default 1
                 * @example 1
                 */
                quantity: string;
                /**
                 * @description Counted by named items alone, such as domains.
                 * @default false
                 * @example false
                 */
                namedItems: boolean;
                /**
                 * @description Name of the pool that limits it.
                 * @default null
                 * @example cpu
                 */
                pool: string | null;
                /**
                 * @description How part of a period is counted; seconds for allocation, else days, if left out.
                 * @example days
                 * @enum {string}
                 */
                fraction?: "days" | "seconds" | "days30" | "none";
                /**
                 * @description Which quantity of an allocation counts.
                 * @default time
                 * @example time
                 * @enum {string}
                 */
                charge: "time" | "day_max" | "max" | "end";
                /**
                 * @description Whether included units and bounds shrink with part of a period.
                 * @default by_days
                 * @example by_days
                 * @enum {string}
                 */
                partPeriods: "by_days" | "whole";
                /**
                 * @description When a new price reaches a running subscription.
                 * @default period
                 * @example period
                 */
                priceChange: ("period" | "at_once") | {
                    /**
                     * @description Civil date in the account’s time zone.
                     * @example 2024-01-31
                     */
                    until: string;
                };
                /**
                 * @description Charged during a trial too.
                 * @default false
                 * @example false
                 */
                inTrial: boolean;
                /**
                 * @description Meter whose usage it prices; of a metered one its key if left out.
                 * @default null
                 * @example traffic
                 */
                meter: string | null;
                /**
                 * @description How the events of a period become one quantity.
                 * @default sum
                 * @example sum
                 * @enum {string}
                 */
                aggregate: "sum" | "count" | "max" | "last" | "unique" | "time" | "p95";
                /**
                 * @description Rounding of a measured quantity.
                 * @default null
                 */
                roundQuantity: {
                    /**
                     * @description How.
                     * @example up
                     * @enum {string}
                     */
                    mode: "half_up" | "half_even" | "up" | "down";
                    /**
                     * @description To multiples of this, above zero.
                     * @example 0.25
                     */
                    step: string;
                } | null;
                /**
                 * @description Which rates apply.
                 * @default standard
                 * @example standard
                 */
                taxCategory: string;
            }[];
        };
        /** @description What a version of a plan says. Prices are published apart. */
        PlanBodyInput: {
            /**
             * @description What people call it.
             * @example Cloud
             */
            name: string;
            /**
             * @description Period of its components.
             * @default {
             *       "unit": "month",
             *       "count": 1
             *     }
             * @example {
             *       "unit": "month",
             *       "count": 1
             *     }
             */
            period?: {
                /**
                 * @description Unit of the period.
                 * @example month
                 * @enum {string}
                 */
                unit: "hour" | "day" | "week" | "month" | "year";
                /**
                 * @description How many of them.
                 * @default 1
                 * @example 1
                 */
                count?: number;
            };
            /**
             * @description A promised spend; what is missing is charged.
             * @default null
             */
            commitment?: {
                /**
                 * @description Least spend of a period, major units.
                 * @example 40
                 */
                amount: string;
                /**
                 * @description Keys of the components that count; null is all.
                 * @default null
                 * @example [
                 *       "gb"
                 *     ]
                 */
                components?: string[] | null;
                /**
                 * @description Over which it is promised; the plan’s if left out.
                 * @example {
                 *       "unit": "month",
                 *       "count": 1
                 *     }
                 */
                period?: {
                    /**
                     * @description Unit of the period.
                     * @example month
                     * @enum {string}
                     */
                    unit: "hour" | "day" | "week" | "month" | "year";
                    /**
                     * @description How many of them.
                     * @default 1
                     * @example 1
                     */
                    count?: number;
                };
                /**
                 * @description Part periods by days or whole.
                 * @default days
                 * @example days
                 * @enum {string}
                 */
                fraction?: "days" | "none";
            } | null;
            /** @description What it is made of. */
            components: {
                /**
                 * @description Unique in its plan.
                 * @example seat
                 */
                key: string;
                /**
                 * @description What invoices call it; its key if left out.
                 * @example Seat
                 */
                description?: string;
                /**
                 * @description Unit of its quantity.
                 * @default null
                 * @example GB
                 */
                unit?: string | null;
                /**
                 * @description A price for a period; a quantity held over time; usage; a single charge.
                 * @default recurring
                 * @example recurring
                 * @enum {string}
                 */
                kind?: "recurring" | "allocation" | "metered" | "one_time";
                /**
                 * @description When it is billed; recurring in advance, measured always in arrears.
                 * @example advance
                 * @enum {string}
                 */
                timing?: "advance" | "arrears";
                /**
                 * @description Its own period; the plan’s if left out.
                 * @example {
                 *       "unit": "month",
                 *       "count": 1
                 *     }
                 */
                period?: {
                    /**
                     * @description Unit of the period.
                     * @example month
                     * @enum {string}
                     */
                    unit: "hour" | "day" | "week" | "month" | "year";
                    /**
                     * @description How many of them.
                     * @default 1
                     * @example 1
                     */
                    count?: number;
                };
                /**
                 * @description Units held where no fact names another.
                 * @default 1
                 * @example 1
                 */
                quantity?: string;
                /**
                 * @description Counted by named items alone, such as domains.
                 * @default false
                 * @example false
                 */
                namedItems?: boolean;
                /**
                 * @description Name of the pool that limits it.
                 * @default null
                 * @example cpu
                 */
                pool?: string | null;
                /**
                 * @description How part of a period is counted; seconds for allocation, else days, if left out.
                 * @example days
                 * @enum {string}
                 */
                fraction?: "days" | "seconds" | "days30" | "none";
                /**
                 * @description Which quantity of an allocation counts.
                 * @default time
                 * @example time
                 * @enum {string}
                 */
                charge?: "time" | "day_max" | "max" | "end";
                /**
                 * @description Whether included units and bounds shrink with part of a period.
                 * @default by_days
                 * @example by_days
                 * @enum {string}
                 */
                partPeriods?: "by_days" | "whole";
                /**
                 * @description When a new price reaches a running subscription.
                 * @default period
                 * @example period
                 */
                priceChange?: ("period" | "at_once") | {
                    /**
                     * @description Civil date in the account’s time zone.
                     * @example 2024-01-31
                     */
                    until: string;
                };
                /**
                 * @description Charged during a trial too.
                 * @default false
                 * @example false
                 */
                inTrial?: boolean;
                /**
                 * @description Meter whose usage it prices; of a metered one its key if left out.
                 * @default null
                 * @example traffic
                 */
                meter?: string | null;
                /**
                 * @description How the events of a period become one quantity.
                 * @default sum
                 * @example sum
                 * @enum {string}
                 */
                aggregate?: "sum" | "count" | "max" | "last" | "unique" | "time" | "p95";
                /**
                 * @description Rounding of a measured quantity.
                 * @default null
                 */
                roundQuantity?: {
                    /**
                     * @description How.
                     * @example up
                     * @enum {string}
                     */
                    mode: "half_up" | "half_even" | "up" | "down";
                    /**
                     * @description To multiples of this, above zero.
                     * @example 0.25
                     */
                    step: string;
                } | null;
                /**
                 * @description Which rates apply.
                 * @default standard
                 * @example standard
                 */
                taxCategory?: string;
            }[];
        };
        /** @description The next version of a plan, not yet published. */
        PlanDraft: {
            /**
             * @description Key of the plan.
             * @example cloud
             */
            plan: string;
            /**
             * @description When.
             * @example 2026-01-01T00:00:00Z
             */
            changedAt: string;
            /** @description What the next version would say. */
            body: components["schemas"]["PlanBody"];
        };
        /** @description A frozen version of a plan. */
        PlanVersion: {
            /**
             * @description Key of the plan.
             * @example cloud
             */
            plan: string;
            /**
             * @description What timelines call the version: the key, or key~2.
             * @example cloud~2
             */
            ref: string;
            /**
             * @description From 1.
             * @example 2
             */
            version: number;
            /**
             * @description From then on it can be bought and never changes.
             * @example 2026-01-01T00:00:00Z
             */
            publishedAt: string;
            /** @description What it says. */
            body: components["schemas"]["PlanBody"];
        };
        /** @description A maximum that services of an account share: of 8, 2 and 4 are in use, so at most 2 more. */
        Pool: {
            /**
             * @description The pool’s name.
             * @example cpu
             */
            key: string;
            /**
             * @description Units it has now; null: no limit.
             * @example 8
             */
            maximum: string | null;
            /**
             * @description Components that draw on it, beside those whose plan names it.
             * @example [
             *       "P/cpu"
             *     ]
             */
            components: string[];
            /**
             * @description Units that services hold now.
             * @example 6
             */
            held: string;
            /**
             * @description What can be added from now on, also counting what is to come; null: no limit.
             * @example 2
             */
            left: string | null;
            /** @description Who holds them. */
            services: {
                /**
                 * @description External id.
                 * @example web-1
                 */
                subscription: string;
                /**
                 * @description Units it holds.
                 * @example 4
                 */
                held: string;
            }[];
            /** @description How large it will be. */
            changes: {
                /**
                 * @description First day.
                 * @example 2026-03-01
                 */
                from: string;
                /**
                 * @description Units from then on; null: no limit.
                 * @example 16
                 */
                maximum: string | null;
            }[];
        };
        /** @description Prices that are being prepared. */
        PriceDraft: {
            /**
             * @description What it is called.
             * @example spring-2026
             */
            name: string;
            /**
             * @description When it was last changed.
             * @example 2026-01-01T00:00:00Z
             */
            changedAt: string;
            /** @description What publishing it would publish. */
            body: {
                /** @description All or none. */
                prices: {
                    /**
                     * @description Plan version and component.
                     * @example cloud/seat
                     */
                    component: string;
                    /**
                     * @description ISO 4217.
                     * @example EUR
                     */
                    currency: string;
                    /**
                     * @description Whose list it stands in; null is both.
                     * @default null
                     * @example companies
                     */
                    audience: ("resellers" | "companies") | null;
                    /**
                     * @description An override for one account, by its id or external id.
                     * @default null
                     * @example acme
                     */
                    buyer: string | null;
                    /**
                     * @description First day; null is since ever.
                     * @default null
                     * @example 2026-03-01
                     */
                    from: string | null;
                    /**
                     * @description Days already past are meant: they are rated again, and customers get the difference.
                     * @default false
                     * @example false
                     */
                    correction: boolean;
                    /**
                     * @description What a component costs.
                     * @example {
                     *       "kind": "unit",
                     *       "price": "3"
                     *     }
                     */
                    price: {
                        /**
                         * @description Price model.
                         * @example unit
                         * @enum {string}
                         */
                        kind: "flat" | "unit" | "graduated" | "volume" | "package" | "percentage" | "capacity";
                        /**
                         * @description Amount of the period (flat), of a unit, or of a package.
                         * @example 3.00
                         */
                        price?: string;
                        /**
                         * @description Units a unit price is for; started blocks count whole.
                         * @example 100
                         */
                        per?: string | null;
                        /**
                         * @description Tiers by rising upper bound.
                         * @example [
                         *       {
                         *         "upTo": "10",
                         *         "price": "1"
                         *       },
                         *       {
                         *         "upTo": null,
                         *         "price": "0.8"
                         *       }
                         *     ]
                         */
                        tiers?: {
                            /**
                             * @description Inclusive upper bound in units; null has no end.
                             * @example 100
                             * @example null
                             */
                            upTo?: string | null;
                            /**
                             * @description Price of a unit, or of `per` units, in this tier.
                             * @example 0.05
                             */
                            price?: string;
                            /**
                             * @description Fee once a unit falls in the tier.
                             * @example 2
                             */
                            flat?: string;
                            /**
                             * @description Units a price is for; started blocks count whole.
                             * @example 1000
                             */
                            per?: string | null;
                            /**
                             * @description Per cent, for percentage prices.
                             * @example 1.3
                             */
                            rate?: string;
                            /**
                             * @description Greatest total by meter, for capacity prices.
                             * @example {
                             *       "bandwidth": "10",
                             *       "disk": "500"
                             *     }
                             */
                            limits?: {
                                [key: string]: string;
                            };
                        }[];
                        /**
                         * @description The first tier’s flat fee is due at zero quantity too.
                         * @example false
                         */
                        flatAtZero?: boolean;
                        /**
                         * @description Units in a package.
                         * @example 10
                         */
                        size?: string;
                        /**
                         * @description Units before the first package.
                         * @example 5
                         */
                        free?: string;
                        /**
                         * @description Per cent of an event’s value.
                         * @example 2.99
                         */
                        rate?: string;
                        /**
                         * @description Fee of each event.
                         * @example 0.30
                         */
                        fixed?: string;
                        /**
                         * @description Events that cost nothing.
                         * @example 2
                         */
                        freeEvents?: number;
                        /**
                         * @description Value that costs nothing.
                         * @example 250
                         */
                        freeAmount?: string;
                        /**
                         * @description Whether free events and amounts are taken event by event or off the totals.
                         * @example event
                         * @enum {string}
                         */
                        freeOn?: "event" | "total";
                        /**
                         * @description Least amount of an event.
                         * @example 1.75
                         */
                        minEach?: string;
                        /**
                         * @description Greatest amount of an event.
                         * @example 12
                         */
                        maxEach?: string;
                        /**
                         * @description Free units of a period.
                         * @example 100
                         */
                        included?: string;
                        /**
                         * @description Units beyond it are not priced.
                         * @example 1000
                         */
                        maximum?: string;
                        /**
                         * @description Least amount of a period.
                         * @example 10.00
                         */
                        min?: string;
                        /**
                         * @description Greatest amount of a period.
                         * @example 500.00
                         */
                        max?: string;
                    };
                }[];
            };
        };
        /** @description A price of a list. It never changes; a later one takes its place. */
        PriceEntry: {
            /**
             * @description Its id.
             * @example pri_00000000000zg
             */
            id: string;
            /**
             * @description Plan version and component.
             * @example cloud/seat
             */
            component: string;
            /**
             * @description ISO 4217.
             * @example EUR
             */
            currency: string;
            /**
             * @description Whose list; null is both.
             * @example companies
             */
            audience: string | null;
            /**
             * @description External id of the account it is an override for.
             * @example acme
             */
            buyer: string | null;
            /**
             * @description First day; null since ever.
             * @example 2026-03-01
             */
            from: string | null;
            /**
             * @description When it was published.
             * @example 2026-02-10T00:00:00Z
             */
            recordedAt: string;
            /**
             * @description Whether it corrects the past.
             * @example false
             */
            correction: boolean;
            /**
             * @description What a component costs.
             * @example {
             *       "kind": "unit",
             *       "price": "3"
             *     }
             */
            price: {
                /**
                 * @description Price model.
                 * @example unit
                 * @enum {string}
                 */
                kind: "flat" | "unit" | "graduated" | "volume" | "package" | "percentage" | "capacity";
                /**
                 * @description Amount of the period (flat), of a unit, or of a package.
                 * @example 3.00
                 */
                price?: string;
                /**
                 * @description Units a unit price is for; started blocks count whole.
                 * @example 100
                 */
                per?: string | null;
                /**
                 * @description Tiers by rising upper bound.
                 * @example [
                 *       {
                 *         "upTo": "10",
                 *         "price": "1"
                 *       },
                 *       {
                 *         "upTo": null,
                 *         "price": "0.8"
                 *       }
                 *     ]
                 */
                tiers?: {
                    /**
                     * @description Inclusive upper bound in units; null has no end.
                     * @example 100
                     * @example null
                     */
                    upTo?: string | null;
                    /**
                     * @description Price of a unit, or of `per` units, in this tier.
                     * @example 0.05
                     */
                    price?: string;
                    /**
                     * @description Fee once a unit falls in the tier.
                     * @example 2
                     */
                    flat?: string;
                    /**
                     * @description Units a price is for; started blocks count whole.
                     * @example 1000
                     */
                    per?: string | null;
                    /**
                     * @description Per cent, for percentage prices.
                     * @example 1.3
                     */
                    rate?: string;
                    /**
                     * @description Greatest total by meter, for capacity prices.
                     * @example {
                     *       "bandwidth": "10",
                     *       "disk": "500"
                     *     }
                     */
                    limits?: {
                        [key: string]: string;
                    };
                }[];
                /**
                 * @description The first tier’s flat fee is due at zero quantity too.
                 * @example false
                 */
                flatAtZero?: boolean;
                /**
                 * @description Units in a package.
                 * @example 10
                 */
                size?: string;
                /**
                 * @description Units before the first package.
                 * @example 5
                 */
                free?: string;
                /**
                 * @description Per cent of an event’s value.
                 * @example 2.99
                 */
                rate?: string;
                /**
                 * @description Fee of each event.
                 * @example 0.30
                 */
                fixed?: string;
                /**
                 * @description Events that cost nothing.
                 * @example 2
                 */
                freeEvents?: number;
                /**
                 * @description Value that costs nothing.
                 * @example 250
                 */
                freeAmount?: string;
                /**
                 * @description Whether free events and amounts are taken event by event or off the totals.
                 * @example event
                 * @enum {string}
                 */
                freeOn?: "event" | "total";
                /**
                 * @description Least amount of an event.
                 * @example 1.75
                 */
                minEach?: string;
                /**
                 * @description Greatest amount of an event.
                 * @example 12
                 */
                maxEach?: string;
                /**
                 * @description Free units of a period.
                 * @example 100
                 */
                included?: string;
                /**
                 * @description Units beyond it are not priced.
                 * @example 1000
                 */
                maximum?: string;
                /**
                 * @description Least amount of a period.
                 * @example 10.00
                 */
                min?: string;
                /**
                 * @description Greatest amount of a period.
                 * @example 500.00
                 */
                max?: string;
            };
        };
        /** @description Why a price is what it is. */
        PriceExplanation: {
            /** @description From the seller’s own purchase down to the account. */
            edges: {
                /**
                 * @description Key of who sells.
                 * @example provider
                 */
                seller: string;
                /**
                 * @description External id of who buys from him.
                 * @example acme
                 */
                buyer: string;
                /**
                 * @description In which it is bought there.
                 * @example EUR
                 */
                currency: string;
                /** @description Null: it is not for sale there. */
                price: {
                    /**
                     * @description Where it stands; `override` is for this buyer alone.
                     * @example companies
                     * @enum {string}
                     */
                    list: "override" | "resellers" | "companies" | "everyone";
                    /**
                     * @description The version that the component belongs to.
                     * @example cloud
                     */
                    planVersion: string;
                    /**
                     * @description First day; null since ever.
                     * @example 2026-03-01
                     */
                    from: string | null;
                    /**
                     * @description When it was published.
                     * @example 2026-02-10T00:00:00Z
                     */
                    recordedAt: string;
                    /**
                     * @description Whether it corrects the past.
                     * @example false
                     */
                    correction: boolean;
                    /**
                     * @description What a component costs.
                     * @example {
                     *       "kind": "unit",
                     *       "price": "3"
                     *     }
                     */
                    price: {
                        /**
                         * @description Price model.
                         * @example unit
                         * @enum {string}
                         */
                        kind: "flat" | "unit" | "graduated" | "volume" | "package" | "percentage" | "capacity";
                        /**
                         * @description Amount of the period (flat), of a unit, or of a package.
                         * @example 3.00
                         */
                        price?: string;
                        /**
                         * @description Units a unit price is for; started blocks count whole.
                         * @example 100
                         */
                        per?: string | null;
                        /**
                         * @description Tiers by rising upper bound.
                         * @example [
                         *       {
                         *         "upTo": "10",
                         *         "price": "1"
                         *       },
                         *       {
                         *         "upTo": null,
                         *         "price": "0.8"
                         *       }
                         *     ]
                         */
                        tiers?: {
                            /**
                             * @description Inclusive upper bound in units; null has no end.
                             * @example 100
                             * @example null
                             */
                            upTo?: string | null;
                            /**
                             * @description Price of a unit, or of `per` units, in this tier.
                             * @example 0.05
                             */
                            price?: string;
                            /**
                             * @description Fee once a unit falls in the tier.
                             * @example 2
                             */
                            flat?: string;
                            /**
                             * @description Units a price is for; started blocks count whole.
                             * @example 1000
                             */
                            per?: string | null;
                            /**
                             * @description Per cent, for percentage prices.
                             * @example 1.3
                             */
                            rate?: string;
                            /**
                             * @description Greatest total by meter, for capacity prices.
                             * @example {
                             *       "bandwidth": "10",
                             *       "disk": "500"
                             *     }
                             */
                            limits?: {
                                [key: string]: string;
                            };
                        }[];
                        /**
                         * @description The first tier’s flat fee is due at zero quantity too.
                         * @example false
                         */
                        flatAtZero?: boolean;
                        /**
                         * @description Units in a package.
                         * @example 10
                         */
                        size?: string;
                        /**
                         * @description Units before the first package.
                         * @example 5
                         */
                        free?: string;
                        /**
                         * @description Per cent of an event’s value.
                         * @example 2.99
                         */
                        rate?: string;
                        /**
                         * @description Fee of each event.
                         * @example 0.30
                         */
                        fixed?: string;
                        /**
                         * @description Events that cost nothing.
                         * @example 2
                         */
                        freeEvents?: number;
                        /**
                         * @description Value that costs nothing.
                         * @example 250
                         */
                        freeAmount?: string;
                        /**
                         * @description Whether free events and amounts are taken event by event or off the totals.
                         * @example event
                         * @enum {string}
                         */
                        freeOn?: "event" | "total";
                        /**
                         * @description Least amount of an event.
                         * @example 1.75
                         */
                        minEach?: string;
                        /**
                         * @description Greatest amount of an event.
                         * @example 12
                         */
                        maxEach?: string;
                        /**
                         * @description Free units of a period.
                         * @example 100
                         */
                        included?: string;
                        /**
                         * @description Units beyond it are not priced.
                         * @example 1000
                         */
                        maximum?: string;
                        /**
                         * @description Least amount of a period.
                         * @example 10.00
                         */
                        min?: string;
                        /**
                         * @description Greatest amount of a period.
                         * @example 500.00
                         */
                        max?: string;
                    };
                    /**
                     * @description Which rule chose it.
                     * @example global
                     * @enum {string}
                     */
                    step: "override" | "global" | "plan";
                } | null;
                /**
                 * @description For the quantity.
                 * @example 155
                 */
                amount: string | null;
                /**
                 * @description What this seller pays himself.
                 * @example 100
                 */
                cost: string | null;
                /**
                 * @description The difference.
                 * @example 55
                 */
                margin: string | null;
                /**
                 * @description Whether he loses by it.
                 * @example false
                 */
                belowCost: boolean;
                /** @description What else might have been. */
                considered: {
                    /**
                     * @description Where it stands; `override` is for this buyer alone.
                     * @example companies
                     * @enum {string}
                     */
                    list: "override" | "resellers" | "companies" | "everyone";
                    /**
                     * @description The version that the component belongs to.
                     * @example cloud
                     */
                    planVersion: string;
                    /**
                     * @description First day; null since ever.
                     * @example 2026-03-01
                     */
                    from: string | null;
                    /**
                     * @description When it was published.
                     * @example 2026-02-10T00:00:00Z
                     */
                    recordedAt: string;
                    /**
                     * @description Whether it corrects the past.
                     * @example false
                     */
                    correction: boolean;
                    /**
                     * @description What a component costs.
                     * @example {
                     *       "kind": "unit",
                     *       "price": "3"
                     *     }
                     */
                    price: {
                        /**
                         * @description Price model.
                         * @example unit
                         * @enum {string}
                         */
                        kind: "flat" | "unit" | "graduated" | "volume" | "package" | "percentage" | "capacity";
                        /**
                         * @description Amount of the period (flat), of a unit, or of a package.
                         * @example 3.00
                         */
                        price?: string;
                        /**
                         * @description Units a unit price is for; started blocks count whole.
                         * @example 100
                         */
                        per?: string | null;
                        /**
                         * @description Tiers by rising upper bound.
                         * @example [
                         *       {
                         *         "upTo": "10",
                         *         "price": "1"
                         *       },
                         *       {
                         *         "upTo": null,
                         *         "price": "0.8"
                         *       }
                         *     ]
                         */
                        tiers?: {
                            /**
                             * @description Inclusive upper bound in units; null has no end.
                             * @example 100
                             * @example null
                             */
                            upTo?: string | null;
                            /**
                             * @description Price of a unit, or of `per` units, in this tier.
                             * @example 0.05
                             */
                            price?: string;
                            /**
                             * @description Fee once a unit falls in the tier.
                             * @example 2
                             */
                            flat?: string;
                            /**
                             * @description Units a price is for; started blocks count whole.
                             * @example 1000
                             */
                            per?: string | null;
                            /**
                             * @description Per cent, for percentage prices.
                             * @example 1.3
                             */
                            rate?: string;
                            /**
                             * @description Greatest total by meter, for capacity prices.
                             * @example {
                             *       "bandwidth": "10",
                             *       "disk": "500"
                             *     }
                             */
                            limits?: {
                                [key: string]: string;
                            };
                        }[];
                        /**
                         * @description The first tier’s flat fee is due at zero quantity too.
                         * @example false
                         */
                        flatAtZero?: boolean;
                        /**
                         * @description Units in a package.
                         * @example 10
                         */
                        size?: string;
                        /**
                         * @description Units before the first package.
                         * @example 5
                         */
                        free?: string;
                        /**
                         * @description Per cent of an event’s value.
                         * @example 2.99
                         */
                        rate?: string;
                        /**
                         * @description Fee of each event.
                         * @example 0.30
                         */
                        fixed?: string;
                        /**
                         * @description Events that cost nothing.
                         * @example 2
                         */
                        freeEvents?: number;
                        /**
                         * @description Value that costs nothing.
                         * @example 250
                         */
                        freeAmount?: string;
                        /**
                         * @description Whether free events and amounts are taken event by event or off the totals.
                         * @example event
                         * @enum {string}
                         */
                        freeOn?: "event" | "total";
                        /**
                         * @description Least amount of an event.
                         * @example 1.75
                         */
                        minEach?: string;
                        /**
                         * @description Greatest amount of an event.
                         * @example 12
                         */
                        maxEach?: string;
                        /**
                         * @description Free units of a period.
                         * @example 100
                         */
                        included?: string;
                        /**
                         * @description Units beyond it are not priced.
                         * @example 1000
                         */
                        maximum?: string;
                        /**
                         * @description Least amount of a period.
                         * @example 10.00
                         */
                        min?: string;
                        /**
                         * @description Greatest amount of a period.
                         * @example 500.00
                         */
                        max?: string;
                    };
                    /**
                     * @description Why it was not this one.
                     * @example superseded
                     */
                    whyNot: string;
                }[];
            }[];
        };
        /** @description Why it was not done (RFC 9457). Programs look at `code`, people read `detail`, in the language that they asked for. */
        Problem: {
            /**
             * @description Always `about:blank`; the code says more.
             * @example about:blank
             */
            type: string;
            /**
             * @description The kind of problem.
             * @example Not found
             */
            title: string;
            /**
             * @description The HTTP status.
             * @example 404
             */
            status: number;
            /**
             * @description What exactly; it does not change between releases.
             * @example resource.not_found
             */
            code: string;
            /**
             * @description What to do about it.
             * @example There is nothing here that you may see.
             */
            detail?: string;
            /**
             * @description Where in the request.
             * @example accounts[0].zone
             */
            path?: string;
            /**
             * @description The values in the sentence.
             * @example {
             *       "zone": "Mars"
             *     }
             */
            parameters?: {
                [key: string]: string;
            };
            /**
             * @description Under which the log has it.
             * @example 6b9f3f5e-8d2c-4c59-9f30-6f2f9c9d6f1a
             */
            requestId: string;
        };
        /** @description What was published. */
        PublishedPrices: {
            /**
             * @description How many prices.
             * @example 12
             */
            published: number;
            /** @description Of a reseller: each price beside what he pays, with warnings where it is too low or cannot be compared. */
            margins: {
                /**
                 * @description Plan version and component.
                 * @example cloud/seat
                 */
                component: string;
                /**
                 * @description ISO 4217.
                 * @example EUR
                 */
                currency: string;
                /**
                 * @description What one unit costs himself; null where it cannot be told.
                 * @example 20
                 */
                cost: string | null;
                /**
                 * @description What he earns by one unit.
                 * @example 11
                 */
                margin: string | null;
                /**
                 * @description What to look at: he takes less than he pays, cannot buy it, pays in another currency, or it is a price by events or capacity.
                 * @example below_cost
                 */
                warning: ("below_cost" | "cost_unknown" | "other_currency" | "not_comparable") | null;
                /** @description Where he loses. */
                at: {
                    /**
                     * @description At this quantity.
                     * @example 100
                     */
                    quantity: string;
                    /**
                     * @description He takes.
                     * @example 300
                     */
                    amount: string;
                    /**
                     * @description He pays.
                     * @example 320
                     */
                    cost: string;
                } | null;
            }[];
        };
        /** @description The invoices, with everything that stands behind their figures. */
        QuoteAnswer: {
            /**
             * @description What each billing day makes out.
             * @example []
             */
            invoices: {
                [key: string]: unknown;
            }[];
        } & {
            [key: string]: unknown;
        };
        /**
         * @description A quote document, version 1.
         * @example {
         *       "version": 1,
         *       "runs": [
         *         "2026-01-01"
         *       ]
         *     }
         */
        QuoteDocumentInput: {
            /**
             * @description Version of the format.
             * @example 1
             */
            version: unknown;
        } & {
            [key: string]: unknown;
        };
        /** @description A use of a coupon, made, revoked or rehearsed. */
        RedeemedCoupon: {
            /** @description The use of the coupon. */
            redemption: components["schemas"]["CouponRedemption"];
            /** @description With `preview=true`: what would be billed. Null: it is done. */
            preview: {
                /** @description What a run would issue to the account, other changes that wait included. */
                invoices: components["schemas"]["Invoice"][];
                /**
                 * @description Why a run would set the account aside instead; null: it would not.
                 * @example null
                 * @example Beyond the alarm.
                 */
                wouldPark: string | null;
            } | null;
        };
        Role: {
            /**
             * @description By which it is given.
             * @example junior_billing
             */
            key: string;
            /**
             * @description What people read.
             * @example Junior billing
             */
            name: string;
            /**
             * @description For a seller’s people, or for a customer’s in an account.
             * @example staff
             * @enum {string}
             */
            holders: "staff" | "member";
            /**
             * @description Names of permissions; `GET /v1/permissions` lists them.
             * @example [
             *       "invoices.read"
             *     ]
             */
            permissions: string[];
            /**
             * @description By permission: the greatest amount by currency, or `percent`. What is not limited is not listed.
             * @example {
             *       "credits.write": {
             *         "EUR": "50.00"
             *       }
             *     }
             */
            limits: {
                [key: string]: {
                    [key: string]: string;
                };
            };
            /**
             * @description Whether it belongs to the program and cannot be changed.
             * @example false
             */
            builtIn: boolean;
        };
        /** @description You yourself, or a reseller directly below you. */
        Seller: {
            /**
             * @description What he is called in addresses and in the header Prorata-Seller. It never changes.
             * @example nord-hosting
             */
            key: string;
            /**
             * @description Who issues his documents.
             * @example Nord Hosting GmbH
             */
            legalName: string;
            /**
             * @description ISO 3166, two letters: where he is for tax. Fixed.
             * @example DE
             */
            country: string;
            /**
             * @description ISO 4217: his own, in which he sells where nothing else is said. Fixed.
             * @example EUR
             */
            currency: string;
            /**
             * @description IANA time zone: when his days begin. Fixed.
             * @example Europe/Berlin
             */
            zone: string;
            /**
             * @description What his new accounts speak where nothing else is said.
             * @example de
             */
            language: string;
            /**
             * @description Lines of his address below the name.
             * @example [
             *       "Hafenstraße 1",
             *       "20457 Hamburg"
             *     ]
             */
            address: string[];
            /**
             * @description VAT number or the like.
             * @example DE123456789
             */
            taxNumber: string | null;
            /**
             * @description Key of the seller above; null for the provider.
             * @example provider
             */
            parent: string | null;
            /** @description Which of your accounts he buys by; null for yourself. */
            account: {
                /**
                 * @description Its id.
                 * @example acc_00000000000zg
                 */
                id: string;
                /**
                 * @description Its external id.
                 * @example nord
                 */
                externalId: string;
            } | null;
            /**
             * @description When he was made.
             * @example 2026-01-01T00:00:00Z
             */
            createdAt: string;
        };
        /** @description A rule that enters charges or documents, on a day. */
        Setting: {
            /**
             * @description Which setting; docs/settings.md says what each does.
             * @example paymentTermDays
             * @enum {string}
             */
            key: "rounding" | "anchor" | "fullPeriod" | "upgrade" | "downgrade" | "changeDay" | "cancellationDay" | "minimumStay" | "interim" | "taxRounding" | "taxInclusive" | "corrections" | "alarmTotal" | "paymentTermDays" | "booksClosedUntil" | "greatestAgeDays" | "currencyRules" | "belowCost" | "customerChanges" | "customerPlans";
            /**
             * @description What the setting may be is said in docs/settings.md.
             * @example 30
             */
            value: unknown;
            /**
             * @description What a new value counts for: what begins from its day on, billing days from then on, nothing once something was billed, or what is done from then on.
             * @example billing
             * @enum {string}
             */
            counts: "beginning" | "billing" | "first_billing" | "action";
            /** @description All that was ever said of it, in the order in which later ones win; the default has none. */
            recorded: {
                /**
                 * @description What the setting may be is said in docs/settings.md.
                 * @example 30
                 */
                value: unknown;
                /**
                 * @description The first day it is in force.
                 * @example 2026-01-01
                 */
                since: string;
                /**
                 * @description When it was said.
                 * @example 2026-01-01T00:00:00Z
                 */
                recordedAt: string;
                /**
                 * @description Key of the seller who said it: one’s own, or one above.
                 * @example provider
                 */
                seller: string;
                /**
                 * @description External id; null for all accounts.
                 * @example acme
                 */
                account: string | null;
            }[];
        };
        SignedIn: {
            /**
             * @description The session’s cookie came with this answer.
             * @example signed_in
             * @constant
             */
            status: "signed_in";
            /** @description Who signed in. */
            user: {
                /**
                 * @description The user’s id.
                 * @example usr_00000000000zg
                 */
                id: string;
                /**
                 * @description The user’s mail address.
                 * @example ada@example.org
                 */
                mail: string;
                /**
                 * @description What he is called.
                 * @example Ada Byron
                 */
                name: string;
                language: string | null;
            };
            /**
             * @description Send it as Prorata-CSRF-Token with every request by cookie that changes something.
             * @example yN0lZ7VbW0m9Pq3Rk1s8tUxYzAbCdEfGhIjKlMnOpQr
             */
            csrfToken: string;
        } | {
            /**
             * @description A code is wanted too.
             * @example second_factor_required
             * @constant
             */
            status: "second_factor_required";
            /**
             * @description Send it with the code.
             * @example yN0lZ7VbW0m9Pq3Rk1s8tUxYzAbCdEfGhIjKlMnOpQr
             */
            challenge: string;
        };
        /** @description Something bought, with its state and its history. */
        Subscription: {
            /**
             * @description Its id.
             * @example sub_00000000000zg
             */
            id: string;
            /**
             * @description The id by which your own systems know it.
             * @example web-1
             */
            externalId: string;
            /** @description Whose it is. */
            account: {
                /**
                 * @description Its id.
                 * @example acc_00000000000zg
                 */
                id: string;
                /**
                 * @description Its external id.
                 * @example acme
                 */
                externalId: string;
            };
            /**
             * @description In which it is billed; fixed at its start.
             * @example EUR
             */
            currency: string;
            /**
             * @description Overrides the components’ tax category.
             * @example standard
             */
            taxCategory: string | null;
            /**
             * @description When it was made.
             * @example 2026-01-01T00:00:00Z
             */
            createdAt: string;
            /**
             * @description The day of the last run that looked at it.
             * @example 2026-02-01
             */
            billedThrough: string | null;
            /** @description Now, or on the instant that was asked for. */
            state: {
                /**
                 * @description Whether it is in service.
                 * @example active
                 * @enum {string}
                 */
                phase: "none" | "active" | "paused" | "ended";
                /**
                 * @description The plan version.
                 * @example cloud~2
                 */
                plan: string | null;
                /**
                 * @description Whether it is in its trial.
                 * @example false
                 */
                trial: boolean;
                /**
                 * @description Units by component key.
                 * @example {
                 *       "seat": "5"
                 *     }
                 */
                quantities: {
                    [key: string]: string;
                };
                /**
                 * @description Units of named items by component key.
                 * @example {
                 *       "domain": {
                 *         "example.org": "1"
                 *       }
                 *     }
                 */
                items: {
                    [key: string]: {
                        [key: string]: string;
                    };
                };
            };
            /** @description Everything that was told of it, in that order; with the fields of the change. */
            timeline: ({
                /**
                 * @description What happened.
                 * @example quantity
                 */
                do: string;
                /**
                 * @description When it takes effect.
                 * @example 2026-01-21T00:00:00Z
                 */
                at: string;
                /**
                 * @description When it was told.
                 * @example 2026-01-20T09:00:00Z
                 */
                recorded: string;
                /**
                 * @description Its name, which a void names.
                 * @example upgrade-1
                 */
                reference: string | null;
                /**
                 * @description Taken back by a void.
                 * @example false
                 */
                voided: boolean;
            } & {
                [key: string]: unknown;
            })[];
        };
        /** @description What happens to a subscription, and when. */
        SubscriptionChangeInput: {
            /**
             * @description Service begins again.
             * @example start
             * @constant
             */
            do: "start";
            /**
             * @description When it takes effect; now if left out.
             * @example 2026-01-21
             */
            at?: string;
            /**
             * @description A name by which a void takes it back; unique in the timeline.
             * @default null
             * @example upgrade-1
             */
            reference?: string | null;
            /**
             * @description Key of the plan, which means its latest version, or a version.
             * @example cloud
             */
            plan: string;
            /**
             * @description Units by component key.
             * @default {}
             * @example {
             *       "seat": "5"
             *     }
             */
            quantities?: {
                [key: string]: string;
            };
            /**
             * @description Where its periods begin; the setting if left out.
             * @default null
             * @example start
             */
            anchor?: ("start" | string | {
                /**
                 * @description Day of the month; 31 is the last of shorter ones.
                 * @example 13
                 */
                day: number;
            }) | null;
            /**
             * @description The day that the anchor counts from; the start’s if left out.
             * @default null
             * @example 2026-01-01
             */
            anchorOn?: string | null;
            /**
             * @description Until then nothing is charged but what is charged in trials.
             * @default null
             * @example 2026-02-01
             */
            trialUntil?: string | null;
        } | {
            /**
             * @description Sets the quantity of a component.
             * @example quantity
             * @constant
             */
            do: "quantity";
            /**
             * @description When it takes effect; now if left out.
             * @example 2026-01-21
             */
            at?: string;
            /**
             * @description A name by which a void takes it back; unique in the timeline.
             * @default null
             * @example upgrade-1
             */
            reference?: string | null;
            /**
             * @description Its key.
             * @example seat
             */
            component: string;
            /**
             * @description Units, zero or more.
             * @example 10
             */
            value: string;
        } | {
            /**
             * @description Sets the quantity of a named item.
             * @example item
             * @constant
             */
            do: "item";
            /**
             * @description When it takes effect; now if left out.
             * @example 2026-01-21
             */
            at?: string;
            /**
             * @description A name by which a void takes it back; unique in the timeline.
             * @default null
             * @example upgrade-1
             */
            reference?: string | null;
            /**
             * @description Its key.
             * @example domain
             */
            component: string;
            /**
             * @description Name of the item.
             * @example example.org
             */
            item: string;
            /**
             * @description Units; 0 removes the item.
             * @default 1
             * @example 1
             */
            value?: string;
        } | {
            /**
             * @description Moves to another plan.
             * @example plan
             * @constant
             */
            do: "plan";
            /**
             * @description When it takes effect; now if left out.
             * @example 2026-01-21
             */
            at?: string;
            /**
             * @description A name by which a void takes it back; unique in the timeline.
             * @default null
             * @example upgrade-1
             */
            reference?: string | null;
            /**
             * @description Key of the plan, which means its latest version, or a version.
             * @example cloud
             */
            plan: string;
            /**
             * @description Units by component key.
             * @default {}
             * @example {
             *       "seat": "5"
             *     }
             */
            quantities?: {
                [key: string]: string;
            };
        } | {
            /**
             * @description Service and charges stop.
             * @example pause
             * @constant
             */
            do: "pause";
            /**
             * @description When it takes effect; now if left out.
             * @example 2026-01-21
             */
            at?: string;
            /**
             * @description A name by which a void takes it back; unique in the timeline.
             * @default null
             * @example upgrade-1
             */
            reference?: string | null;
        } | {
            /**
             * @description Service goes on after a pause.
             * @example resume
             * @constant
             */
            do: "resume";
            /**
             * @description When it takes effect; now if left out.
             * @example 2026-01-21
             */
            at?: string;
            /**
             * @description A name by which a void takes it back; unique in the timeline.
             * @default null
             * @example upgrade-1
             */
            reference?: string | null;
        } | {
            /**
             * @description Service ends.
             * @example end
             * @constant
             */
            do: "end";
            /**
             * @description When it takes effect; now if left out.
             * @example 2026-01-21
             */
            at?: string;
            /**
             * @description A name by which a void takes it back; unique in the timeline.
             * @default null
             * @example upgrade-1
             */
            reference?: string | null;
        } | {
            /**
             * @description A percentage off.
             * @example discount
             * @constant
             */
            do: "discount";
            /**
             * @description When it takes effect; now if left out.
             * @example 2026-01-21
             */
            at?: string;
            /**
             * @description A name by which a void takes it back; unique in the timeline.
             * @default null
             * @example upgrade-1
             */
            reference?: string | null;
            /**
             * @description Above 0, at most 100.
             * @example 10
             */
            percent: string;
            /**
             * @description When it ends; null is never.
             * @default null
             * @example 2026-04-01
             */
            until?: string | null;
            /**
             * @description The component it is for; null is all.
             * @default null
             * @example seat
             */
            component?: string | null;
        } | {
            /**
             * @description Moves the billing day.
             * @example anchor
             * @constant
             */
            do: "anchor";
            /**
             * @description When it takes effect; now if left out.
             * @example 2026-01-21
             */
            at?: string;
            /**
             * @description A name by which a void takes it back; unique in the timeline.
             * @default null
             * @example upgrade-1
             */
            reference?: string | null;
            /**
             * @description To where.
             * @example {
             *       "day": 15
             *     }
             */
            anchor: "start" | string | {
                /**
                 * @description Day of the month; 31 is the last of shorter ones.
                 * @example 13
                 */
                day: number;
            };
        } | {
            /**
             * @description Takes another fact back.
             * @example void
             * @constant
             */
            do: "void";
            /**
             * @description When it takes effect; now if left out.
             * @example 2026-01-21
             */
            at?: string;
            /**
             * @description A name by which a void takes it back; unique in the timeline.
             * @default null
             * @example upgrade-1
             */
            reference?: string | null;
            /**
             * @description Its reference.
             * @example upgrade-1
             */
            ref: string;
        };
        /** @description Something bought, without its history. */
        SubscriptionHead: {
            /**
             * @description Its id.
             * @example sub_00000000000zg
             */
            id: string;
            /**
             * @description The id by which your own systems know it.
             * @example web-1
             */
            externalId: string;
            /** @description Whose it is. */
            account: {
                /**
                 * @description Its id.
                 * @example acc_00000000000zg
                 */
                id: string;
                /**
                 * @description Its external id.
                 * @example acme
                 */
                externalId: string;
            };
            /**
             * @description In which it is billed; fixed at its start.
             * @example EUR
             */
            currency: string;
            /**
             * @description Overrides the components’ tax category.
             * @example standard
             */
            taxCategory: string | null;
            /**
             * @description When it was made.
             * @example 2026-01-01T00:00:00Z
             */
            createdAt: string;
            /**
             * @description The day of the last run that looked at it.
             * @example 2026-02-01
             */
            billedThrough: string | null;
            /** @description With `expand=state`: now. */
            state?: {
                /**
                 * @description Whether it is in service.
                 * @example active
                 * @enum {string}
                 */
                phase: "none" | "active" | "paused" | "ended";
                /**
                 * @description The plan version.
                 * @example cloud~2
                 */
                plan: string | null;
                /**
                 * @description Whether it is in its trial.
                 * @example false
                 */
                trial: boolean;
                /**
                 * @description Units by component key.
                 * @example {
                 *       "seat": "5"
                 *     }
                 */
                quantities: {
                    [key: string]: string;
                };
                /**
                 * @description Units of named items by component key.
                 * @example {
                 *       "domain": {
                 *         "example.org": "1"
                 *       }
                 *     }
                 */
                items: {
                    [key: string]: {
                        [key: string]: string;
                    };
                };
            };
        };
        /** @description A CloudEvent 1.0 that says what was consumed. */
        UsageEventInput: {
            /**
             * @description Of CloudEvents.
             * @example 1.0
             * @constant
             */
            specversion: "1.0";
            /**
             * @description The event’s id. With its source it is unique: sent again, it is counted once.
             * @example c7a9-000042
             */
            id: string;
            /**
             * @description What sends it, on one line.
             * @example /collectors/fra1
             */
            source: string;
            /**
             * @description The kind of event; the meter, where `data` names none.
             * @example traffic-gb
             */
            type: string;
            /**
             * @description The instant of consumption, with an offset.
             * @example 2026-01-05T10:00:00Z
             */
            time?: string;
            /**
             * @description The subscription’s external id, where `data` names none.
             * @example s-1
             */
            subject?: string;
            /** @description What was consumed. */
            data: {
                /**
                 * @description External id of the subscription.
                 * @example s-1
                 */
                subscription?: string;
                /**
                 * @description External id of the account. Alone, it finds the one subscription that measures the meter.
                 * @example acme
                 */
                account?: string;
                /**
                 * @description What is measured.
                 * @example traffic-gb
                 */
                meter?: string;
                /**
                 * @description How much: a decimal as text, or a number of at most 15 digits.
                 * @example 12.5
                 */
                value?: string | number;
                /**
                 * @description Id of an event of this source in whose place this one stands.
                 * @example c7a9-000041
                 */
                replaces?: string;
                /**
                 * @description Id of an event of this source that is taken back. Then nothing else is needed.
                 * @example c7a9-000041
                 */
                voids?: string;
            } & {
                [key: string]: unknown;
            };
        } & {
            [key: string]: unknown;
        };
        /** @description A file of usage that was uploaded. */
        UsageUpload: {
            /**
             * @description Its id.
             * @example upl_00000000000zg
             */
            id: string;
            /**
             * @description The source of its events.
             * @example csv
             */
            source: string;
            /**
             * @description As it was called; empty where nobody said.
             * @example january.csv
             */
            fileName: string;
            /**
             * @description How far it is. Done: every row is stored, repeated or refused.
             * @example done
             * @enum {string}
             */
            state: "waiting" | "running" | "done";
            /**
             * @description Rows that the file has, without the first.
             * @example 1200
             */
            total: number;
            /**
             * @description How many of them are taken so far: stored, repeated and refused together.
             * @example 1200
             */
            taken: number;
            /**
             * @description Of these, events that are new.
             * @example 1200
             */
            stored: number;
            /**
             * @description Of these, events that were known already with the same content.
             * @example 1200
             */
            repeated: number;
            /**
             * @description Of these, rows that were not taken; the report says why.
             * @example 1200
             */
            refused: number;
            /**
             * @description When it came.
             * @example 2026-02-01T08:00:00Z
             */
            uploadedAt: string;
            /**
             * @description When the last row was taken.
             * @example 2026-02-01T08:00:09Z
             */
            endedAt: string | null;
        };
        User: {
            /**
             * @description The user’s id.
             * @example usr_00000000000zg
             */
            id: string;
            /**
             * @description The user’s mail address.
             * @example ada@example.org
             */
            mail: string;
            /**
             * @description What he is called.
             * @example Ada Byron
             */
            name: string;
            language: string | null;
            /**
             * @description Whether he has set up how he signs in, and may.
             * @example active
             * @enum {string}
             */
            state: "invited" | "active" | "disabled";
            /**
             * @description When he was invited.
             * @example 2026-01-31T09:30:00Z
             */
            createdAt: string;
            /** @description The roles he holds, as far as you see them. */
            roles: {
                /**
                 * @description Key of the role.
                 * @example customer_billing
                 */
                role: string;
                /**
                 * @description External id of the account it is held in; null for a seller’s people.
                 * @example acme
                 */
                account: string | null;
                /**
                 * @description Key of the seller it is held at; null in an account.
                 * @example null
                 */
                seller: string | null;
            }[];
        };
        /** @description An event on its way to an endpoint, once however often it is tried. */
        WebhookDelivery: {
            /**
             * @description The delivery’s id.
             * @example whd_0000000000001
             */
            id: string;
            /**
             * @description The event’s id, and the `webhook-id` of every attempt.
             * @example evt_00000000000zg
             */
            event: string;
            /**
             * @description Kind of the event.
             * @example invoice.issued
             */
            type: string;
            /**
             * @description Waiting for its first or next attempt, taken, or given up.
             * @example delivered
             * @enum {string}
             */
            status: "waiting" | "delivered" | "failed";
            /**
             * @description Since it was asked for last.
             * @example 1
             */
            attempts: number;
            /**
             * @description When it is tried next; null when it is over.
             * @example null
             */
            nextAttemptAt: string | null;
            /** @description Null before the first. */
            lastAttempt: {
                /**
                 * @description When.
                 * @example 2026-02-01T00:10:05Z
                 */
                at: string;
                /**
                 * @description How long the answer took, in milliseconds.
                 * @example 84
                 */
                durationMs: number;
                /**
                 * @description HTTP status of the answer; null where none came.
                 * @example 200
                 */
                status: number | null;
                /**
                 * @description The first 2 KB of the answer.
                 * @example ok
                 */
                body: string | null;
            } | null;
            /** @description Null where nothing failed. */
            failure: {
                /**
                 * @description Why the last attempt failed.
                 * @example timeout
                 * @enum {string}
                 */
                code: "status" | "redirect" | "gone" | "expired" | "address" | "connection" | "timeout" | "certificate" | "answer";
                /**
                 * @description The same as a sentence, where the code does not say it all.
                 * @example No answer came in time.
                 */
                detail: string | null;
            } | null;
            /**
             * @description When it was first asked for.
             * @example 2026-02-01T00:10:04Z
             */
            createdAt: string;
        };
        /** @description Where events are posted to. */
        WebhookEndpoint: {
            /**
             * @description The endpoint’s id.
             * @example whe_00000000000zg
             */
            id: string;
            /**
             * @description Where events are posted to: a public https or http address.
             * @example https://example.com/hooks
             */
            url: string;
            /**
             * @description For people.
             * @example Order system
             */
            description: string;
            /**
             * @description Kinds of events that are posted; empty is every kind.
             * @example [
             *       "invoice.issued",
             *       "credit_note.issued"
             *     ]
             */
            types: ("account.changed" | "account.created" | "account.currency_changed" | "account.parked" | "account.released" | "billing_run.finished" | "coupon.redeemed" | "coupon.redemption_revoked" | "credit.added" | "credit_note.issued" | "currency.switched" | "invoice.issued" | "item.added" | "key.created" | "key.replaced" | "key.revoked" | "mail.requested" | "plan.published" | "price.published" | "role.defined" | "role.removed" | "seller.changed" | "seller.created" | "setting.recorded" | "subscription.changed" | "subscription.ended" | "subscription.paused" | "subscription.resumed" | "subscription.started" | "usage.refused" | "usage_upload.finished" | "user.changed" | "user.invited" | "user.roles_changed" | "webhook_endpoint.changed" | "webhook_endpoint.created" | "webhook_endpoint.disabled" | "webhook_endpoint.removed" | "webhook_endpoint.tested")[];
            /**
             * @description Off, nothing is posted; events meanwhile can be replayed later.
             * @example true
             */
            enabled: boolean;
            /** @description Where we turned it off; null otherwise. */
            disabled: {
                /**
                 * @description When.
                 * @example 2026-02-04T00:10:05Z
                 */
                at: string;
                /**
                 * @description It answered 410, or failed for three days.
                 * @example failing
                 * @enum {string}
                 */
                reason: "gone" | "failing";
            } | null;
            /**
             * @description Until then posts carry a second signature, by the secret before.
             * @example 2026-02-02T00:00:00Z
             */
            secretBeforeUntil: string | null;
            /**
             * @description When it was set up.
             * @example 2026-01-01T00:00:00Z
             */
            createdAt: string;
            /**
             * @description When it was last changed.
             * @example 2026-01-01T00:00:00Z
             */
            changedAt: string;
            /** @description Only with `expand=health`. */
            health?: {
                /**
                 * @description Calls in a row that failed.
                 * @example 0
                 */
                failures: number;
                /**
                 * @description Since when; null while all is well.
                 * @example 2026-02-01T00:10:05Z
                 */
                failingSince: string | null;
                /**
                 * @description When it is called next; null when nothing waits.
                 * @example 2026-02-01T00:15:05Z
                 */
                nextCallAt: string | null;
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
    getSetUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Nobody sells here yet.
                         * @example false
                         */
                        isNeeded: boolean;
                        /** @description How far the demo is. */
                        demo: {
                            /**
                             * @description Null: this is no demo.
                             * @example building
                             */
                            state: ("building" | "ready" | "moving" | "failed") | null;
                            /**
                             * @description `opening`, `living`, `moving`, `closing`.
                             * @example living
                             */
                            step: string | null;
                            /**
                             * @description Steps that are done.
                             * @example 12
                             */
                            done: number;
                            /**
                             * @description Of so many.
                             * @example 49
                             */
                            total: number;
                            /**
                             * @description Where business time is on its way.
                             * @example 2027-03-08
                             */
                            day: string | null;
                            /** @description Who signs in to the demo; nobody elsewhere. */
                            users: {
                                /**
                                 * @description With which one signs in.
                                 * @example ada@example.com
                                 */
                                mail: string;
                                /**
                                 * @description What the person is called.
                                 * @example Ada Lorenz
                                 */
                                name: string;
                                /**
                                 * @description Known to everybody: a demo keeps nobody’s data.
                                 * @example four words nobody joined
                                 */
                                password: string;
                                /**
                                 * @description Where he signs in; null: at the provider’s.
                                 * @example albion
                                 */
                                portal: string | null;
                                /**
                                 * @description `owner`, `staff`, `reseller` or `customer`.
                                 * @example owner
                                 */
                                shows: string;
                            }[];
                        };
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setUp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description From the address that the server printed when it started.
                     * @example yN0lZ7VbW0m9Pq3Rk1s8tUxYzAbCdEfGhIjKlMnOpQr
                     */
                    token: string;
                    /**
                     * @description Who sells. Without a tax number no tax is charged.
                     * @example {
                     *       "legalName": "Nord Hosting GmbH",
                     *       "country": "DE",
                     *       "currency": "EUR",
                     *       "zone": "Europe/Berlin",
                     *       "language": "de"
                     *     }
                     */
                    company: {
                        /**
                         * @description Who issues his documents.
                         * @example Nord Hosting GmbH
                         */
                        legalName: string;
                        /**
                         * @description ISO 3166, two letters: where he is for tax. Fixed.
                         * @example DE
                         */
                        country: string;
                        /**
                         * @description ISO 4217: his own, in which he sells where nothing else is said. Fixed.
                         * @example EUR
                         */
                        currency: string;
                        /**
                         * @description IANA time zone: when his days begin. Fixed.
                         * @example Europe/Berlin
                         */
                        zone: string;
                        /**
                         * @description What his new accounts speak where nothing else is said.
                         * @example de
                         */
                        language: string;
                        /**
                         * @description Lines of his address below the name.
                         * @example [
                         *       "Hafenstraße 1",
                         *       "20457 Hamburg"
                         *     ]
                         */
                        address?: string[];
                        /**
                         * @description VAT number or the like.
                         * @example DE123456789
                         */
                        taxNumber?: string | null;
                    };
                    /**
                     * @description What is sold in beside the company’s own.
                     * @default []
                     * @example [
                     *       "USD"
                     *     ]
                     */
                    currencies?: string[];
                    /**
                     * @description Who may do everything.
                     * @example {
                     *       "mail": "ada@example.org",
                     *       "name": "Ada Byron",
                     *       "password": "four words nobody joined",
                     *       "language": "en"
                     *     }
                     */
                    user: {
                        /**
                         * @description Mail address.
                         * @example ada@example.org
                         */
                        mail: string;
                        /**
                         * @description What the person is called.
                         * @example Ada Byron
                         */
                        name: string;
                        /**
                         * @description The password.
                         * @example four words nobody joined
                         */
                        password: string;
                        /**
                         * @description What his new accounts speak where nothing else is said.
                         * @example de
                         */
                        language: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.cross_site`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `provider.exists`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `set_up.token`, `set_up.done`, `password.weak`, `mail.invalid`, `country.unknown`, `currency.unknown`, `currency.withdrawn`, `zone.unknown`, `field.empty`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `sign_in.too_many_attempts`, `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available right now: `sign_in.busy`. */
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
    buildDemo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description From the address that the server printed when it started.
                     * @example yN0lZ7VbW0m9Pq3Rk1s8tUxYzAbCdEfGhIjKlMnOpQr
                     */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Taken on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Null: this is no demo.
                         * @example building
                         */
                        state: ("building" | "ready" | "moving" | "failed") | null;
                        /**
                         * @description `opening`, `living`, `moving`, `closing`.
                         * @example living
                         */
                        step: string | null;
                        /**
                         * @description Steps that are done.
                         * @example 12
                         */
                        done: number;
                        /**
                         * @description Of so many.
                         * @example 49
                         */
                        total: number;
                        /**
                         * @description Where business time is on its way.
                         * @example 2027-03-08
                         */
                        day: string | null;
                        /** @description Who signs in to the demo; nobody elsewhere. */
                        users: {
                            /**
                             * @description With which one signs in.
                             * @example ada@example.com
                             */
                            mail: string;
                            /**
                             * @description What the person is called.
                             * @example Ada Lorenz
                             */
                            name: string;
                            /**
                             * @description Known to everybody: a demo keeps nobody’s data.
                             * @example four words nobody joined
                             */
                            password: string;
                            /**
                             * @description Where he signs in; null: at the provider’s.
                             * @example albion
                             */
                            portal: string | null;
                            /**
                             * @description `owner`, `staff`, `reseller` or `customer`.
                             * @example owner
                             */
                            shows: string;
                        }[];
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.cross_site`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `set_up.token`, `set_up.done`, `demo.not_empty`, `demo.busy`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `sign_in.too_many_attempts`, `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    moveDemoClock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description A later instant, 400 days ahead at most.
                     * @example 2028-01-01T00:00:00Z
                     */
                    now: string;
                };
            };
        };
        responses: {
            /** @description Taken on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Null: this is no demo.
                         * @example building
                         */
                        state: ("building" | "ready" | "moving" | "failed") | null;
                        /**
                         * @description `opening`, `living`, `moving`, `closing`.
                         * @example living
                         */
                        step: string | null;
                        /**
                         * @description Steps that are done.
                         * @example 12
                         */
                        done: number;
                        /**
                         * @description Of so many.
                         * @example 49
                         */
                        total: number;
                        /**
                         * @description Where business time is on its way.
                         * @example 2027-03-08
                         */
                        day: string | null;
                        /** @description Who signs in to the demo; nobody elsewhere. */
                        users: {
                            /**
                             * @description With which one signs in.
                             * @example ada@example.com
                             */
                            mail: string;
                            /**
                             * @description What the person is called.
                             * @example Ada Lorenz
                             */
                            name: string;
                            /**
                             * @description Known to everybody: a demo keeps nobody’s data.
                             * @example four words nobody joined
                             */
                            password: string;
                            /**
                             * @description Where he signs in; null: at the provider’s.
                             * @example albion
                             */
                            portal: string | null;
                            /**
                             * @description `owner`, `staff`, `reseller` or `customer`.
                             * @example owner
                             */
                            shows: string;
                        }[];
                    };
                };
            };
            /** @description The request cannot be understood: `request.instant`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.provider_only`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `clock.backward`, `clock.too_far`, `demo.none`, `demo.busy`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
                "application/json": {
                    /**
                     * @description The seller’s key; the provider’s portal where it is left out.
                     * @example provider
                     */
                    portal?: string;
                    /**
                     * @description The user’s mail address.
                     * @example ada@example.org
                     */
                    mail: string;
                    /**
                     * @description The password.
                     * @example four words nobody joined
                     */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `sign_in.refused`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.cross_site`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `sign_in.too_many_attempts`, `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available right now: `sign_in.busy`. */
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
    finishSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description From the answer before.
                     * @example yN0lZ7VbW0m9Pq3Rk1s8tUxYzAbCdEfGhIjKlMnOpQr
                     */
                    challenge: string;
                    /**
                     * @description Six digits of the authenticator app, or a recovery code.
                     * @example 492 039
                     */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `sign_in.refused`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.cross_site`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `sign_in.challenge_over`, `second_factor.wrong_code`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `sign_in.too_many_attempts`, `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginPasskeySignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The seller’s key; the provider’s portal where it is left out.
                     * @example provider
                     */
                    portal?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Options for `navigator.credentials`, as JSON.
                         * @example {
                         *       "challenge": "AQID",
                         *       "rpId": "billing.example.org"
                         *     }
                         */
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.cross_site`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `sign_in.too_many_attempts`, `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signInByPasskey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What `navigator.credentials` answered, as JSON.
                     * @example {
                     *       "id": "AQID",
                     *       "rawId": "AQID",
                     *       "type": "public-key",
                     *       "response": {
                     *         "clientDataJSON": "e30"
                     *       }
                     *     }
                     */
                    answer: {
                        /**
                         * @description The passkey’s id.
                         * @example AQID
                         */
                        id: string;
                        /** @description What the authenticator answered. */
                        response: {
                            /**
                             * @description What was signed, in base64url.
                             * @example e30
                             */
                            clientDataJSON: string;
                        } & {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `sign_in.refused`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.cross_site`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `sign_in.challenge_over`, `passkey.refused`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `sign_in.too_many_attempts`, `rate.limited`. */
            429: {
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
            query?: {
                /** @description The seller’s key; the provider’s portal where it is left out. */
                portal?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Those that are in use. */
                        data: {
                            /**
                             * @description Its key.
                             * @example company
                             */
                            provider: string;
                            /**
                             * @description What to write on the button.
                             * @example Company account
                             */
                            name: string;
                        }[];
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginProviderSignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The seller’s key; the provider’s portal where it is left out.
                     * @example provider
                     */
                    portal?: string;
                    /**
                     * @description The provider’s key.
                     * @example company
                     */
                    provider: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Where the browser goes.
                         * @example https://id.example.org/authorize?client_id=prorata
                         */
                        url: string;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.cross_site`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `identity_provider.unknown`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `sign_in.too_many_attempts`, `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available right now: `identity_provider.failed`. */
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
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description From the address that the browser came back to.
                     * @example SplxlOBeZQQYbYS6WxSbIA
                     */
                    code: string;
                    /**
                     * @description From the same address.
                     * @example af0ifjsldkj
                     */
                    state: string;
                    /**
                     * @description From the same address, where it is there.
                     * @example https://id.example.org
                     */
                    iss?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `sign_in.refused`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.cross_site`, `sign_in.not_invited`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `sign_in.challenge_over`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `sign_in.too_many_attempts`, `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available right now: `identity_provider.failed`. */
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
    requestPasswordReset: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The seller’s key; the provider’s portal where it is left out.
                     * @example provider
                     */
                    portal?: string;
                    /**
                     * @description The user’s mail address.
                     * @example ada@example.org
                     */
                    mail: string;
                };
            };
        };
        responses: {
            /** @description Taken on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description The letter, if any, says the rest.
                         * @example accepted
                         * @enum {string}
                         */
                        status: "accepted";
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.cross_site`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `sign_in.too_many_attempts`, `rate.limited`. */
            429: {
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
                "application/json": {
                    /**
                     * @description What stands behind the # of the link.
                     * @example yN0lZ7VbW0m9Pq3Rk1s8tUxYzAbCdEfGhIjKlMnOpQr
                     */
                    token: string;
                    /**
                     * @description The password.
                     * @example four words nobody joined
                     */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whose password was set. He signs in with it. */
                        user: {
                            /**
                             * @description The user’s id.
                             * @example usr_00000000000zg
                             */
                            id: string;
                            /**
                             * @description The user’s mail address.
                             * @example ada@example.org
                             */
                            mail: string;
                            /**
                             * @description What he is called.
                             * @example Ada Byron
                             */
                            name: string;
                            language: string | null;
                        };
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.cross_site`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `link.over`, `password.weak`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `sign_in.too_many_attempts`, `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available right now: `sign_in.busy`. */
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
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What stands behind the # of the link.
                     * @example yN0lZ7VbW0m9Pq3Rk1s8tUxYzAbCdEfGhIjKlMnOpQr
                     */
                    token: string;
                    /**
                     * @description The password.
                     * @example four words nobody joined
                     */
                    password: string;
                    /**
                     * @description What you are called.
                     * @example Ada Byron
                     */
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Whose password was set. He signs in with it. */
                        user: {
                            /**
                             * @description The user’s id.
                             * @example usr_00000000000zg
                             */
                            id: string;
                            /**
                             * @description The user’s mail address.
                             * @example ada@example.org
                             */
                            mail: string;
                            /**
                             * @description What he is called.
                             * @example Ada Byron
                             */
                            name: string;
                            language: string | null;
                        };
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.cross_site`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `link.over`, `password.weak`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `sign_in.too_many_attempts`, `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available right now: `sign_in.busy`. */
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
    getSession: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description As whom one acts. */
                        user: {
                            /**
                             * @description The user’s id.
                             * @example usr_00000000000zg
                             */
                            id: string;
                            /**
                             * @description The user’s mail address.
                             * @example ada@example.org
                             */
                            mail: string;
                            /**
                             * @description What he is called.
                             * @example Ada Byron
                             */
                            name: string;
                            language: string | null;
                        };
                        /**
                         * @description Key of the seller one acts in.
                         * @example provider
                         */
                        seller: string;
                        /**
                         * @description Id of the account that one is confined to; null for staff.
                         * @example null
                         */
                        account: string | null;
                        /**
                         * @description Names of permissions; `GET /v1/permissions` lists them.
                         * @example [
                         *       "invoices.read"
                         *     ]
                         */
                        permissions: string[];
                        /**
                         * @description Key of the seller above that one belongs to.
                         * @example null
                         */
                        delegatedFrom: string | null;
                        /**
                         * @description Who acts as this user: show it on every page.
                         * @example null
                         */
                        impersonatedBy: string | null;
                        /** @description The session itself. */
                        session: {
                            /**
                             * @description The session’s id.
                             * @example ses_00000000000zg
                             */
                            id: string;
                            /**
                             * @description How he proved who he is.
                             * @example password+second_factor
                             */
                            method: string;
                            /**
                             * @description Whether this request came with it.
                             * @example true
                             */
                            isThisOne: boolean;
                            /**
                             * @description The staff member who acts as this user.
                             * @example null
                             */
                            impersonatedBy: string | null;
                            /**
                             * @description When it began.
                             * @example 2026-01-31T09:30:00Z
                             */
                            createdAt: string;
                            /**
                             * @description When it was last used, to the minute.
                             * @example 2026-01-31T09:30:00Z
                             */
                            seenAt: string;
                            /**
                             * @description When it ends at the latest.
                             * @example 2026-01-31T09:30:00Z
                             */
                            expiresAt: string;
                            /**
                             * @description From which network address it began.
                             * @example 192.0.2.7
                             */
                            address: string;
                            /**
                             * @description Which program it said it was.
                             * @example Mozilla/5.0
                             */
                            agent: string;
                        };
                        /**
                         * @description Send it as Prorata-CSRF-Token with every request by cookie that changes something.
                         * @example yN0lZ7VbW0m9Pq3Rk1s8tUxYzAbCdEfGhIjKlMnOpQr
                         */
                        csrfToken: string;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.people_only`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.people_only`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proveAgain: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The password.
                     * @example four words nobody joined
                     */
                    password?: string;
                    /**
                     * @description Six digits of the authenticator app, or a recovery code.
                     * @example 492 039
                     */
                    code?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Send it as Prorata-CSRF-Token with every request by cookie that changes something.
                         * @example yN0lZ7VbW0m9Pq3Rk1s8tUxYzAbCdEfGhIjKlMnOpQr
                         */
                        csrfToken: string;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `sign_in.refused`, `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.people_only`, `impersonation.forbidden`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `sign_in.too_many_attempts`, `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available right now: `sign_in.busy`. */
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
    stopImpersonating: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        csrfToken: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.people_only`, `impersonation.customers_only`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Those that are alive, latest first. */
                        data: {
                            /**
                             * @description The session’s id.
                             * @example ses_00000000000zg
                             */
                            id: string;
                            /**
                             * @description How he proved who he is.
                             * @example password+second_factor
                             */
                            method: string;
                            /**
                             * @description Whether this request came with it.
                             * @example true
                             */
                            isThisOne: boolean;
                            /**
                             * @description The staff member who acts as this user.
                             * @example null
                             */
                            impersonatedBy: string | null;
                            /**
                             * @description When it began.
                             * @example 2026-01-31T09:30:00Z
                             */
                            createdAt: string;
                            /**
                             * @description When it was last used, to the minute.
                             * @example 2026-01-31T09:30:00Z
                             */
                            seenAt: string;
                            /**
                             * @description When it ends at the latest.
                             * @example 2026-01-31T09:30:00Z
                             */
                            expiresAt: string;
                            /**
                             * @description From which network address it began.
                             * @example 192.0.2.7
                             */
                            address: string;
                            /**
                             * @description Which program it said it was.
                             * @example Mozilla/5.0
                             */
                            agent: string;
                        }[];
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.people_only`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /** @description The session’s id. */
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.people_only`, `impersonation.forbidden`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What he is called.
                     * @example Ada Byron
                     */
                    name?: string;
                    language?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description The user’s id.
                         * @example usr_00000000000zg
                         */
                        id: string;
                        /**
                         * @description The user’s mail address.
                         * @example ada@example.org
                         */
                        mail: string;
                        /**
                         * @description What he is called.
                         * @example Ada Byron
                         */
                        name: string;
                        language: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.people_only`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The password.
                     * @example four words nobody joined
                     */
                    password: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Send it as Prorata-CSRF-Token with every request by cookie that changes something.
                         * @example yN0lZ7VbW0m9Pq3Rk1s8tUxYzAbCdEfGhIjKlMnOpQr
                         */
                        csrfToken: string;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.people_only`, `impersonation.forbidden`, `session.not_fresh`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `password.weak`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available right now: `sign_in.busy`. */
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
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        confirmedAt: string | null;
                        /**
                         * @description How many recovery codes are left.
                         * @example 10
                         */
                        recoveryCodes: number;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.people_only`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description For typing into the app.
                         * @example JBSWY3DPEHPK3PXP
                         */
                        secret: string;
                        /**
                         * @description For the picture that the app reads.
                         * @example otpauth://totp/Nord:ada%40example.org?secret=JBSWY3DPEHPK3PXP
                         */
                        uri: string;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.people_only`, `impersonation.forbidden`, `session.not_fresh`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `second_factor.already_set_up`, `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.people_only`, `impersonation.forbidden`, `session.not_fresh`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `second_factor.missing`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Six digits of the authenticator app, or a recovery code.
                     * @example 492 039
                     */
                    code: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Each works once, in place of the app. They are shown now and never again.
                         * @example [
                         *       "k7w2p-9hd4m-x3rtn"
                         *     ]
                         */
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.people_only`, `impersonation.forbidden`, `session.not_fresh`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `second_factor.already_set_up`, `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `second_factor.missing`, `second_factor.wrong_code`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceRecoveryCodes: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Each works once, in place of the app. They are shown now and never again.
                         * @example [
                         *       "k7w2p-9hd4m-x3rtn"
                         *     ]
                         */
                        recoveryCodes: string[];
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.people_only`, `impersonation.forbidden`, `session.not_fresh`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `second_factor.missing`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPasskeys: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order in which they were added. */
                        data: {
                            /**
                             * @description The passkey’s id.
                             * @example psk_00000000000zg
                             */
                            id: string;
                            /**
                             * @description What you call it.
                             * @example Laptop
                             */
                            name: string;
                            /**
                             * @description When it was added.
                             * @example 2026-01-31T09:30:00Z
                             */
                            createdAt: string;
                            usedAt: string | null;
                        }[];
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.people_only`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPasskey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What `navigator.credentials` answered, as JSON.
                     * @example {
                     *       "id": "AQID",
                     *       "rawId": "AQID",
                     *       "type": "public-key",
                     *       "response": {
                     *         "clientDataJSON": "e30"
                     *       }
                     *     }
                     */
                    answer: {
                        /**
                         * @description The passkey’s id.
                         * @example AQID
                         */
                        id: string;
                        /** @description What the authenticator answered. */
                        response: {
                            /**
                             * @description What was signed, in base64url.
                             * @example e30
                             */
                            clientDataJSON: string;
                        } & {
                            [key: string]: unknown;
                        };
                    } & {
                        [key: string]: unknown;
                    };
                    /**
                     * @description What you call it.
                     * @example Laptop
                     */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description The passkey’s id.
                         * @example psk_00000000000zg
                         */
                        id: string;
                        /**
                         * @description What you call it.
                         * @example Laptop
                         */
                        name: string;
                        /**
                         * @description When it was added.
                         * @example 2026-01-31T09:30:00Z
                         */
                        createdAt: string;
                        usedAt: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.people_only`, `impersonation.forbidden`, `session.not_fresh`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `passkey.refused`, `sign_in.challenge_over`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    beginPasskey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Options for `navigator.credentials`, as JSON.
                         * @example {
                         *       "challenge": "AQID",
                         *       "rpId": "billing.example.org"
                         *     }
                         */
                        options: {
                            [key: string]: unknown;
                        };
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.people_only`, `impersonation.forbidden`, `session.not_fresh`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /** @description The passkey’s id. */
                passkey: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.people_only`, `impersonation.forbidden`, `session.not_fresh`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example mail
                 */
                sort?: "mail" | "-mail" | "createdAt" | "-createdAt";
                /** @description Those with a role in this account: its id or external id. */
                account?: string;
                /** @description The one with this mail address. */
                mail?: string;
                /** @description What words of the name or the mail address begin with; a thousand at most are found. */
                search?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["User"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Key of the role.
                     * @example customer_billing
                     */
                    role: string;
                    /**
                     * @description Id or external id of the account, for a customer’s role.
                     * @example acme
                     */
                    account?: string;
                    /**
                     * @description Key of a seller below, where the role is to count there.
                     * @example south
                     */
                    seller?: string;
                    /**
                     * @description The user’s mail address.
                     * @example ada@example.org
                     */
                    mail: string;
                    /**
                     * @description What he is called.
                     * @example Ada Byron
                     */
                    name?: string;
                    /**
                     * @description The language he reads.
                     * @example en
                     */
                    language?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        user: components["schemas"]["User"];
                        /**
                         * @description For setting a password, once, within a week. Hand it over by a way you trust.
                         * @example https://billing.example.org/invitation#yN0lZ7VbW0m9Pq3R
                         */
                        link: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.beyond_own`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `user.exists`, `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `role.holder`, `role.unknown`, `seller.unknown`, `mail.invalid`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /** @description The user’s id. */
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Tag of the state shown. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The ETag of the state that the change was decided on.
                 * @example "3q2-7wAAAAAAAAAAAAAAAA"
                 */
                "If-Match": string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /** @description The user’s id. */
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What he is called.
                     * @example Ada Byron
                     */
                    name?: string;
                    language?: string | null;
                    /**
                     * @description Whether he is shut out.
                     * @example true
                     */
                    disabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Tag of the state shown. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.beyond_own`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Changed in the meantime: `edit.outdated`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `user.last_owner`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say what you have seen: `edit.unconditional`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUserSessions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /** @description The user’s id. */
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Those that are alive, latest first. */
                        data: {
                            /**
                             * @description The session’s id.
                             * @example ses_00000000000zg
                             */
                            id: string;
                            /**
                             * @description How he proved who he is.
                             * @example password+second_factor
                             */
                            method: string;
                            /**
                             * @description Whether this request came with it.
                             * @example true
                             */
                            isThisOne: boolean;
                            /**
                             * @description The staff member who acts as this user.
                             * @example null
                             */
                            impersonatedBy: string | null;
                            /**
                             * @description When it began.
                             * @example 2026-01-31T09:30:00Z
                             */
                            createdAt: string;
                            /**
                             * @description When it was last used, to the minute.
                             * @example 2026-01-31T09:30:00Z
                             */
                            seenAt: string;
                            /**
                             * @description When it ends at the latest.
                             * @example 2026-01-31T09:30:00Z
                             */
                            expiresAt: string;
                            /**
                             * @description From which network address it began.
                             * @example 192.0.2.7
                             */
                            address: string;
                            /**
                             * @description Which program it said it was.
                             * @example Mozilla/5.0
                             */
                            agent: string;
                        }[];
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setUserRoles: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The ETag of the state that the change was decided on.
                 * @example "3q2-7wAAAAAAAAAAAAAAAA"
                 */
                "If-Match": string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /** @description The user’s id. */
                user: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All roles he shall have. */
                    roles: {
                        /**
                         * @description Key of the role.
                         * @example customer_billing
                         */
                        role: string;
                        /**
                         * @description Id or external id of the account, for a customer’s role.
                         * @example acme
                         */
                        account?: string;
                        /**
                         * @description Key of a seller below, where the role is to count there.
                         * @example south
                         */
                        seller?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Tag of the state shown. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.beyond_own`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Changed in the meantime: `edit.outdated`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `role.holder`, `role.unknown`, `seller.unknown`, `user.last_owner`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say what you have seen: `edit.unconditional`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signOutUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /** @description The user’s id. */
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description How many sessions were alive.
                         * @example 2
                         */
                        ended: number;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.beyond_own`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    impersonateUser: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /** @description The user’s id. */
                user: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description As whom you act now. */
                        user: {
                            /**
                             * @description The user’s id.
                             * @example usr_00000000000zg
                             */
                            id: string;
                            /**
                             * @description The user’s mail address.
                             * @example ada@example.org
                             */
                            mail: string;
                            /**
                             * @description What he is called.
                             * @example Ada Byron
                             */
                            name: string;
                            language: string | null;
                        };
                        /**
                         * @description Of the new session.
                         * @example yN0lZ7VbW0m9Pq3Rk1s8tUxYzAbCdEfGhIjKlMnOpQr
                         */
                        csrfToken: string;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.people_only`, `impersonation.customers_only`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPermissions: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description By name. */
                        data: {
                            /**
                             * @description As routes, roles and keys name it.
                             * @example invoices.read
                             */
                            name: string;
                            /**
                             * @description What it allows.
                             * @example see issued invoices and credit notes
                             */
                            meaning: string;
                            /**
                             * @description Whether customers’ people can hold it too.
                             * @example both
                             * @enum {string}
                             */
                            holders: "staff" | "both";
                            /**
                             * @description Whether people of the seller above can use it here.
                             * @example true
                             */
                            delegable: boolean;
                        }[];
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The built-in ones first. */
                        data: components["schemas"]["Role"][];
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    defineRole: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /** @description By which it is given. */
                role: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What people read.
                     * @example Junior billing
                     */
                    name: string;
                    /**
                     * @description For a seller’s people, or for a customer’s in an account.
                     * @example staff
                     * @enum {string}
                     */
                    holders: "staff" | "member";
                    /**
                     * @description Names of permissions; `GET /v1/permissions` lists them.
                     * @example [
                     *       "invoices.read"
                     *     ]
                     */
                    permissions: string[];
                    /**
                     * @description By permission: the greatest amount by currency, or `percent`. What is not limited is not listed.
                     * @default {}
                     * @example {
                     *       "credits.write": {
                     *         "EUR": "50.00"
                     *       }
                     *     }
                     */
                    limits?: {
                        [key: string]: {
                            [key: string]: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.beyond_own`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `permission.unknown`, `role.built_in`, `role.holder`, `role.limit`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeRole: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /** @description By which it is given. */
                role: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.beyond_own`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `role.in_use`, `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `role.built_in`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example createdAt
                 */
                sort?: "createdAt" | "-createdAt" | "name" | "-name";
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["ApiKey"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it is for.
                     * @example Control panel
                     */
                    name: string;
                    /**
                     * @description Names of permissions; `GET /v1/permissions` lists them.
                     * @example [
                     *       "invoices.read"
                     *     ]
                     */
                    permissions: string[];
                    /**
                     * @description Confines it to an account: its id or external id.
                     * @example acme
                     */
                    account?: string;
                    /**
                     * @description When it ends. Left out it does not.
                     * @example 2026-01-31T09:30:00Z
                     */
                    expiresAt?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: components["schemas"]["ApiKey"];
                        /**
                         * @description Shown now and never again.
                         * @example prk_yN0lZ7VbW0m9Pq3Rk1s8tUxYzAbCdEfGhIjKlMnOpQr
                         */
                        secret: string;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.beyond_own`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `key.expiry`, `permission.unknown`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /** @description The key’s id. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /** @description The key’s id. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKey"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.beyond_own`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replaceKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /** @description The key’s id. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description How long the old one works on; a day where it is left out.
                     * @example 3600
                     */
                    overlapSeconds?: number;
                    expiresAt?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: components["schemas"]["ApiKey"];
                        /**
                         * @description Shown now and never again.
                         * @example prk_yN0lZ7VbW0m9Pq3Rk1s8tUxYzAbCdEfGhIjKlMnOpQr
                         */
                        secret: string;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.beyond_own`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `key.expiry`, `key.over`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIdentityProviders: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description By key; never with their secrets. */
                        data: components["schemas"]["IdentityProvider"][];
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setIdentityProvider: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /** @description What it is called in addresses. */
                provider: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What to write on the button.
                     * @example Company account
                     */
                    name: string;
                    /**
                     * @description The provider’s address: where its discovery document is.
                     * @example https://id.example.org
                     */
                    issuer: string;
                    /**
                     * @description What the provider calls us.
                     * @example prorata
                     */
                    clientId: string;
                    /**
                     * @description Whether signing in there counts as two factors; else the user’s own second factor is asked for too.
                     * @default false
                     * @example true
                     */
                    isTwoFactors?: boolean;
                    /**
                     * @description Whether it is in use.
                     * @default true
                     * @example true
                     */
                    enabled?: boolean;
                    /**
                     * @description From the provider. Left out, it stays as it is.
                     * @example a-secret-of-the-provider
                     */
                    clientSecret?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentityProvider"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `identity_provider.issuer`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeIdentityProvider: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /** @description Its key. */
                provider: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example id
                 */
                sort?: "id" | "-id";
                /** @description Those by this user or key. */
                actor?: string;
                /** @description Those about this. */
                subject?: string;
                /** @description Those of this operation. */
                operation?: string;
                /** @description Those at this instant or later. */
                from?: string;
                /** @description Those before this instant. */
                until?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["AuditEntry"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.instant`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSellers: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example key
                 */
                sort?: "key" | "-key" | "createdAt" | "-createdAt";
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["Seller"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeSeller: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What he is called in addresses and in the header Prorata-Seller. It never changes.
                     * @example nord-hosting
                     */
                    key: string;
                    /**
                     * @description Which account of yours becomes one, of kind `reseller`: id or external id.
                     * @example nord
                     */
                    account: string;
                    /**
                     * @description The account’s name if left out, and so with what follows.
                     * @example Nord Hosting GmbH
                     */
                    legalName?: string;
                    /**
                     * @description ISO 3166, two letters: where he is for tax. Fixed.
                     * @example DE
                     */
                    country?: string;
                    /**
                     * @description ISO 4217: his own, in which he sells where nothing else is said. Fixed.
                     * @example EUR
                     */
                    currency?: string;
                    /**
                     * @description IANA time zone: when his days begin. Fixed.
                     * @example Europe/Berlin
                     */
                    zone?: string;
                    /**
                     * @description What his new accounts speak where nothing else is said.
                     * @example de
                     */
                    language?: string;
                    /**
                     * @description Lines of his address below the name.
                     * @example [
                     *       "Hafenstraße 1",
                     *       "20457 Hamburg"
                     *     ]
                     */
                    address?: string[];
                    /**
                     * @description VAT number or the like.
                     * @example DE123456789
                     */
                    taxNumber?: string | null;
                    /**
                     * @description What he sells in beside his own.
                     * @default []
                     * @example [
                     *       "CHF"
                     *     ]
                     */
                    currencies?: string[];
                    /**
                     * @description What the numbers of his invoices begin with.
                     * @example NORD-
                     */
                    invoicePrefix?: string;
                    /**
                     * @description And those of his credit notes.
                     * @example NORD-CN-
                     */
                    creditNotePrefix?: string;
                    /**
                     * @description Keys of plans of yours that he takes over.
                     * @default []
                     * @example []
                     */
                    plans?: string[];
                    /**
                     * @description Who is let in there first, as owner. Needs all that an owner may do, and `users.write`.
                     * @example {
                     *       "mail": "anna@nord-hosting.example",
                     *       "name": "Anna Nord"
                     *     }
                     */
                    owner?: {
                        /**
                         * @description Mail address.
                         * @example anna@nord-hosting.example
                         */
                        mail: string;
                        /**
                         * @description What the person is called.
                         * @example Anna Nord
                         */
                        name?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        seller: components["schemas"]["Seller"];
                        /**
                         * @description With `owner`: for setting his password, once, within a week. Told once; hand it over by a way you trust.
                         * @example https://billing.example.org/invitation#yN0lZ7VbW0m9Pq3R
                         */
                        link: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.beyond_own`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `reseller.exists`, `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `country.unknown`, `currency.unknown`, `currency.withdrawn`, `field.empty`, `mail.invalid`, `plan.not_offered`, `reseller.other_kind`, `seller.key`, `seller.key_taken`, `seller.same_prefix`, `zone.unknown`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSeller: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description His key.
                 * @example nord-hosting
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Tag of the state shown. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seller"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSeller: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The ETag of the state that the change was decided on.
                 * @example "3q2-7wAAAAAAAAAAAAAAAA"
                 */
                "If-Match": string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description His key.
                 * @example nord-hosting
                 */
                seller: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Who issues his documents.
                     * @example Nord Hosting GmbH
                     */
                    legalName?: string;
                    /**
                     * @description What his new accounts speak where nothing else is said.
                     * @example de
                     */
                    language?: string;
                    /**
                     * @description Lines of his address below the name.
                     * @example [
                     *       "Hafenstraße 1",
                     *       "20457 Hamburg"
                     *     ]
                     */
                    address?: string[];
                    /**
                     * @description VAT number or the like.
                     * @example DE123456789
                     */
                    taxNumber?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Tag of the state shown. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Seller"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Changed in the meantime: `edit.outdated`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `field.empty`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say what you have seen: `edit.unconditional`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example externalId
                 */
                sort?: "externalId" | "-externalId" | "name" | "-name" | "createdAt" | "-createdAt";
                /**
                 * @description What kind of customer.
                 * @example company
                 */
                kind?: "company" | "person" | "reseller";
                country?: string;
                /**
                 * @description ISO 4217: the currency of what it buys from now on.
                 * @example EUR
                 */
                currency?: string;
                /**
                 * @description What the external id or the name begins with, in capitals or not. The order is then that of the search.
                 * @example acme
                 */
                search?: string;
                /** @description Parts to add, separated by commas: `billing`. */
                expand?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["Account"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAccount: {
        parameters: {
            query?: {
                /** @description Parts to add, separated by commas: `billing`. */
                expand?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The account’s id, or its external id.
                 * @example acc_00000000000zg
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Tag of the state shown. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The account’s id, or its external id.
                 * @example acc_00000000000zg
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Whom invoices are addressed to.
                     * @example Acme Ltd
                     */
                    name: string;
                    /**
                     * @description What kind of customer.
                     * @example company
                     * @enum {string}
                     */
                    kind?: "company" | "person" | "reseller";
                    /**
                     * @description ISO 4217: the currency of what it buys from now on.
                     * @example EUR
                     */
                    currency?: string;
                    /**
                     * @description IANA time zone: when its days begin. Fixed once something was bought.
                     * @example Europe/Dublin
                     */
                    zone?: string;
                    /**
                     * @description Language of its documents.
                     * @example en
                     */
                    language?: string;
                    /**
                     * @description ISO 3166, two letters: where it is for tax.
                     * @example IE
                     */
                    country?: string | null;
                    /**
                     * @description Lines of the address below the name.
                     * @example [
                     *       "1 Quay Street",
                     *       "Dublin"
                     *     ]
                     */
                    address?: string[];
                    /**
                     * @description VAT number or the like.
                     * @example IE1234567T
                     */
                    taxNumber?: string | null;
                    /**
                     * @description The customer’s order number, printed on invoices.
                     * @example PO-2026-17
                     */
                    purchaseOrder?: string | null;
                    /**
                     * @description What the customer’s accounting wants to read on invoices.
                     * @example 04011000-12345-34
                     */
                    buyerReference?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `account.currency_fixed`, `account.currency_unknown`, `account.zone_fixed`, `currency.unknown`, `currency.withdrawn`, `field.empty`, `zone.unknown`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAccount: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The ETag of the state that the change was decided on.
                 * @example "3q2-7wAAAAAAAAAAAAAAAA"
                 */
                "If-Match": string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The account’s id, or its external id.
                 * @example acc_00000000000zg
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Whom invoices are addressed to.
                     * @example Acme Ltd
                     */
                    name?: string;
                    /**
                     * @description What kind of customer.
                     * @example company
                     * @enum {string}
                     */
                    kind?: "company" | "person" | "reseller";
                    /**
                     * @description ISO 4217: the currency of what it buys from now on.
                     * @example EUR
                     */
                    currency?: string;
                    /**
                     * @description IANA time zone: when its days begin. Fixed once something was bought.
                     * @example Europe/Dublin
                     */
                    zone?: string;
                    /**
                     * @description Language of its documents.
                     * @example en
                     */
                    language?: string;
                    /**
                     * @description ISO 3166, two letters: where it is for tax.
                     * @example IE
                     */
                    country?: string | null;
                    /**
                     * @description Lines of the address below the name.
                     * @example [
                     *       "1 Quay Street",
                     *       "Dublin"
                     *     ]
                     */
                    address?: string[];
                    /**
                     * @description VAT number or the like.
                     * @example IE1234567T
                     */
                    taxNumber?: string | null;
                    /**
                     * @description The customer’s order number, printed on invoices.
                     * @example PO-2026-17
                     */
                    purchaseOrder?: string | null;
                    /**
                     * @description What the customer’s accounting wants to read on invoices.
                     * @example 04011000-12345-34
                     */
                    buyerReference?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Tag of the state shown. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Changed in the meantime: `edit.outdated`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `account.currency_fixed`, `account.zone_fixed`, `currency.unknown`, `currency.withdrawn`, `field.empty`, `zone.unknown`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say what you have seen: `edit.unconditional`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putAccounts: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Each external id once. */
                    accounts: {
                        /**
                         * @description Whom invoices are addressed to.
                         * @example Acme Ltd
                         */
                        name: string;
                        /**
                         * @description What kind of customer.
                         * @example company
                         * @enum {string}
                         */
                        kind?: "company" | "person" | "reseller";
                        /**
                         * @description ISO 4217: the currency of what it buys from now on.
                         * @example EUR
                         */
                        currency?: string;
                        /**
                         * @description IANA time zone: when its days begin. Fixed once something was bought.
                         * @example Europe/Dublin
                         */
                        zone?: string;
                        /**
                         * @description Language of its documents.
                         * @example en
                         */
                        language?: string;
                        /**
                         * @description ISO 3166, two letters: where it is for tax.
                         * @example IE
                         */
                        country?: string | null;
                        /**
                         * @description Lines of the address below the name.
                         * @example [
                         *       "1 Quay Street",
                         *       "Dublin"
                         *     ]
                         */
                        address?: string[];
                        /**
                         * @description VAT number or the like.
                         * @example IE1234567T
                         */
                        taxNumber?: string | null;
                        /**
                         * @description The customer’s order number, printed on invoices.
                         * @example PO-2026-17
                         */
                        purchaseOrder?: string | null;
                        /**
                         * @description What the customer’s accounting wants to read on invoices.
                         * @example 04011000-12345-34
                         */
                        buyerReference?: string | null;
                        /**
                         * @description The id by which your own systems know the account. It never changes.
                         * @example acme
                         */
                        externalId: string;
                    }[];
                    /**
                     * @description What happens to accounts that are there: nothing with `keep`.
                     * @default change
                     * @example change
                     * @enum {string}
                     */
                    present?: "change" | "keep";
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description How many are new.
                         * @example 120
                         */
                        made: number;
                        /**
                         * @description How many were there and are different now.
                         * @example 3
                         */
                        changed: number;
                        /**
                         * @description Ids by external id.
                         * @example {
                         *       "acme": "acc_00000000000zg"
                         *     }
                         */
                        ids: {
                            [key: string]: string;
                        };
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `account.repeated`, `account.currency_fixed`, `account.currency_unknown`, `account.zone_fixed`, `currency.unknown`, `currency.withdrawn`, `field.empty`, `zone.unknown`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAccountNotes: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example -created
                 */
                sort?: "created" | "-created";
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The account’s id, or its external id.
                 * @example acme
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["AccountNote"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addAccountNote: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The account’s id, or its external id.
                 * @example acme
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it says, as plain text.
                     * @example Pays by bank transfer, always late.
                     */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountNote"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeAccountNote: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The account’s id, or its external id.
                 * @example acme
                 */
                account: string;
                /**
                 * @description The note’s id.
                 * @example nte_00000000000zg
                 */
                note: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAccountNote: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The ETag of the state that the change was decided on.
                 * @example "3q2-7wAAAAAAAAAAAAAAAA"
                 */
                "If-Match": string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The account’s id, or its external id.
                 * @example acme
                 */
                account: string;
                /**
                 * @description The note’s id.
                 * @example nte_00000000000zg
                 */
                note: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What it says, as plain text.
                     * @example Pays by bank transfer, always late.
                     */
                    text: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Tag of the state shown. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountNote"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Changed in the meantime: `edit.outdated`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say what you have seen: `edit.unconditional`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPlans: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example key
                 */
                sort?: "key" | "-key";
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["Plan"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlanVersion: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The plan’s key, which means its latest version, or key~2.
                 * @example cloud~2
                 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanVersion"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPlanDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description Key of the plan.
                 * @example cloud
                 */
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Tag of the state shown. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanDraft"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPlanDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description Key of the plan.
                 * @example cloud
                 */
                plan: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanBodyInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanDraft"];
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Changed in the meantime: `edit.outdated`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `plan.empty`, `component.repeated`, `component.timing`, `commitment.unknown_component`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropPlanDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description Key of the plan.
                 * @example cloud
                 */
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishPlanDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description Key of the plan.
                 * @example cloud
                 */
                plan: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanVersion"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `plan.resold`, `plan.empty`, `component.repeated`, `component.timing`, `commitment.unknown_component`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    clonePlanVersion: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The version.
                 * @example cloud~2
                 */
                ref: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Key of the plan that the draft is for; the same if left out.
                     * @example cloud-large
                     */
                    as?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlanDraft"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `plan.draft_exists`, `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMeters: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example key
                 */
                sort?: "key" | "-key";
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["Meter"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putMeter: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description Its key.
                 * @example traffic
                 */
                meter: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Unit of its values.
                     * @default null
                     * @example GB
                     */
                    unit?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Meter"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOfferedPlans: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example key
                 */
                sort?: "key" | "-key";
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["OfferedPlan"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    takeOverPlans: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Their keys.
                     * @example [
                     *       "cloud"
                     *     ]
                     */
                    plans: string[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Those that are new. */
                        versions: {
                            /**
                             * @description Key of the plan.
                             * @example cloud
                             */
                            plan: string;
                            /**
                             * @description What timelines call the version.
                             * @example cloud~2
                             */
                            ref: string;
                            /**
                             * @description From 1.
                             * @example 2
                             */
                            version: number;
                        }[];
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `plan.key_taken`, `plan.no_seller_above`, `plan.not_offered`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPrices: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example -published
                 */
                sort?: "published" | "-published";
                /**
                 * @description Of one component.
                 * @example cloud/seat
                 */
                component?: string;
                /**
                 * @description Of one plan version.
                 * @example cloud
                 */
                plan?: string;
                /**
                 * @description ISO 4217.
                 * @example EUR
                 */
                currency?: string;
                /**
                 * @description Of one list.
                 * @example companies
                 */
                audience?: "resellers" | "companies";
                /**
                 * @description Overrides of one account.
                 * @example acme
                 */
                buyer?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["PriceEntry"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishPrices: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All or none. */
                    prices: {
                        /**
                         * @description Plan version and component.
                         * @example cloud/seat
                         */
                        component: string;
                        /**
                         * @description ISO 4217.
                         * @example EUR
                         */
                        currency: string;
                        /**
                         * @description Whose list it stands in; null is both.
                         * @default null
                         * @example companies
                         */
                        audience?: ("resellers" | "companies") | null;
                        /**
                         * @description An override for one account, by its id or external id.
                         * @default null
                         * @example acme
                         */
                        buyer?: string | null;
                        /**
                         * @description First day; null is since ever.
                         * @default null
                         * @example 2026-03-01
                         */
                        from?: string | null;
                        /**
                         * @description Days already past are meant: they are rated again, and customers get the difference.
                         * @default false
                         * @example false
                         */
                        correction?: boolean;
                        /**
                         * @description What a component costs.
                         * @example {
                         *       "kind": "unit",
                         *       "price": "3"
                         *     }
                         */
                        price: {
                            /**
                             * @description Price model.
                             * @example unit
                             * @enum {string}
                             */
                            kind: "flat" | "unit" | "graduated" | "volume" | "package" | "percentage" | "capacity";
                            /**
                             * @description Amount of the period (flat), of a unit, or of a package.
                             * @example 3.00
                             */
                            price?: string;
                            /**
                             * @description Units a unit price is for; started blocks count whole.
                             * @example 100
                             */
                            per?: string | null;
                            /**
                             * @description Tiers by rising upper bound.
                             * @example [
                             *       {
                             *         "upTo": "10",
                             *         "price": "1"
                             *       },
                             *       {
                             *         "upTo": null,
                             *         "price": "0.8"
                             *       }
                             *     ]
                             */
                            tiers?: {
                                /**
                                 * @description Inclusive upper bound in units; null has no end.
                                 * @example 100
                                 * @example null
                                 */
                                upTo?: string | null;
                                /**
                                 * @description Price of a unit, or of `per` units, in this tier.
                                 * @example 0.05
                                 */
                                price?: string;
                                /**
                                 * @description Fee once a unit falls in the tier.
                                 * @example 2
                                 */
                                flat?: string;
                                /**
                                 * @description Units a price is for; started blocks count whole.
                                 * @example 1000
                                 */
                                per?: string | null;
                                /**
                                 * @description Per cent, for percentage prices.
                                 * @example 1.3
                                 */
                                rate?: string;
                                /**
                                 * @description Greatest total by meter, for capacity prices.
                                 * @example {
                                 *       "bandwidth": "10",
                                 *       "disk": "500"
                                 *     }
                                 */
                                limits?: {
                                    [key: string]: string;
                                };
                            }[];
                            /**
                             * @description The first tier’s flat fee is due at zero quantity too.
                             * @example false
                             */
                            flatAtZero?: boolean;
                            /**
                             * @description Units in a package.
                             * @example 10
                             */
                            size?: string;
                            /**
                             * @description Units before the first package.
                             * @example 5
                             */
                            free?: string;
                            /**
                             * @description Per cent of an event’s value.
                             * @example 2.99
                             */
                            rate?: string;
                            /**
                             * @description Fee of each event.
                             * @example 0.30
                             */
                            fixed?: string;
                            /**
                             * @description Events that cost nothing.
                             * @example 2
                             */
                            freeEvents?: number;
                            /**
                             * @description Value that costs nothing.
                             * @example 250
                             */
                            freeAmount?: string;
                            /**
                             * @description Whether free events and amounts are taken event by event or off the totals.
                             * @example event
                             * @enum {string}
                             */
                            freeOn?: "event" | "total";
                            /**
                             * @description Least amount of an event.
                             * @example 1.75
                             */
                            minEach?: string;
                            /**
                             * @description Greatest amount of an event.
                             * @example 12
                             */
                            maxEach?: string;
                            /**
                             * @description Free units of a period.
                             * @example 100
                             */
                            included?: string;
                            /**
                             * @description Units beyond it are not priced.
                             * @example 1000
                             */
                            maximum?: string;
                            /**
                             * @description Least amount of a period.
                             * @example 10.00
                             */
                            min?: string;
                            /**
                             * @description Greatest amount of a period.
                             * @example 500.00
                             */
                            max?: string;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedPrices"];
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `currency.unknown`, `currency.withdrawn`, `price.unknown_component`, `price.in_the_past`, `price.below_cost`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainPrice: {
        parameters: {
            query: {
                /**
                 * @description Plan version and component.
                 * @example cloud/seat
                 */
                component: string;
                /**
                 * @description Default today, where the account is.
                 * @example 2026-03-01
                 */
                on?: string;
                /**
                 * @description For how many.
                 * @example 5
                 */
                quantity?: string;
                /**
                 * @description Default what the account buys in.
                 * @example EUR
                 */
                currency?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description Its id or external id.
                 * @example acme
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceExplanation"];
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPriceDrafts: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example name
                 */
                sort?: "name" | "-name";
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: {
                            /**
                             * @description What it is called.
                             * @example spring-2026
                             */
                            name: string;
                            /**
                             * @description When it was last changed.
                             * @example 2026-01-01T00:00:00Z
                             */
                            changedAt: string;
                            /**
                             * @description How many are in it.
                             * @example 12
                             */
                            prices: number;
                        }[];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPriceDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description What the draft is called.
                 * @example spring-2026
                 */
                draft: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Tag of the state shown. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceDraft"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    putPriceDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description What the draft is called.
                 * @example spring-2026
                 */
                draft: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description All or none. */
                    prices: {
                        /**
                         * @description Plan version and component.
                         * @example cloud/seat
                         */
                        component: string;
                        /**
                         * @description ISO 4217.
                         * @example EUR
                         */
                        currency: string;
                        /**
                         * @description Whose list it stands in; null is both.
                         * @default null
                         * @example companies
                         */
                        audience?: ("resellers" | "companies") | null;
                        /**
                         * @description An override for one account, by its id or external id.
                         * @default null
                         * @example acme
                         */
                        buyer?: string | null;
                        /**
                         * @description First day; null is since ever.
                         * @default null
                         * @example 2026-03-01
                         */
                        from?: string | null;
                        /**
                         * @description Days already past are meant: they are rated again, and customers get the difference.
                         * @default false
                         * @example false
                         */
                        correction?: boolean;
                        /**
                         * @description What a component costs.
                         * @example {
                         *       "kind": "unit",
                         *       "price": "3"
                         *     }
                         */
                        price: {
                            /**
                             * @description Price model.
                             * @example unit
                             * @enum {string}
                             */
                            kind: "flat" | "unit" | "graduated" | "volume" | "package" | "percentage" | "capacity";
                            /**
                             * @description Amount of the period (flat), of a unit, or of a package.
                             * @example 3.00
                             */
                            price?: string;
                            /**
                             * @description Units a unit price is for; started blocks count whole.
                             * @example 100
                             */
                            per?: string | null;
                            /**
                             * @description Tiers by rising upper bound.
                             * @example [
                             *       {
                             *         "upTo": "10",
                             *         "price": "1"
                             *       },
                             *       {
                             *         "upTo": null,
                             *         "price": "0.8"
                             *       }
                             *     ]
                             */
                            tiers?: {
                                /**
                                 * @description Inclusive upper bound in units; null has no end.
                                 * @example 100
                                 * @example null
                                 */
                                upTo?: string | null;
                                /**
                                 * @description Price of a unit, or of `per` units, in this tier.
                                 * @example 0.05
                                 */
                                price?: string;
                                /**
                                 * @description Fee once a unit falls in the tier.
                                 * @example 2
                                 */
                                flat?: string;
                                /**
                                 * @description Units a price is for; started blocks count whole.
                                 * @example 1000
                                 */
                                per?: string | null;
                                /**
                                 * @description Per cent, for percentage prices.
                                 * @example 1.3
                                 */
                                rate?: string;
                                /**
                                 * @description Greatest total by meter, for capacity prices.
                                 * @example {
                                 *       "bandwidth": "10",
                                 *       "disk": "500"
                                 *     }
                                 */
                                limits?: {
                                    [key: string]: string;
                                };
                            }[];
                            /**
                             * @description The first tier’s flat fee is due at zero quantity too.
                             * @example false
                             */
                            flatAtZero?: boolean;
                            /**
                             * @description Units in a package.
                             * @example 10
                             */
                            size?: string;
                            /**
                             * @description Units before the first package.
                             * @example 5
                             */
                            free?: string;
                            /**
                             * @description Per cent of an event’s value.
                             * @example 2.99
                             */
                            rate?: string;
                            /**
                             * @description Fee of each event.
                             * @example 0.30
                             */
                            fixed?: string;
                            /**
                             * @description Events that cost nothing.
                             * @example 2
                             */
                            freeEvents?: number;
                            /**
                             * @description Value that costs nothing.
                             * @example 250
                             */
                            freeAmount?: string;
                            /**
                             * @description Whether free events and amounts are taken event by event or off the totals.
                             * @example event
                             * @enum {string}
                             */
                            freeOn?: "event" | "total";
                            /**
                             * @description Least amount of an event.
                             * @example 1.75
                             */
                            minEach?: string;
                            /**
                             * @description Greatest amount of an event.
                             * @example 12
                             */
                            maxEach?: string;
                            /**
                             * @description Free units of a period.
                             * @example 100
                             */
                            included?: string;
                            /**
                             * @description Units beyond it are not priced.
                             * @example 1000
                             */
                            maximum?: string;
                            /**
                             * @description Least amount of a period.
                             * @example 10.00
                             */
                            min?: string;
                            /**
                             * @description Greatest amount of a period.
                             * @example 500.00
                             */
                            max?: string;
                        };
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PriceDraft"];
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Changed in the meantime: `edit.outdated`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    dropPriceDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description What the draft is called.
                 * @example spring-2026
                 */
                draft: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    publishPriceDraft: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description What the draft is called.
                 * @example spring-2026
                 */
                draft: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublishedPrices"];
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `currency.unknown`, `currency.withdrawn`, `price.unknown_component`, `price.in_the_past`, `price.below_cost`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSubscriptions: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example externalId
                 */
                sort?: "externalId" | "-externalId" | "createdAt" | "-createdAt";
                /**
                 * @description Of one account, by its id or external id.
                 * @example acme
                 */
                account?: string;
                /**
                 * @description ISO 4217.
                 * @example EUR
                 */
                currency?: string;
                /**
                 * @description What the external id or a named item begins with; a thousand at most are found.
                 * @example web
                 */
                search?: string;
                /**
                 * @description Those that are, were or will be on this plan, by its key.
                 * @example cloud
                 */
                plan?: string;
                /** @description Parts to add, separated by commas: `state`. */
                expand?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["SubscriptionHead"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startSubscription: {
        parameters: {
            query?: {
                /**
                 * @description Show what it would be and bill, and keep nothing.
                 * @example true
                 */
                preview?: "true" | "false";
                /**
                 * @description Of a preview: what is billed by the end of that day; today if left out.
                 * @example 2026-02-01
                 */
                asOf?: string;
            };
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The id by which your own systems know the subscription.
                     * @example web-1
                     */
                    externalId: string;
                    /**
                     * @description Whose it is: id or external id.
                     * @example acme
                     */
                    account: string;
                    /**
                     * @description Overrides the components’ tax category.
                     * @default null
                     * @example standard
                     */
                    taxCategory?: string | null;
                    /**
                     * @description When it takes effect; now if left out.
                     * @example 2026-01-21
                     */
                    at?: string;
                    /**
                     * @description A name by which a void takes it back; unique in the timeline.
                     * @default null
                     * @example upgrade-1
                     */
                    reference?: string | null;
                    /**
                     * @description Key of the plan, which means its latest version, or a version.
                     * @example cloud
                     */
                    plan: string;
                    /**
                     * @description Units by component key.
                     * @default {}
                     * @example {
                     *       "seat": "5"
                     *     }
                     */
                    quantities?: {
                        [key: string]: string;
                    };
                    /**
                     * @description Where its periods begin; the setting if left out.
                     * @default null
                     * @example start
                     */
                    anchor?: ("start" | string | {
                        /**
                         * @description Day of the month; 31 is the last of shorter ones.
                         * @example 13
                         */
                        day: number;
                    }) | null;
                    /**
                     * @description The day that the anchor counts from; the start’s if left out.
                     * @default null
                     * @example 2026-01-01
                     */
                    anchorOn?: string | null;
                    /**
                     * @description Until then nothing is charged but what is charged in trials.
                     * @default null
                     * @example 2026-02-01
                     */
                    trialUntil?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedSubscription"];
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.instant`, `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.over_limit`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `subscription.exists`, `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `currency.off`, `subscription.unknown_plan`, `subscription.unknown_component`, `subscription.unknown_reference`, `subscription.repeated_reference`, `subscription.negative_quantity`, `subscription.ends_before_start`, `subscription.wrong_percent`, `subscription.price_missing`, `subscription.date_out_of_range`, `subscription.usage_is_final`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSubscription: {
        parameters: {
            query?: {
                /**
                 * @description The state of which instant; now if left out.
                 * @example 2026-02-01T00:00:00Z
                 */
                at?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description Its id or external id.
                 * @example web-1
                 */
                subscription: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Subscription"];
                };
            };
            /** @description The request cannot be understood: `request.instant`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSubscription: {
        parameters: {
            query?: {
                /**
                 * @description Show what it would be and bill, and keep nothing.
                 * @example true
                 */
                preview?: "true" | "false";
                /**
                 * @description Of a preview: what is billed by the end of that day; today if left out.
                 * @example 2026-02-01
                 */
                asOf?: string;
            };
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description Its id or external id.
                 * @example web-1
                 */
                subscription: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubscriptionChangeInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedSubscription"];
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.instant`, `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.over_limit`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `currency.off`, `subscription.unknown_plan`, `subscription.unknown_component`, `subscription.unknown_reference`, `subscription.repeated_reference`, `subscription.negative_quantity`, `subscription.ends_before_start`, `subscription.wrong_percent`, `subscription.price_missing`, `subscription.date_out_of_range`, `subscription.usage_is_final`, `subscription.not_by_customers`, `subscription.customer_backdates`, `subscription.plan_not_offered`, `subscription.ends_within_period`, `subscription.not_yours_to_void`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOffers: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description Its id or external id.
                 * @example web-1
                 */
                subscription: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Offers"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listExtraItems: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example -told
                 */
                sort?: "told" | "-told";
                /**
                 * @description Of one account, by its id or external id.
                 * @example acme
                 */
                account?: string;
                /**
                 * @description The one with this external id.
                 * @example setup-17
                 */
                externalId?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["ExtraItem"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addExtraItem: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The id by which your own systems know it; each once.
                     * @example setup-17
                     */
                    externalId: string;
                    /**
                     * @description Id or external id.
                     * @example acme
                     */
                    account: string;
                    /**
                     * @description What invoices call it.
                     * @example Migration by hand
                     */
                    description: string;
                    /**
                     * @description When it is due, or first due; now if left out.
                     * @example 2026-01-15
                     */
                    at?: string;
                    /**
                     * @description Of one unit, major units of the account’s currency.
                     * @example 120.00
                     */
                    amount: string;
                    /**
                     * @description Units.
                     * @default 1
                     * @example 1
                     */
                    quantity?: string;
                    /**
                     * @description Which rates apply; standard if left out.
                     * @default null
                     * @example standard
                     */
                    taxCategory?: string | null;
                    /**
                     * @description Repeats; null is once.
                     * @default null
                     * @example {
                     *       "unit": "month",
                     *       "count": 1
                     *     }
                     */
                    every?: {
                        /**
                         * @description Unit of the period.
                         * @example month
                         * @enum {string}
                         */
                        unit: "hour" | "day" | "week" | "month" | "year";
                        /**
                         * @description How many of them.
                         * @default 1
                         * @example 1
                         */
                        count?: number;
                    } | null;
                    /**
                     * @description When it stops repeating; null is never.
                     * @default null
                     * @example 2026-07-01
                     */
                    until?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExtraItem"];
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.instant`, `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.over_limit`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `item.repeated`, `field.empty`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCredits: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example -told
                 */
                sort?: "told" | "-told";
                /**
                 * @description Of one account, by its id or external id.
                 * @example acme
                 */
                account?: string;
                /**
                 * @description The one with this external id.
                 * @example setup-17
                 */
                externalId?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["Credit"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addCredit: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The id by which your own systems know it; each once.
                     * @example setup-17
                     */
                    externalId: string;
                    /**
                     * @description Id or external id.
                     * @example acme
                     */
                    account: string;
                    /**
                     * @description External id of an extra item, or plan version and component.
                     * @example cloud/seat
                     */
                    item: string;
                    /**
                     * @description A moment in the period that it lowers; now if left out.
                     * @example 2026-01-15
                     */
                    at?: string;
                    /**
                     * @description Major units, above zero.
                     * @example 5.00
                     */
                    amount: string;
                    /**
                     * @description Needed where the account is charged for it in several.
                     * @example EUR
                     */
                    currency?: string;
                    /**
                     * @description Why.
                     * @default
                     * @example Outage on 12 January
                     */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Credit"];
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.instant`, `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.over_limit`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `credit.not_positive`, `credit.currency_needed`, `credit.other_currency`, `credit.repeated`, `field.empty`, `subscription.usage_is_final`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startSubscriptions: {
        parameters: {
            query?: {
                /**
                 * @description Say whether it would be taken, and keep nothing.
                 * @example true
                 */
                preview?: "true" | "false";
            };
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What happens where an external id is there already: the request is refused, or with `keep` that entry is passed over.
                     * @default refuse
                     * @example keep
                     * @enum {string}
                     */
                    present?: "refuse" | "keep";
                    /** @description Each external id once. */
                    subscriptions: {
                        /**
                         * @description The id by which your own systems know the subscription.
                         * @example web-1
                         */
                        externalId: string;
                        /**
                         * @description Whose it is: id or external id.
                         * @example acme
                         */
                        account: string;
                        /**
                         * @description Overrides the components’ tax category.
                         * @default null
                         * @example standard
                         */
                        taxCategory?: string | null;
                        /**
                         * @description When it takes effect; now if left out.
                         * @example 2026-01-21
                         */
                        at?: string;
                        /**
                         * @description A name by which a void takes it back; unique in the timeline.
                         * @default null
                         * @example upgrade-1
                         */
                        reference?: string | null;
                        /**
                         * @description Key of the plan, which means its latest version, or a version.
                         * @example cloud
                         */
                        plan: string;
                        /**
                         * @description Units by component key.
                         * @default {}
                         * @example {
                         *       "seat": "5"
                         *     }
                         */
                        quantities?: {
                            [key: string]: string;
                        };
                        /**
                         * @description Where its periods begin; the setting if left out.
                         * @default null
                         * @example start
                         */
                        anchor?: ("start" | string | {
                            /**
                             * @description Day of the month; 31 is the last of shorter ones.
                             * @example 13
                             */
                            day: number;
                        }) | null;
                        /**
                         * @description The day that the anchor counts from; the start’s if left out.
                         * @default null
                         * @example 2026-01-01
                         */
                        anchorOn?: string | null;
                        /**
                         * @description Until then nothing is charged but what is charged in trials.
                         * @default null
                         * @example 2026-02-01
                         */
                        trialUntil?: string | null;
                        /**
                         * @description What happened to it since, in order.
                         * @default []
                         */
                        changes?: components["schemas"]["SubscriptionChangeInput"][];
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description How many are new.
                         * @example 120
                         */
                        started: number;
                        /**
                         * @description How many were there already and are as they were.
                         * @example 0
                         */
                        kept: number;
                        /**
                         * @description Starts and changes that were recorded.
                         * @example 120
                         */
                        facts: number;
                    };
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.instant`, `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.over_limit`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `subscription.exists`, `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `account.unknown`, `currency.off`, `subscription.unknown_plan`, `subscription.unknown_component`, `subscription.unknown_reference`, `subscription.price_missing`, `subscription.repeated_reference`, `subscription.negative_quantity`, `subscription.usage_is_final`, `subscription.ends_before_start`, `subscription.wrong_percent`, `subscription.date_out_of_range`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSubscriptions: {
        parameters: {
            query?: {
                /**
                 * @description Say whether it would be taken, and keep nothing.
                 * @example true
                 */
                preview?: "true" | "false";
            };
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description In order. */
                    changes: {
                        /**
                         * @description External id.
                         * @example web-1
                         */
                        subscription: string;
                        change: components["schemas"]["SubscriptionChangeInput"];
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Changes that were recorded.
                         * @example 120
                         */
                        facts: number;
                    };
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.instant`, `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.over_limit`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `currency.off`, `subscription.not_started`, `subscription.unknown_plan`, `subscription.unknown_component`, `subscription.unknown_reference`, `subscription.price_missing`, `subscription.repeated_reference`, `subscription.negative_quantity`, `subscription.usage_is_final`, `subscription.ends_before_start`, `subscription.wrong_percent`, `subscription.date_out_of_range`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addExtraItems: {
        parameters: {
            query?: {
                /**
                 * @description Say whether it would be taken, and keep nothing.
                 * @example true
                 */
                preview?: "true" | "false";
            };
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What happens where an external id is there already: the request is refused, or with `keep` that entry is passed over.
                     * @default refuse
                     * @example keep
                     * @enum {string}
                     */
                    present?: "refuse" | "keep";
                    /** @description Each external id once. */
                    items: {
                        /**
                         * @description The id by which your own systems know it; each once.
                         * @example setup-17
                         */
                        externalId: string;
                        /**
                         * @description Id or external id.
                         * @example acme
                         */
                        account: string;
                        /**
                         * @description What invoices call it.
                         * @example Migration by hand
                         */
                        description: string;
                        /**
                         * @description When it is due, or first due; now if left out.
                         * @example 2026-01-15
                         */
                        at?: string;
                        /**
                         * @description Of one unit, major units of the account’s currency.
                         * @example 120.00
                         */
                        amount: string;
                        /**
                         * @description Units.
                         * @default 1
                         * @example 1
                         */
                        quantity?: string;
                        /**
                         * @description Which rates apply; standard if left out.
                         * @default null
                         * @example standard
                         */
                        taxCategory?: string | null;
                        /**
                         * @description Repeats; null is once.
                         * @default null
                         * @example {
                         *       "unit": "month",
                         *       "count": 1
                         *     }
                         */
                        every?: {
                            /**
                             * @description Unit of the period.
                             * @example month
                             * @enum {string}
                             */
                            unit: "hour" | "day" | "week" | "month" | "year";
                            /**
                             * @description How many of them.
                             * @default 1
                             * @example 1
                             */
                            count?: number;
                        } | null;
                        /**
                         * @description When it stops repeating; null is never.
                         * @default null
                         * @example 2026-07-01
                         */
                        until?: string | null;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description How many are new.
                         * @example 120
                         */
                        added: number;
                        /**
                         * @description How many were there already and are as they were.
                         * @example 0
                         */
                        kept: number;
                    };
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.instant`, `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.over_limit`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `account.unknown`, `item.repeated`, `field.empty`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    answerQuote: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuoteDocumentInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteAnswer"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `quote.invalid_document`, `quote.reserved_name`, `quote.too_deep`, `quote.too_long`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `quote.busy`, `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBillingRuns: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example -ordered
                 */
                sort?: "ordered" | "-ordered";
                /**
                 * @description Only these.
                 * @example failed
                 */
                state?: "waiting" | "running" | "done" | "failed";
                /**
                 * @description Only those up to that day.
                 * @example 2026-02-01
                 */
                asOf?: string;
                /**
                 * @description Only those that servers did by themselves, or only the others.
                 * @example true
                 */
                scheduled?: "true" | "false";
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["BillingRun"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.date`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startBillingRun: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What is due by the end of that day, in each account’s own zone; today if left out.
                     * @example 2026-02-01
                     */
                    asOf?: string;
                };
            };
        };
        responses: {
            /** @description Taken on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingRun"];
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.provider_only`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `billing.day_not_come`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBillingRun: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description Its id.
                 * @example run_00000000000zg
                 */
                run: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingRun"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewBilling: {
        parameters: {
            query?: {
                /**
                 * @description What is due by the end of that day, in each account’s own zone; today if left out.
                 * @example 2026-02-01
                 */
                asOf?: string;
                /**
                 * @description Of one account, by its id or external id.
                 * @example acme
                 */
                account?: string;
                /**
                 * @description How many accounts at most.
                 * @example 20
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before.
                 * @example acc_00000000000zg
                 */
                cursor?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BillingPreview"];
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.date`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    forecastAccount: {
        parameters: {
            query?: {
                /**
                 * @description Another billing day than the next one.
                 * @example 2026-03-01
                 */
                on?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The account’s id, or its external id.
                 * @example acme
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Forecast"];
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSettings: {
        parameters: {
            query?: {
                /**
                 * @description For one account, by its id or external id; else for all of the seller and of those below.
                 * @example acme
                 */
                account?: string;
                /**
                 * @description Default today.
                 * @example 2026-01-01
                 */
                on?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Every setting there is. */
                        data: components["schemas"]["Setting"][];
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordSettings: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What is said. */
                    settings: {
                        /**
                         * @description Which setting; docs/settings.md says what each does.
                         * @example paymentTermDays
                         * @enum {string}
                         */
                        key: "rounding" | "anchor" | "fullPeriod" | "upgrade" | "downgrade" | "changeDay" | "cancellationDay" | "minimumStay" | "interim" | "taxRounding" | "taxInclusive" | "corrections" | "alarmTotal" | "paymentTermDays" | "booksClosedUntil" | "greatestAgeDays" | "currencyRules" | "belowCost" | "customerChanges" | "customerPlans";
                        /**
                         * @description What the setting may be is said in docs/settings.md.
                         * @example 30
                         */
                        value: unknown;
                        /**
                         * @description The first day it counts for.
                         * @example 2026-02-01
                         */
                        from: string;
                        /**
                         * @description For one account, by its id or external id; else for all of the seller and of those below.
                         * @example acme
                         */
                        account?: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Every setting there is. */
                        data: components["schemas"]["Setting"][];
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `setting.unknown`, `setting.value`, `setting.of_seller`, `setting.before_billed`, `setting.fixed`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCurrencies: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Currencies"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    switchCurrency: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description ISO 4217.
                 * @example CHF
                 */
                currency: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description On or off.
                     * @example false
                     */
                    enabled: boolean;
                    /**
                     * @description When it is turned off: the first day whose periods are not billed in it; tomorrow where nothing is said.
                     * @example 2026-03-01
                     */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Currencies"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `currency.unknown`, `currency.withdrawn`, `currency.off_too_early`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setCurrencyRules: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description In order.
                     * @example [
                     *       {
                     *         "country": "CH",
                     *         "currency": "CHF"
                     *       }
                     *     ]
                     */
                    rules: {
                        /**
                         * @description Of accounts that speak it.
                         * @example de
                         */
                        language?: string;
                        /**
                         * @description Of accounts there, ISO 3166.
                         * @example CH
                         */
                        country?: string;
                        /**
                         * @description They get this one.
                         * @example CHF
                         */
                        currency: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Currencies"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `setting.value`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCurrencyChanges: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description Its id or external id.
                 * @example acme
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Its changes, oldest first. */
                        data: {
                            /**
                             * @description What it bought in before.
                             * @example EUR
                             */
                            before: string;
                            /**
                             * @description And from then on.
                             * @example CHF
                             */
                            currency: string;
                            /**
                             * @description When.
                             * @example 2026-02-01T09:00:00Z
                             */
                            changedAt: string;
                        }[];
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAccountCurrency: {
        parameters: {
            query?: {
                /**
                 * @description Show which subscriptions would stay behind, and keep nothing.
                 * @example true
                 */
                preview?: "true" | "false";
            };
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description Its id or external id.
                 * @example acme
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description ISO 4217; it must be on.
                     * @example CHF
                     */
                    currency: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CurrencyChange"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `currency.off`, `currency.unknown`, `currency.withdrawn`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRunningInCurrency: {
        parameters: {
            query: {
                /**
                 * @description ISO 4217.
                 * @example CHF
                 */
                currency: string;
                /**
                 * @description How many at most.
                 * @example 1000
                 */
                limit?: number;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In service, paused or still to begin. */
                        data: {
                            /**
                             * @description External id.
                             * @example acme
                             */
                            account: string;
                            /**
                             * @description External id.
                             * @example web-1
                             */
                            subscription: string;
                        }[];
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `currency.unknown`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listParkedAccounts: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example parkedAt
                 */
                sort?: "parkedAt" | "-parkedAt";
                /**
                 * @description Only for this reason.
                 * @example billing.alarm_total
                 */
                code?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["ParkedAccount"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseParkedAccount: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description Its id or external id.
                 * @example acme
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description False: it was not parked.
                         * @example true
                         */
                        released: boolean;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    moveClock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description A later instant.
                     * @example 2026-03-01T00:00:00Z
                     */
                    now: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            /** @description The request cannot be understood: `request.instant`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.provider_only`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `clock.backward`, `clock.too_far`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    auditBooks: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditReport"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.provider_only`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not available right now: `audit.busy`. */
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
    listPools: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The account’s id, or its external id.
                 * @example acc_00000000000zg
                 */
                account: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description By name. */
                        data: components["schemas"]["Pool"][];
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPool: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The account’s id, or its external id.
                 * @example acc_00000000000zg
                 */
                account: string;
                /**
                 * @description The pool’s name, which components of plans may carry.
                 * @example cpu
                 */
                pool: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Units; null: no limit any more.
                     * @example 8
                     */
                    maximum: string | null;
                    /**
                     * @description Components that draw on it, by key or plan and key, beside those whose plan names it. Left out: as before.
                     * @example [
                     *       "P/cpu"
                     *     ]
                     */
                    components?: string[];
                    /**
                     * @description First day, in the account’s zone. Default: today.
                     * @example 2026-02-01
                     */
                    validFrom?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Pool"];
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `pool.below_held`, `pool.negative`, `pool.unknown_component`, `field.empty`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readEvents: {
        parameters: {
            query?: {
                /**
                 * @description The `nextCursor` of the answer before. Left out: from the oldest event that is kept. `latest`: from now on.
                 * @example latest
                 */
                after?: string;
                /**
                 * @description Only these kinds; repeat it for several.
                 * @example invoice.issued
                 */
                type?: ("account.changed" | "account.created" | "account.currency_changed" | "account.parked" | "account.released" | "billing_run.finished" | "coupon.redeemed" | "coupon.redemption_revoked" | "credit.added" | "credit_note.issued" | "currency.switched" | "invoice.issued" | "item.added" | "key.created" | "key.replaced" | "key.revoked" | "mail.requested" | "plan.published" | "price.published" | "role.defined" | "role.removed" | "seller.changed" | "seller.created" | "setting.recorded" | "subscription.changed" | "subscription.ended" | "subscription.paused" | "subscription.resumed" | "subscription.started" | "usage.refused" | "usage_upload.finished" | "user.changed" | "user.invited" | "user.roles_changed" | "webhook_endpoint.changed" | "webhook_endpoint.created" | "webhook_endpoint.disabled" | "webhook_endpoint.removed" | "webhook_endpoint.tested") | ("account.changed" | "account.created" | "account.currency_changed" | "account.parked" | "account.released" | "billing_run.finished" | "coupon.redeemed" | "coupon.redemption_revoked" | "credit.added" | "credit_note.issued" | "currency.switched" | "invoice.issued" | "item.added" | "key.created" | "key.replaced" | "key.revoked" | "mail.requested" | "plan.published" | "price.published" | "role.defined" | "role.removed" | "seller.changed" | "seller.created" | "setting.recorded" | "subscription.changed" | "subscription.ended" | "subscription.paused" | "subscription.resumed" | "subscription.started" | "usage.refused" | "usage_upload.finished" | "user.changed" | "user.invited" | "user.roles_changed" | "webhook_endpoint.changed" | "webhook_endpoint.created" | "webhook_endpoint.disabled" | "webhook_endpoint.removed" | "webhook_endpoint.tested")[];
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order of the feed. */
                        data: components["schemas"]["Event"][];
                        /**
                         * @description Go on with it, now or later.
                         * @example MS4xMDM0Ljg4MQ
                         */
                        nextCursor: string;
                        /**
                         * @description Whether there is more already.
                         * @example false
                         */
                        hasMore: boolean;
                    };
                };
            };
            /** @description The request cannot be understood: `feed.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No longer there: `feed.cursor_expired`. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendEvents: {
        parameters: {
            query?: {
                /** @description Which events the answer lists. */
                verdicts?: "exceptions" | "all";
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UsageEventInput"][] | components["schemas"]["UsageEventInput"];
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description How many events came.
                         * @example 1000
                         */
                        received: number;
                        /**
                         * @description How many of them are new and durable.
                         * @example 989
                         */
                        stored: number;
                        /**
                         * @description How many were known already with the same content.
                         * @example 10
                         */
                        repeated: number;
                        /**
                         * @description How many were not taken; they are kept with their reason.
                         * @example 1
                         */
                        refused: number;
                        /** @description The verdict of each event that was not simply stored, with `verdicts=all` of every event; at most 1000, refused ones first. */
                        events: {
                            /**
                             * @description The event’s place in the request, from 0.
                             * @example 17
                             */
                            index: number;
                            /**
                             * @description Its source.
                             * @example /collectors/fra1
                             */
                            source: string;
                            /**
                             * @description Its id.
                             * @example c7a9-000042
                             */
                            id: string;
                            /**
                             * @description What became of it.
                             * @example refused
                             * @enum {string}
                             */
                            verdict: "stored" | "repeated" | "refused";
                            /**
                             * @description Why it was refused.
                             * @example usage.unknown_meter
                             */
                            code: string | null;
                            /**
                             * @description The same as a sentence that says what to do.
                             * @example There is no meter "x".
                             */
                            detail: string | null;
                        }[];
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `usage.already_taken_back`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large: `usage.too_large`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type is not supported: `usage.content_type`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `usage.in_future`, `usage.invalid`, `usage.no_identity`, `usage.no_subscription`, `usage.not_kept`, `usage.other_account`, `usage.other_body`, `usage.several_subscriptions`, `usage.too_old`, `usage.unknown_account`, `usage.unknown_event`, `usage.unknown_meter`, `usage.unknown_subscription`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `usage.busy`, `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUsageTotals: {
        parameters: {
            query: {
                /** @description External id of the account. One of account and subscription is needed. */
                account?: string;
                /** @description External id of the subscription. */
                subscription?: string;
                /** @description Only this one. */
                meter?: string;
                /** @description The window’s first instant, on a quarter of an hour, or a date of the zone. */
                from: string;
                /** @description Where it ends, likewise; not part of it. */
                to: string;
                /** @description Also what lies in each step, and where nothing does. The window begins and ends on one. */
                step?: "quarter" | "hour" | "day" | "month";
                /** @description In which days and months begin; by default the account’s own. */
                zone?: string;
                /** @description Also the quantity by this aggregation, of the window and of each step by itself. */
                aggregate?: "sum" | "count" | "max" | "last" | "unique" | "time" | "p95";
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Of the window.
                         * @example 2026-01-01T00:00:00Z
                         */
                        from: string;
                        /**
                         * @description Of the window; not part of it.
                         * @example 2026-02-01T00:00:00Z
                         */
                        to: string;
                        /**
                         * @description In which days and months begin.
                         * @example Europe/Dublin
                         */
                        zone: string;
                        /** @description By subscription and meter; those without an event are left out. */
                        data: {
                            /**
                             * @description External id of the account.
                             * @example acme
                             */
                            account: string;
                            /**
                             * @description External id of the subscription.
                             * @example s-1
                             */
                            subscription: string;
                            /**
                             * @description What is measured.
                             * @example traffic-gb
                             */
                            meter: string;
                            /**
                             * @description Of the events’ values, as they count: those taken back do not.
                             * @example 1234.5
                             */
                            sum: string;
                            /**
                             * @description How many count.
                             * @example 98000
                             */
                            events: number;
                            /**
                             * @description By `aggregate`, where it was asked for.
                             * @example 40.25
                             */
                            quantity?: string;
                            /** @description Steps without an event, those side by side as one: nothing was told, be it nothing or not. With `step` only. */
                            gaps?: {
                                /**
                                 * @description Its first instant.
                                 * @example 2026-01-03T00:00:00Z
                                 */
                                from: string;
                                /**
                                 * @description Where it ends; not part of it.
                                 * @example 2026-01-05T00:00:00Z
                                 */
                                to: string;
                                /**
                                 * @description By `aggregate=time`: the level holds on where no events are. By others it is nothing.
                                 * @example 96
                                 */
                                quantity?: string;
                            }[];
                            /** @description Steps that have events. With `step` only. */
                            steps?: {
                                /**
                                 * @description First instant of the step.
                                 * @example 2026-01-01T00:00:00Z
                                 */
                                from: string;
                                /**
                                 * @description Of its events.
                                 * @example 40.25
                                 */
                                sum: string;
                                /**
                                 * @description How many it has.
                                 * @example 3200
                                 */
                                events: number;
                                /**
                                 * @description By `aggregate`, where it was asked for.
                                 * @example 40.25
                                 */
                                quantity?: string;
                            }[];
                        }[];
                    };
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.instant`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `usage.events_not_kept`, `usage.too_many_events`, `usage.whose`, `usage.window`, `usage.zone`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUsageEvent: {
        parameters: {
            query: {
                /** @description The event’s source. */
                source: string;
                /** @description The event’s id. */
                id: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description Its source.
                         * @example /collectors/fra1
                         */
                        source: string;
                        /**
                         * @description Its id.
                         * @example c7a9-000042
                         */
                        id: string;
                        /**
                         * @description External id of the account.
                         * @example acme
                         */
                        account: string;
                        /**
                         * @description External id of the subscription it was counted at.
                         * @example s-1
                         */
                        subscription: string;
                        /**
                         * @description What is measured.
                         * @example traffic-gb
                         */
                        meter: string;
                        /**
                         * @description When it was consumed.
                         * @example 2026-01-05T10:00:00Z
                         */
                        time: string;
                        /**
                         * @description When we accepted it, or another system knew it.
                         * @example 2026-01-05T10:00:03Z
                         */
                        recordedAt: string;
                        /**
                         * @description How much.
                         * @example 12.5
                         */
                        value: string;
                        /** @description Null: it counts. */
                        takenBackBy: {
                            /**
                             * @description Of the event that took this one back.
                             * @example c7a9-000043
                             */
                            id: string;
                            /**
                             * @description Whether that one stands in its place.
                             * @example true
                             */
                            replaces: boolean;
                        } | null;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No longer there: `usage.event_not_kept`. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRefusedUsage: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example -id
                 */
                sort?: "id" | "-id";
                /** @description Only of this source. */
                source?: string;
                /** @description Only for this reason. */
                code?: string;
                /** @description Only what named this account, by its external id. */
                account?: string;
                /** @description Only what named this subscription, by its external id. */
                subscription?: string;
                /** @description Only what came at this instant or later. */
                from?: string;
                /** @description Only what came before this instant. */
                until?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: {
                            /**
                             * @description When it came.
                             * @example 2026-01-05T10:00:03Z
                             */
                            recordedAt: string;
                            /**
                             * @description Its source, as far as it named one.
                             * @example /collectors/fra1
                             */
                            source: string;
                            /**
                             * @description Its id, as far as it named one.
                             * @example c7a9-000042
                             */
                            id: string;
                            /**
                             * @description Why it was refused.
                             * @example usage.unknown_meter
                             */
                            code: string;
                            /**
                             * @description The same as a sentence that says what to do.
                             * @example There is no meter "x".
                             */
                            reason: string;
                            /**
                             * @description What was handed over.
                             * @example {
                             *       "meter": "x",
                             *       "value": "1"
                             *     }
                             */
                            body: unknown;
                        }[];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.instant`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countRefusedUsage: {
        parameters: {
            query: {
                /**
                 * @description First day, in the seller’s zone.
                 * @example 2026-01-01
                 */
                from: string;
                /**
                 * @description The day after the last one.
                 * @example 2026-02-01
                 */
                until: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description Days without any are left out. */
                        data: {
                            /**
                             * @description The day it came, in the seller’s zone.
                             * @example 2026-01-05
                             */
                            day: string;
                            /**
                             * @description Why it was refused.
                             * @example usage.unknown_meter
                             */
                            code: string;
                            /**
                             * @description How many.
                             * @example 12
                             */
                            events: number;
                        }[];
                    };
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `usage.window`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listUsageUploads: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example -uploaded
                 */
                sort?: "uploaded" | "-uploaded";
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["UsageUpload"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uploadUsage: {
        parameters: {
            query?: {
                /** @description The source of its events; with their id it makes them unique. */
                source?: string;
                /** @description As it is called, to find it again. */
                fileName?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The file. */
        requestBody: {
            content: {
                /**
                 * @example subscription,meter,time,value
                 *     s-1,traffic-gb,2026-01-05T10:00:00Z,12.5
                 */
                "text/csv": string;
            };
        };
        responses: {
            /** @description Taken on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageUpload"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request is too large: `usage.upload_too_large`. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The content type is not supported: `usage.csv_content_type`. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `usage.csv_column_twice`, `usage.csv_column_unknown`, `usage.csv_columns_missing`, `usage.csv_empty`, `usage.csv_encoding`, `usage.csv_fields`, `usage.csv_gzip`, `usage.csv_quote`, `usage.csv_quote_open`, `usage.csv_row_too_long`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `usage.uploads_full`, `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUsageUpload: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /** @description Its id. */
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageUpload"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getUsageUploadReport: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /** @description Its id. */
                upload: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCoupons: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example code
                 */
                sort?: "code" | "-code" | "told" | "-told";
                /**
                 * @description The one with this code.
                 * @example SPRING
                 */
                code?: string;
                /**
                 * @description Only those that were not, or were, taken out of use.
                 * @example true
                 */
                active?: "true" | "false";
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["Coupon"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    makeCoupon: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description What customers type. It never changes.
                     * @example SPRING
                     */
                    code: string;
                    /**
                     * @description What it is called among the seller’s people.
                     * @default
                     * @example Spring offer
                     */
                    name?: string;
                    /**
                     * @description Per cent off, above 0, at most 100. Either this or an amount.
                     * @default null
                     * @example 20
                     */
                    percent?: string | null;
                    /**
                     * @description Off once, before tax, major units.
                     * @default null
                     * @example null
                     * @example 10.00
                     */
                    amount?: string | null;
                    /**
                     * @description Of the amount, ISO 4217.
                     * @default null
                     * @example null
                     * @example EUR
                     */
                    currency?: string | null;
                    /**
                     * @description Of a percentage: for how many periods of the plan, counted from the day it begins. Null beside a null `untilOn`: for ever.
                     * @default null
                     * @example 3
                     */
                    periods?: number | null;
                    /**
                     * @description Of a percentage: the first day without it.
                     * @default null
                     * @example null
                     * @example 2026-07-01
                     */
                    untilOn?: string | null;
                    /**
                     * @description Keys of the plans it is for; null is all.
                     * @default null
                     * @example [
                     *       "cloud"
                     *     ]
                     */
                    plans?: string[] | null;
                    /**
                     * @description Keys of the components it is for; null is all.
                     * @default null
                     * @example [
                     *       "seat"
                     *     ]
                     */
                    components?: string[] | null;
                    /**
                     * @description How often it can be used; null is without limit.
                     * @default null
                     * @example 100
                     */
                    limitTotal?: number | null;
                    /**
                     * @description How often one account can use it; null is without limit.
                     * @default null
                     * @example 1
                     */
                    limitEach?: number | null;
                    /**
                     * @description First day on which it is taken, in the seller’s zone.
                     * @default null
                     * @example 2026-03-01
                     */
                    validFrom?: string | null;
                    /**
                     * @description First day on which it is not taken any more.
                     * @default null
                     * @example 2026-06-01
                     */
                    validUntil?: string | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coupon"];
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.over_limit`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `coupon.gives`, `coupon.lasts`, `coupon.names_unknown`, `coupon.never_valid`, `coupon.repeated`, `coupon.wrong_percent`, `currency.unknown`, `currency.withdrawn`, `discount.not_positive`, `field.empty`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCoupon: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The coupon’s id, or its code.
                 * @example SPRING
                 */
                coupon: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coupon"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deactivateCoupon: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The coupon’s id, or its code.
                 * @example SPRING
                 */
                coupon: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Coupon"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCouponRedemptions: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example -told
                 */
                sort?: "told" | "-told";
                /**
                 * @description Of one account, by its id or external id.
                 * @example acme
                 */
                account?: string;
                /**
                 * @description Of the coupon with this code.
                 * @example SPRING
                 */
                code?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["CouponRedemption"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redeemCoupon: {
        parameters: {
            query?: {
                /**
                 * @description Show what would be billed with it, and keep nothing.
                 * @example true
                 */
                preview?: "true" | "false";
                /**
                 * @description Of a preview: what is billed by the end of that day; today if left out.
                 * @example 2026-02-01
                 */
                asOf?: string;
            };
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The coupon’s code.
                     * @example SPRING
                     */
                    code: string;
                    /**
                     * @description The account’s id, or its external id.
                     * @example acme
                     */
                    account: string;
                    /**
                     * @description Id or external id; null: for all that the account has.
                     * @default null
                     * @example web-1
                     */
                    subscription?: string | null;
                    /**
                     * @description A name of yours for this redemption, of which there is one for each coupon.
                     * @example checkout-4711
                     */
                    reference: string;
                    /**
                     * @description The first day, in the account’s zone; today if left out. Customers cannot choose a past one.
                     * @example 2026-03-01
                     */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedeemedCoupon"];
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `coupon.backdated`, `coupon.expired`, `coupon.inactive`, `coupon.not_for_this`, `coupon.not_yet`, `coupon.other_currency`, `coupon.reference_taken`, `coupon.unknown`, `coupon.used_by_account`, `coupon.used_up`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listDiscounts: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example -told
                 */
                sort?: "told" | "-told";
                /**
                 * @description Of one account, by its id or external id.
                 * @example acme
                 */
                account?: string;
                /**
                 * @description The one with this external id.
                 * @example sorry-17
                 */
                externalId?: string;
                /**
                 * @description Only those that were not, or were, revoked.
                 * @example true
                 */
                open?: "true" | "false";
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["Discount"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveDiscount: {
        parameters: {
            query?: {
                /**
                 * @description Show what would be billed with it, and keep nothing.
                 * @example true
                 */
                preview?: "true" | "false";
                /**
                 * @description Of a preview: what is billed by the end of that day; today if left out.
                 * @example 2026-02-01
                 */
                asOf?: string;
            };
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description The id by which your own systems know it; each once.
                     * @example sorry-17
                     */
                    externalId: string;
                    /**
                     * @description The account’s id, or its external id.
                     * @example acme
                     */
                    account: string;
                    /**
                     * @description From when on runs may use it; now if left out.
                     * @example 2026-01-15
                     */
                    at?: string;
                    /**
                     * @description Major units, above zero, before tax.
                     * @example 10.00
                     */
                    amount: string;
                    /**
                     * @description ISO 4217; the account’s if left out.
                     * @example EUR
                     */
                    currency?: string;
                    /**
                     * @description External ids of extra items, or plan version and component, that it may lower; null is all.
                     * @default null
                     * @example [
                     *       "cloud/seat"
                     *     ]
                     */
                    items?: string[] | null;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenDiscount"];
                };
            };
            /** @description The request cannot be understood: `request.date`, `request.instant`, `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.over_limit`, `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `currency.unknown`, `currency.withdrawn`, `discount.not_positive`, `discount.repeated`, `discount.unknown_item`, `field.empty`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeDiscount: {
        parameters: {
            query?: {
                /**
                 * @description Show what would be billed with it, and keep nothing.
                 * @example true
                 */
                preview?: "true" | "false";
                /**
                 * @description Of a preview: what is billed by the end of that day; today if left out.
                 * @example 2026-02-01
                 */
                asOf?: string;
            };
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The discount’s id.
                 * @example dsc_00000000000zg
                 */
                discount: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenDiscount"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeCouponRedemption: {
        parameters: {
            query?: {
                /**
                 * @description Show what would be billed with it, and keep nothing.
                 * @example true
                 */
                preview?: "true" | "false";
                /**
                 * @description Of a preview: what is billed by the end of that day; today if left out.
                 * @example 2026-02-01
                 */
                asOf?: string;
            };
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The redemption’s id.
                 * @example rdm_00000000000zg
                 */
                redemption: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RedeemedCoupon"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvoices: {
        parameters: {
            query?: {
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example -issuedOn
                 */
                sort?: "issuedOn" | "-issuedOn" | "issue" | "-issue" | "total" | "-total";
                /**
                 * @description Of one account, by its id or external id.
                 * @example acme
                 */
                account?: string;
                /**
                 * @description Only these.
                 * @example invoice
                 */
                kind?: "invoice" | "credit_note";
                /**
                 * @description ISO 4217.
                 * @example EUR
                 */
                currency?: string;
                /**
                 * @description The one with this printed number.
                 * @example INV-000001
                 */
                number?: string;
                /**
                 * @description Issued on that day or later.
                 * @example 2026-01-01
                 */
                issuedFrom?: string;
                /**
                 * @description Issued before that day.
                 * @example 2026-02-01
                 */
                issuedBefore?: string;
                /**
                 * @description For that billing day or later.
                 * @example 2026-01-01
                 */
                billedFrom?: string;
                /**
                 * @description For a billing day before that day.
                 * @example 2026-02-01
                 */
                billedBefore?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["InvoiceHead"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInvoice: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description Its id, or its printed number.
                 * @example INV-000001
                 */
                invoice: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invoice"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainInvoiceLine: {
        parameters: {
            query?: {
                /**
                 * @description How many events to list at most.
                 * @example 100
                 */
                events?: number;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description Its id, or its printed number.
                 * @example INV-000001
                 */
                invoice: string;
                /**
                 * @description The line’s place on the document, from 1.
                 * @example 1
                 */
                position: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LineExplanation"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getInvoicePdf: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description Its id, or its printed number.
                 * @example INV-000001
                 */
                invoice: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bytes. */
            200: {
                headers: {
                    /** @description Tag of the state shown. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/pdf": string;
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example createdAt
                 */
                sort?: "createdAt" | "-createdAt";
                /** @description Parts to add, separated by commas: `health`. */
                expand?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["WebhookEndpoint"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Where events are posted to: a public https or http address.
                     * @example https://example.com/hooks
                     */
                    url: string;
                    /**
                     * @description For people.
                     * @default
                     * @example Order system
                     */
                    description?: string;
                    /**
                     * @description Kinds of events that are posted; empty is every kind.
                     * @default []
                     * @example [
                     *       "invoice.issued",
                     *       "credit_note.issued"
                     *     ]
                     */
                    types?: ("account.changed" | "account.created" | "account.currency_changed" | "account.parked" | "account.released" | "billing_run.finished" | "coupon.redeemed" | "coupon.redemption_revoked" | "credit.added" | "credit_note.issued" | "currency.switched" | "invoice.issued" | "item.added" | "key.created" | "key.replaced" | "key.revoked" | "mail.requested" | "plan.published" | "price.published" | "role.defined" | "role.removed" | "seller.changed" | "seller.created" | "setting.recorded" | "subscription.changed" | "subscription.ended" | "subscription.paused" | "subscription.resumed" | "subscription.started" | "usage.refused" | "usage_upload.finished" | "user.changed" | "user.invited" | "user.roles_changed" | "webhook_endpoint.changed" | "webhook_endpoint.created" | "webhook_endpoint.disabled" | "webhook_endpoint.removed" | "webhook_endpoint.tested")[];
                    /**
                     * @description Off, nothing is posted; events meanwhile can be replayed later.
                     * @default true
                     * @example true
                     */
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endpoint: components["schemas"]["WebhookEndpoint"];
                        /**
                         * @description Verifies the posts, by Standard Webhooks. Told this once.
                         * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
                         */
                        secret: string;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `outgoing.url`, `outgoing.scheme`, `outgoing.user`, `outgoing.port`, `outgoing.address`, `webhook.too_many_endpoints`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
            query?: {
                /** @description Parts to add, separated by commas: `health`. */
                expand?: string;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The endpoint’s id.
                 * @example whe_00000000000zg
                 */
                endpoint: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Tag of the state shown. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The endpoint’s id.
                 * @example whe_00000000000zg
                 */
                endpoint: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
            header: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description The ETag of the state that the change was decided on.
                 * @example "3q2-7wAAAAAAAAAAAAAAAA"
                 */
                "If-Match": string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The endpoint’s id.
                 * @example whe_00000000000zg
                 */
                endpoint: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description Where events are posted to: a public https or http address.
                     * @example https://example.com/hooks
                     */
                    url?: string;
                    /**
                     * @description For people.
                     * @example Order system
                     */
                    description?: string;
                    /**
                     * @description Kinds of events that are posted; empty is every kind.
                     * @example [
                     *       "invoice.issued",
                     *       "credit_note.issued"
                     *     ]
                     */
                    types?: ("account.changed" | "account.created" | "account.currency_changed" | "account.parked" | "account.released" | "billing_run.finished" | "coupon.redeemed" | "coupon.redemption_revoked" | "credit.added" | "credit_note.issued" | "currency.switched" | "invoice.issued" | "item.added" | "key.created" | "key.replaced" | "key.revoked" | "mail.requested" | "plan.published" | "price.published" | "role.defined" | "role.removed" | "seller.changed" | "seller.created" | "setting.recorded" | "subscription.changed" | "subscription.ended" | "subscription.paused" | "subscription.resumed" | "subscription.started" | "usage.refused" | "usage_upload.finished" | "user.changed" | "user.invited" | "user.roles_changed" | "webhook_endpoint.changed" | "webhook_endpoint.created" | "webhook_endpoint.disabled" | "webhook_endpoint.removed" | "webhook_endpoint.tested")[];
                    /**
                     * @description Off, nothing is posted; events meanwhile can be replayed later.
                     * @example true
                     */
                    enabled?: boolean;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    /** @description Tag of the state shown. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Changed in the meantime: `edit.outdated`. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `outgoing.url`, `outgoing.scheme`, `outgoing.user`, `outgoing.port`, `outgoing.address`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Say what you have seen: `edit.unconditional`. */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The endpoint’s id.
                 * @example whe_00000000000zg
                 */
                endpoint: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * @description How long the secret before signs too; 0: not any more, for a secret that was stolen.
                     * @default 24
                     * @example 24
                     */
                    overlapHours?: number;
                };
            };
        };
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endpoint: components["schemas"]["WebhookEndpoint"];
                        /**
                         * @description Verifies the posts, by Standard Webhooks. Told this once.
                         * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
                         */
                        secret: string;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The endpoint’s id.
                 * @example whe_00000000000zg
                 */
                endpoint: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `webhook.endpoint_disabled`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
                /**
                 * @description How many at most.
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The "nextCursor" of the page before; the other fields as they were.
                 * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                 */
                cursor?: string;
                /**
                 * @description What it is sorted by; with a minus the other way round.
                 * @example createdAt
                 */
                sort?: "createdAt" | "-createdAt";
                /**
                 * @description Waiting for its first or next attempt, taken, or given up.
                 * @example delivered
                 */
                status?: "waiting" | "delivered" | "failed";
                /**
                 * @description Only this kind of event.
                 * @example invoice.issued
                 */
                type?: "account.changed" | "account.created" | "account.currency_changed" | "account.parked" | "account.released" | "billing_run.finished" | "coupon.redeemed" | "coupon.redemption_revoked" | "credit.added" | "credit_note.issued" | "currency.switched" | "invoice.issued" | "item.added" | "key.created" | "key.replaced" | "key.revoked" | "mail.requested" | "plan.published" | "price.published" | "role.defined" | "role.removed" | "seller.changed" | "seller.created" | "setting.recorded" | "subscription.changed" | "subscription.ended" | "subscription.paused" | "subscription.resumed" | "subscription.started" | "usage.refused" | "usage_upload.finished" | "user.changed" | "user.invited" | "user.roles_changed" | "webhook_endpoint.changed" | "webhook_endpoint.created" | "webhook_endpoint.disabled" | "webhook_endpoint.removed" | "webhook_endpoint.tested";
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The endpoint’s id.
                 * @example whe_00000000000zg
                 */
                endpoint: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description In the order asked for. */
                        data: components["schemas"]["WebhookDelivery"][];
                        /**
                         * @description Ask for the next page with it; null after the last.
                         * @example WyJleHRlcm5hbElkIiwiYWNtZSIsIjEwMDAiXQ
                         */
                        nextCursor: string | null;
                    };
                };
            };
            /** @description The request cannot be understood: `page.cursor`, `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The endpoint’s id.
                 * @example whe_00000000000zg
                 */
                endpoint: string;
                /**
                 * @description The delivery’s id.
                 * @example whd_0000000000001
                 */
                delivery: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Taken on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No longer there: `webhook.event_gone`. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `webhook.endpoint_disabled`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Sent again with the same key and body, it is done once and answered the same, for 30 days.
                 * @example 0b7e1f6e-6f0a-4c0e-8a53-0f4b6c1f2a77
                 */
                "Idempotency-Key"?: string;
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path: {
                /**
                 * @description The endpoint’s id.
                 * @example whe_00000000000zg
                 */
                endpoint: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Events that happened from then on.
                     * @example 2026-02-01T00:00:00Z
                     */
                    since: string;
                };
            };
        };
        responses: {
            /** @description Taken on. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * @description How many will be delivered.
                         * @example 12
                         */
                        deliveries: number;
                    };
                };
            };
            /** @description The request cannot be understood: `request.invalid`, `idempotency.key`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not found: `resource.not_found`. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Conflict with what is already there: `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `webhook.endpoint_disabled`, `webhook.too_much_to_replay`, `idempotency.other_body`. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`, `access.wrong_caller`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    searchEverything: {
        parameters: {
            query: {
                /**
                 * @description What was typed.
                 * @example acme
                 */
                q: string;
                /**
                 * @description How many of each kind at most.
                 * @example 6
                 */
                limit?: number;
            };
            header?: {
                /**
                 * @description Key of a seller below, to act there instead. Needs `sellers.delegate`; it is written down.
                 * @example south
                 */
                "Prorata-Seller"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Found"];
                };
            };
            /** @description The request cannot be understood: `request.invalid`. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Who is asking?: `access.unauthenticated`. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not allowed: `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests: `rate.limited`. */
            429: {
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
