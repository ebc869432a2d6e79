// Where the links of letters lead: a password is set by the token behind the #, which no server and no log ever sees.
import { Anchor, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactElement, useEffect, useState } from 'react';
import { api } from '../../app/api.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useServerForm } from '../../parts/server-form.ts';
import { Door } from './door.tsx';

interface LinkedProps {
  readonly title: string;
  readonly what?: string;
  readonly path: '/v1/password-reset/password' | '/v1/invitations/password';
}

export function NewPasswordPage(): ReactElement {
  return <Linked title={useText()('access.link.new_password')} path="/v1/password-reset/password" />;
}

export function InvitationPage(): ReactElement {
  const text = useText();
  return <Linked title={text('access.link.invitation')} what={text('access.link.invitation.what')} path="/v1/invitations/password" />;
}

function Linked({ title, what, path }: LinkedProps) {
  const text = useText();
  const [token] = useState(() => window.location.hash.slice(1));
  const [isDone, setDone] = useState(false);
  // The token sets a password: it must not stay in the history of a device that others use too.
  useEffect(() => window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search), []);
  const { form, error, isBusy, onSubmit } = useServerForm({
    initial: { password: '' },
    send: ({ password }) => api().post(path, { body: { token, password } }),
    onSent: () => setDone(true),
  });
  if (isDone || token === '') {
    return (
      <Door title={title}>
        <Text role="status">{text(isDone ? 'access.link.done' : 'access.link.missing')}</Text>
        <Anchor component={Link} to="/sign-in">
          {text('access.link.to_sign_in')}
        </Anchor>
      </Door>
    );
  }
  return (
    <Door title={title} {...(what === undefined ? {} : { what })}>
      <form onSubmit={onSubmit}>
        <Stack>
          {error === null ? null : <ProblemAlert error={error} />}
          <PasswordInput
            label={text('access.link.password')}
            autoComplete="new-password"
            required
            autoFocus
            {...form.getInputProps('password')}
          />
          <Button type="submit" loading={isBusy}>
            {text('access.link.action')}
          </Button>
        </Stack>
      </form>
    </Door>
  );
}
