// A forgotten password: a letter with a link is asked for. The answer tells nobody who has an address here.
import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { Link, useSearch } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { api } from '../../app/api.ts';
import type { ListSearch } from '../../app/roots.tsx';
import { useText } from '../../i18n/text-provider.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useServerForm } from '../../parts/server-form.ts';
import { Door } from './door.tsx';

export function ForgottenPage(): ReactElement {
  const text = useText();
  const { portal } = useSearch({ strict: false }) as ListSearch;
  const at = portal === undefined ? {} : { portal };
  const [isSent, setSent] = useState(false);
  const { form, error, isBusy, onSubmit } = useServerForm({
    initial: { mail: '' },
    send: ({ mail }) => api().post('/v1/password-reset', { body: { mail, ...at } }),
    onSent: () => setSent(true),
  });
  const back = (
    <Anchor component={Link} to="/sign-in" search={at as never} size="sm">
      {text('access.link.to_sign_in')}
    </Anchor>
  );
  if (isSent) {
    return (
      <Door title={text('access.forgotten.sent.title')} what={text('access.forgotten.sent.what')}>
        {back}
      </Door>
    );
  }
  return (
    <Door title={text('access.forgotten.title')} what={text('access.forgotten.what')}>
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
          <Button type="submit" loading={isBusy}>
            {text('access.forgotten.action')}
          </Button>
          {back}
        </Stack>
      </form>
    </Door>
  );
}
