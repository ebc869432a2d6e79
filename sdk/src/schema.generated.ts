// Shapes of the API, made from server/openapi.json by tools/openapi.ts.

export interface paths {
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
        put?: never;
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
    "/v1/accounts/by-external-id/{externalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Add an account, or bring it up to date
         * @description What is left out keeps its value; of a new account it is the seller’s. Doing it again changes nothing.
         *
         *     Needs the permission `accounts.write`.
         */
        put: operations["putAccount"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
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
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
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
            /** @description Not allowed: `access.cross_site`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `sign_in.too_many_attempts`, `sign_in.refused`, `sign_in.busy`. */
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
            /** @description Not allowed: `access.cross_site`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `sign_in.too_many_attempts`, `sign_in.refused`, `sign_in.challenge_over`, `second_factor.wrong_code`. */
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
            /** @description The request was refused: `sign_in.too_many_attempts`. */
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
                        id: string;
                        response: {
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
            /** @description Not allowed: `access.cross_site`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `sign_in.too_many_attempts`, `sign_in.refused`, `sign_in.challenge_over`, `passkey.refused`. */
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
            /** @description The request was refused: `sign_in.too_many_attempts`, `identity_provider.unknown`. */
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
            /** @description Not allowed: `access.cross_site`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `sign_in.too_many_attempts`, `sign_in.refused`, `sign_in.challenge_over`, `sign_in.not_invited`. */
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
            /** @description The request was refused: `sign_in.too_many_attempts`. */
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
            /** @description The request was refused: `sign_in.too_many_attempts`, `link.over`, `password.weak`, `sign_in.busy`. */
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
            /** @description The request was refused: `sign_in.too_many_attempts`, `link.over`, `password.weak`, `sign_in.busy`. */
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
            /** @description The request was refused: `sign_in.refused`, `sign_in.too_many_attempts`, `sign_in.busy`. */
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
            /** @description Not allowed: `access.people_only`, `impersonation.forbidden`, `access.denied`. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `session.not_fresh`, `password.weak`, `sign_in.busy`. */
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
            /** @description Not allowed: `access.people_only`, `impersonation.forbidden`, `access.denied`. */
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
            /** @description The request was refused: `session.not_fresh`, `idempotency.other_body`. */
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
            /** @description Not allowed: `access.people_only`, `impersonation.forbidden`, `access.denied`. */
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
            /** @description The request was refused: `session.not_fresh`, `second_factor.missing`, `idempotency.other_body`. */
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
            /** @description Not allowed: `access.people_only`, `impersonation.forbidden`, `access.denied`. */
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
            /** @description The request was refused: `session.not_fresh`, `second_factor.missing`, `second_factor.wrong_code`, `idempotency.other_body`. */
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
            /** @description Not allowed: `access.people_only`, `impersonation.forbidden`, `access.denied`. */
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
            /** @description The request was refused: `session.not_fresh`, `second_factor.missing`, `idempotency.other_body`. */
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
                        id: string;
                        response: {
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
            /** @description Not allowed: `access.people_only`, `impersonation.forbidden`, `access.denied`. */
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
            /** @description The request was refused: `session.not_fresh`, `passkey.refused`, `sign_in.challenge_over`, `idempotency.other_body`. */
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
            /** @description Not allowed: `access.people_only`, `impersonation.forbidden`, `access.denied`. */
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
            /** @description The request was refused: `session.not_fresh`, `idempotency.other_body`. */
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
            /** @description The request was refused: `session.not_fresh`, `idempotency.other_body`. */
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
            /** @description Conflict with what is already there: `role.in_use`, `idempotency.in_flight`. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The request was refused: `role.built_in`, `role.unknown`, `idempotency.other_body`. */
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
            /** @description The request was refused: `instant.invalid`. */
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
                 * @description The id by which your own systems know the account.
                 * @example acme
                 */
                externalId: string;
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
                sort?: "issuedOn" | "-issuedOn" | "issue" | "-issue";
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
}
