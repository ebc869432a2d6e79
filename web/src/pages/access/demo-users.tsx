// At the door of the demo: who is there to be, by one click.
import { Button, Divider, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../app/api.ts';
import { useText } from '../../i18n/text-provider.tsx';

export function DemoUsers({ signedIn }: { readonly signedIn: (answer: Schemas['SignedIn']) => Promise<unknown> }) {
  const text = useText();
  const state = useQuery({ queryKey: ['set-up'], queryFn: async () => (await api().get('/v1/set-up')).data });
  const users = state.data?.demo.users ?? [];
  if (users.length === 0) return null;
  return (
    <Stack gap="xs">
      <Divider label={text('access.demo.users')} />
      {users.map(({ mail, name, password, portal, shows }) => (
        <Button
          key={mail}
          variant="light"
          onClick={() =>
            void api()
              .post('/v1/sign-in', { body: { mail, password, ...(portal === null ? {} : { portal }) } })
              .then(({ data }) => signedIn(data))
          }
        >
          {text('access.demo.user', { name, shows })}
        </Button>
      ))}
    </Stack>
  );
}
