// Signing in: by password and, where it is set up, a second factor; by passkey; at an identity provider.
import { Anchor, Button, Divider, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Fingerprint } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import type { ListSearch } from '../../app/roots.tsx';
import { useSessionState } from '../../app/session.tsx';
import { chooseLanguage } from '../../i18n/languages.ts';
import { useLanguage, useText } from '../../i18n/text-provider.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useServerForm } from '../../parts/server-form.ts';
import { DemoUsers } from './demo-users.tsx';
import { Door } from './door.tsx';
import { askPasskey } from './passkey.ts';

/** Only within this site: an address that leads out of it is left. */
const inside = (to: string | undefined): string => (to?.startsWith('/') && !to.startsWith('//') && !to.includes('\\') ? to : '/');

export function SignInPage(): ReactElement {
  const text = useText();
  const search = useSearch({ strict: false }) as ListSearch;
  const navigate = useNavigate();
  const { renew } = useSessionState();
  const { language, change } = useLanguage();
  const [challenge, setChallenge] = useState<string | null>(null);
  const signedIn = async (answer: Schemas['SignedIn']) => {
    if (answer.status === 'second_factor_required') return setChallenge(answer.challenge);
    const wanted = chooseLanguage([answer.user.language, language]);
    if (wanted !== language) await change(wanted);
    await renew();
    await navigate({ href: inside(search.to), replace: true });
  };
  if (challenge !== null) return <SecondFactor challenge={challenge} signedIn={signedIn} back={() => setChallenge(null)} />;
  return (
    <Door title={text('access.sign_in.title')}>
      <PasswordForm portal={search.portal} signedIn={signedIn} />
      <OtherWays portal={search.portal} signedIn={signedIn} />
      <DemoUsers signedIn={signedIn} />
    </Door>
  );
}

interface WayProps {
  readonly portal: string | undefined;
  readonly signedIn: (answer: Schemas['SignedIn']) => Promise<unknown>;
}

const atPortal = (portal: string | undefined): { portal?: string } => (portal === undefined ? {} : { portal });

function PasswordForm({ portal, signedIn }: WayProps) {
  const text = useText();
  const { form, error, isBusy, onSubmit } = useServerForm({
    initial: { mail: '', password: '' },
    send: async (values) => signedIn((await api().post('/v1/sign-in', { body: { ...values, ...atPortal(portal) } })).data),
  });
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        {error === null ? null : <ProblemAlert error={error} />}
        <TextInput
          type="email"
          label={text('access.sign_in.mail')}
          autoComplete="username"
          required
          autoFocus
          {...form.getInputProps('mail')}
        />
        <PasswordInput
          label={text('access.sign_in.password')}
          autoComplete="current-password"
          required
          {...form.getInputProps('password')}
        />
        <Button type="submit" loading={isBusy}>
          {text('access.sign_in.action')}
        </Button>
        <Anchor component={Link} to="/forgotten" search={atPortal(portal) as never} size="sm">
          {text('access.sign_in.forgotten')}
        </Anchor>
      </Stack>
    </form>
  );
}

function OtherWays({ portal, signedIn }: WayProps) {
  const text = useText();
  const [error, setError] = useState<unknown>(null);
  const providers = useQuery({
    queryKey: ['sign-in-providers', portal],
    queryFn: async () => (await api().get('/v1/sign-in/providers', { params: { query: atPortal(portal) } })).data.data,
  });
  const passkey = async () => {
    setError(null);
    try {
      await signedIn(await askPasskey(portal));
    } catch (refused) {
      setError(refused);
    }
  };
  const leave = async (provider: string) => {
    const { data } = await api().post('/v1/sign-in/provider', { body: { provider, ...atPortal(portal) } });
    window.location.assign(data.url);
  };
  return (
    <Stack gap="xs">
      <Divider label={text('access.sign_in.or')} />
      {error === null ? null : <ProblemAlert error={error} />}
      <Button variant="default" leftSection={<Fingerprint size={16} aria-hidden />} onClick={() => void passkey()}>
        {text('access.sign_in.passkey')}
      </Button>
      {providers.data?.map(({ provider, name }) => (
        <Button key={provider} variant="default" onClick={() => void leave(provider).catch(setError)}>
          {text('access.sign_in.provider', { name })}
        </Button>
      ))}
    </Stack>
  );
}

interface SecondFactorProps {
  readonly challenge: string;
  readonly signedIn: WayProps['signedIn'];
  readonly back: () => void;
}

function SecondFactor({ challenge, signedIn, back }: SecondFactorProps) {
  const text = useText();
  const { form, error, isBusy, onSubmit } = useServerForm({
    initial: { code: '' },
    send: async ({ code }) => signedIn((await api().post('/v1/sign-in/second-factor', { body: { challenge, code } })).data),
  });
  return (
    <Door title={text('access.sign_in.code.title')} what={text('access.sign_in.code.what')}>
      <form onSubmit={onSubmit}>
        <Stack>
          {error === null ? null : <ProblemAlert error={error} />}
          <TextInput label={text('access.sign_in.code')} autoComplete="one-time-code" required autoFocus {...form.getInputProps('code')} />
          <Button type="submit" loading={isBusy}>
            {text('access.sign_in.code.action')}
          </Button>
          <Button variant="subtle" onClick={back}>
            {text('access.sign_in.back')}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
