// What waits for a person, each with the way to where it is mended.
import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { Schemas } from '../../app/api.ts';
import { useFormat, useText } from '../../i18n/text-provider.tsx';

interface Matter {
  readonly key: string;
  readonly words: string;
  readonly to: string;
}

export function Attention({ facts }: { readonly facts: Schemas['Overview'] }) {
  const text = useText();
  const matters = useMatters(facts);
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Title order={2}>{text('start.attention')}</Title>
        {matters.length === 0 ? (
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <CircleCheck size={18} aria-hidden color="var(--mantine-color-green-7)" style={{ flex: 'none' }} />
            <Text size="sm">{text('start.attention.none')}</Text>
          </Group>
        ) : (
          matters.map(({ key, words, to }) => (
            <Group key={key} gap="xs" wrap="nowrap" align="flex-start">
              <TriangleAlert size={18} aria-hidden color="var(--mantine-color-orange-7)" style={{ flex: 'none' }} />
              <Anchor component={Link} to={to} size="sm" className="broken-anywhere">
                {words}
              </Anchor>
            </Group>
          ))
        )}
      </Stack>
    </Paper>
  );
}

function useMatters({ parked, refusedUsage, failingWebhooks }: Schemas['Overview']): Matter[] {
  const text = useText();
  const format = useFormat();
  const set = parked?.reduce((sum, { accounts }) => sum + accounts, 0) ?? 0;
  const refused = refusedUsage?.codes.reduce((sum, { events }) => sum + events, 0) ?? 0;
  const matters: Matter[] = [];
  if (set > 0) matters.push({ key: 'parked', words: text('start.attention.parked', { count: set }), to: '/console/parked' });
  if (refused > 0) matters.push({ key: 'refused', words: text('start.attention.refused', { count: refused }), to: '/console/usage' });
  for (const { id, url, enabled, failingSince } of failingWebhooks ?? []) {
    const words =
      enabled && failingSince !== null
        ? text('start.attention.webhook', { url, when: format.instant(failingSince) })
        : text('start.attention.webhook_off', { url });
    matters.push({ key: id, words, to: `/console/webhooks/${id}` });
  }
  return matters;
}
