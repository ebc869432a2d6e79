// An address at which there is nothing, or nothing for whoever asks: both look alike.
import { Button, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useText } from '../i18n/text-provider.tsx';

export function NotFound() {
  const text = useText();
  return (
    <Stack align="flex-start" p="lg" maw={560}>
      <Title order={1}>{text('common.not_found.title')}</Title>
      <Text>{text('common.not_found.what')}</Text>
      <Button component={Link} to="/">
        {text('common.not_found.home')}
      </Button>
    </Stack>
  );
}
