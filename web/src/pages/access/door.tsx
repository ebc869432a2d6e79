// The frame of the pages before one is signed in: a card in the middle, language and light or dark above it.
import { ActionIcon, Box, Group, Menu, Paper, Stack, Text, Title } from '@mantine/core';
import { Languages } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { LanguageItems } from '../../app/language-items.tsx';
import { ColorSchemeButton } from '../../app/own-menu.tsx';
import { useText } from '../../i18n/text-provider.tsx';

interface DoorProps {
  readonly title: string;
  readonly what?: string;
  readonly width?: number;
  readonly children?: ReactNode;
}

export function Door({ title, what, width = 420, children }: DoorProps) {
  const text = useText();
  useEffect(() => {
    document.title = `${title} · Prorata`;
  }, [title]);
  return (
    <Box mih="100vh" px="md" pb="xl">
      <Group justify="space-between" py="sm" component="header">
        <Text fw={700}>Prorata</Text>
        <Group gap={4}>
          <Menu shadow="md" width={200}>
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" size="lg" aria-label={text('common.language')}>
                <Languages size={19} aria-hidden />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <LanguageItems />
            </Menu.Dropdown>
          </Menu>
          <ColorSchemeButton />
        </Group>
      </Group>
      <Paper component="main" withBorder maw={width} mx="auto" mt="7vh" p="xl">
        <Stack gap="md">
          <div>
            <Title order={1}>{title}</Title>
            {what === undefined ? null : (
              <Text size="sm" c="dimmed">
                {what}
              </Text>
            )}
          </div>
          {children}
        </Stack>
      </Paper>
    </Box>
  );
}
