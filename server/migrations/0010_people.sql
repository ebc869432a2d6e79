-- People: who signs in, what they may do, and what proves them. In a schema of its own: requests may read what is told over the API and nothing
-- that proves anybody, and they write none of it; signing in and changing who may do what run as the engine, which names the seller in each statement.
-- Instants here are the machine's time: the business clock is moved to rehearse months, and that must neither sign people out nor age a code.

create schema identity;

-- A user belongs to one seller's portal: the same mail address at two sellers is two users.
create table identity.portal_user (
  seller_id bigint not null references seller (id),
  id bigint not null,
  mail text not null check (mail ~ '^[^@\s]+@[^@\s]+$' and length(mail) <= 254),
  -- By which it is found: lower case.
  mail_key text not null check (mail_key <> ''),
  name text not null default '',
  language text,
  created_at timestamptz not null,
  -- When the first way to sign in was set up; null while invited.
  ready_at timestamptz,
  disabled_at timestamptz,
  primary key (id, seller_id),
  unique (mail_key, seller_id)
);
create index portal_user_seller on identity.portal_user (seller_id, id);

-- Roles that a seller defined; the built-in ones are in the program.
create table identity.role (
  seller_id bigint not null references seller (id),
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,62}$'),
  name text not null check (name <> ''),
  holders text not null check (holders in ('staff', 'member')),
  permissions text[] not null,
  limits jsonb not null default '{}',
  created_at timestamptz not null,
  primary key (key, seller_id)
);

-- Who holds which role: at his seller, at a seller below, or, as a customer's user, in an account.
create table identity.user_role (
  seller_id bigint not null,
  id bigint not null,
  user_id bigint not null,
  at_seller_id bigint not null references seller (id),
  account_id bigint,
  role text not null,
  created_at timestamptz not null,
  primary key (id, seller_id),
  unique nulls not distinct (user_id, at_seller_id, account_id, role, seller_id),
  foreign key (user_id, seller_id) references identity.portal_user (id, seller_id),
  foreign key (seller_id, account_id) references account (seller_id, id),
  check (account_id is null or at_seller_id = seller_id)
);
create index user_role_account on identity.user_role (account_id, seller_id) where account_id is not null;

create table identity.password (
  seller_id bigint not null,
  user_id bigint not null,
  hash text not null check (hash like '$scrypt$%'),
  changed_at timestamptz not null,
  primary key (user_id, seller_id),
  foreign key (user_id, seller_id) references identity.portal_user (id, seller_id)
);

-- An authenticator app. The secret is sealed; the last counter that was taken is remembered, so that a code that was seen works no second time.
create table identity.second_factor (
  seller_id bigint not null,
  user_id bigint not null,
  sealed_secret text not null,
  last_counter bigint not null default 0,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (user_id, seller_id),
  foreign key (user_id, seller_id) references identity.portal_user (id, seller_id)
);

create table identity.recovery_code (
  seller_id bigint not null,
  user_id bigint not null,
  code_hash bytea not null check (length(code_hash) = 32),
  used_at timestamptz,
  primary key (user_id, code_hash, seller_id),
  foreign key (user_id, seller_id) references identity.portal_user (id, seller_id)
);

create table identity.passkey (
  seller_id bigint not null,
  id bigint not null,
  user_id bigint not null,
  name text not null,
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null default '{}',
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (id, seller_id),
  foreign key (user_id, seller_id) references identity.portal_user (id, seller_id)
);
create index passkey_user on identity.passkey (user_id, seller_id);

create table identity.session (
  seller_id bigint not null,
  id bigint not null,
  user_id bigint not null,
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  -- How he proved himself: password, passkey, a provider's word, each with or without a second factor.
  method text not null,
  -- The staff member who acts as this user, and the session he will return to.
  impersonator_id bigint,
  impersonator_session_id bigint,
  created_at timestamptz not null,
  proved_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  address text not null,
  agent text not null,
  primary key (id, seller_id),
  foreign key (user_id, seller_id) references identity.portal_user (id, seller_id),
  foreign key (impersonator_id, seller_id) references identity.portal_user (id, seller_id),
  foreign key (impersonator_session_id, seller_id) references identity.session (id, seller_id),
  check ((impersonator_id is null) = (impersonator_session_id is null)),
  check (impersonator_id is distinct from user_id)
);
create index session_user_alive on identity.session (user_id, seller_id) where revoked_at is null;

-- Something begun that must be finished soon, once: a second factor, a passkey, a provider's sign-in.
create table identity.challenge (
  seller_id bigint not null references seller (id),
  id bigint not null,
  kind text not null check (kind in ('second_factor', 'passkey_sign_in', 'passkey_registration', 'provider_sign_in')),
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  user_id bigint,
  -- Sealed where it holds a secret.
  facts jsonb not null default '{}',
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (id, seller_id),
  foreign key (user_id, seller_id) references identity.portal_user (id, seller_id)
);
create index challenge_age on identity.challenge (expires_at);

-- Links in letters: invitations and new passwords. Single use; the secret is kept sealed until it is used, for the letter and the operator.
create table identity.link (
  seller_id bigint not null,
  id bigint not null,
  kind text not null check (kind in ('invitation', 'reset')),
  user_id bigint not null,
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  sealed_secret text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (id, seller_id),
  foreign key (user_id, seller_id) references identity.portal_user (id, seller_id),
  check (used_at is null or sealed_secret is null)
);
create index link_user on identity.link (user_id, seller_id) where used_at is null;

