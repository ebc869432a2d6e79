// While a page or its facts are on their way: grey shapes where they will stand, so that nothing jumps when they come.
import { Group, Skeleton, Stack } from '@mantine/core';
import { useText } from '../i18n/text-provider.tsx';

export function Loading() {
  const text = useText();
  return (
    <Stack role="status" aria-label={text('common.loading')} gap="md">
      <Skeleton height={30} width="40%" />
      <Group grow>
        <Skeleton height={80} />
        <Skeleton height={80} visibleFrom="sm" />
        <Skeleton height={80} visibleFrom="sm" />
      </Group>
      <Skeleton height={320} />
    </Stack>
  );
}
