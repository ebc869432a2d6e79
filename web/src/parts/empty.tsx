// Where there is nothing yet: what will stand here, and how it comes to be.
import { Center, Stack, Text, ThemeIcon } from '@mantine/core';
import { Inbox } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyProps {
  readonly title: string;
  readonly what?: ReactNode;
  readonly action?: ReactNode;
}

export function Empty({ title, what, action }: EmptyProps) {
  return (
    <Center py="xl">
      <Stack align="center" gap="xs" maw={460}>
        <ThemeIcon size={44} radius="xl" variant="light" color="gray">
          <Inbox aria-hidden />
        </ThemeIcon>
        <Text fw={600} ta="center">
          {title}
        </Text>
        {what === undefined ? null : (
          <Text c="dimmed" size="sm" ta="center" component="div">
            {what}
          </Text>
        )}
        {action}
      </Stack>
    </Center>
  );
}