create table identity.api_key (
  seller_id bigint not null references seller (id),
  id bigint not null,
  -- A customer's key acts in his account alone.
  account_id bigint,
  name text not null check (name <> ''),
  secret_hash bytea not null unique check (length(secret_hash) = 32),
  -- Its last letters, by which people tell keys apart.
  hint text not null,
  permissions text[] not null,
  limits jsonb not null default '{}',
  created_at timestamptz not null,
  -- Outside id of who made it; null on the command line.
  created_by text,
  expires_at timestamptz,
  revoked_at timestamptz,
  used_at timestamptz,
  replaced_by bigint,
  primary key (id, seller_id),
  foreign key (seller_id, account_id) references account (seller_id, id),
  foreign key (replaced_by, seller_id) references identity.api_key (id, seller_id)
);
create index api_key_seller on identity.api_key (seller_id, id);

-- Attempts to prove oneself, by guesser and by guessed; hashed, since wrong mail addresses are typed too.
-- no seller: an address guesses at every portal, and is counted once for all.
create table identity.attempt_count (
  scope text not null,
  subject_hash bytea not null check (length(subject_hash) = 32),
  attempts integer not null,
  window_started_at timestamptz not null,
  primary key (subject_hash, scope)
);
create index attempt_count_age on identity.attempt_count (window_started_at);

-- Whose word a seller takes for who somebody is (OpenID Connect).
create table identity.identity_provider (
  seller_id bigint not null references seller (id),
  id bigint not null,
  key text not null check (key ~ '^[a-z][a-z0-9-]{0,62}$'),
  name text not null check (name <> ''),
  issuer text not null,
  client_id text not null,
  sealed_secret text not null,
  -- Whether its sign-in counts as two factors; else the user's own second factor is asked for as well.
  is_two_factors boolean not null default false,
  enabled boolean not null default true,
  created_at timestamptz not null,
  primary key (id, seller_id),
  unique (key, seller_id)
);

create table identity.provider_identity (
  seller_id bigint not null,
  provider_id bigint not null,
  subject text not null,
  user_id bigint not null,
  created_at timestamptz not null,
  primary key (provider_id, subject, seller_id),
  foreign key (provider_id, seller_id) references identity.identity_provider (id, seller_id),
  foreign key (user_id, seller_id) references identity.portal_user (id, seller_id)
);
create index provider_identity_user on identity.provider_identity (user_id, seller_id);

-- Which key seals the secrets of this installation: a program with another one would fail in the middle of somebody's sign-in.
-- no seller: the installation's own.
create table identity.secret_key_name (
  only_row boolean primary key default true check (only_row),
  name text not null
);

-- The walls, and what requests may see behind them.
do $$
declare
  place record;
  request_role text := (select i.request_role from installation i);
  has_open_sight boolean := (select rolsuper or rolbypassrls from pg_roles where rolname = current_user);
begin
  for place in
    select c.oid::regclass as name, exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'account_id') as has_account
    from pg_class c
    where c.relnamespace = 'identity'::regnamespace and c.relkind = 'r'
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'seller_id')
  loop
    execute format('alter table %s enable row level security', place.name);
    execute format('alter table %s force row level security', place.name);
    execute format('create policy of_seller on %s using (seller_id = (select request_seller()))', place.name);
    if place.has_account then
      execute format('create policy of_account on %s as restrictive using ((select request_account()) is null or account_id = (select request_account()))',
        place.name);
    end if;
    if not has_open_sight then
      execute format('create policy of_engine on %s to %I using (true)', place.name, current_user);
    end if;
  end loop;
  execute format('grant usage on schema identity to %I', request_role);
  execute format('grant select on identity.portal_user, identity.role, identity.user_role to %I', request_role);
  execute format('grant select (seller_id, id, account_id, name, hint, permissions, limits, created_at, created_by, expires_at, revoked_at, used_at, replaced_by)
    on identity.api_key to %I', request_role);
  execute format('grant select (seller_id, id, user_id, name, created_at, used_at) on identity.passkey to %I', request_role);
  execute format('grant select (seller_id, id, user_id, method, impersonator_id, created_at, seen_at, expires_at, revoked_at, address, agent)
    on identity.session to %I', request_role);
  execute format('grant select (seller_id, user_id, confirmed_at) on identity.second_factor to %I', request_role);
  execute format('grant select (seller_id, id, key, name, issuer, client_id, is_two_factors, enabled, created_at)
    on identity.identity_provider to %I', request_role);
end $$;

-- A customer sees the users of his account, and of those their sessions and passkeys.
create policy of_account on identity.portal_user as restrictive using ((select request_account()) is null
  or exists (select from identity.user_role r where r.user_id = portal_user.id and r.seller_id = portal_user.seller_id and r.account_id = (select request_account())));
create policy of_account on identity.session as restrictive using ((select request_account()) is null
  or exists (select from identity.user_role r where r.user_id = session.user_id and r.seller_id = session.seller_id and r.account_id = (select request_account())));
create policy of_account on identity.passkey as restrictive using ((select request_account()) is null
  or exists (select from identity.user_role r where r.user_id = passkey.user_id and r.seller_id = passkey.seller_id and r.account_id = (select request_account())));
