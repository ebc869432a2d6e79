// The server did not answer when the page was opened: nothing else can be shown.
import { Button, Center, Stack, Title, Text as Words } from '@mantine/core';
import type { Text } from '../i18n/messages.ts';

export function Unreachable({ text }: { readonly text: Text }) {
  return (
    <Center mih="60vh" p="md">
      <Stack align="flex-start" maw={480}>
        <Title order={1}>{text('common.unreachable.title')}</Title>
        <Words>{text('common.unreachable.what')}</Words>
        <Button onClick={() => window.location.reload()}>{text('common.try_again')}</Button>
      </Stack>
    </Center>
  );
}
