// Why an account is set aside, what the program said about it, and the way to where it is mended.
import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useCan } from '../../app/session.tsx';
import { useText } from '../../i18n/text-provider.tsx';
import { remedyOf } from './remedies.ts';

interface RemedyWordsProps {
  readonly code: string;
  readonly detail: string;
  readonly account: string;
}

export function RemedyReason({ code, detail, account }: RemedyWordsProps) {
  const text = useText();
  return (
    <Stack gap={0}>
      <Text size="sm">{text(remedyOf(code, account).reason)}</Text>
      <Text size="xs" c="dimmed" lang="en">
        {detail}
      </Text>
    </Stack>
  );
}

export function RemedyWay({ code, account }: Omit<RemedyWordsProps, 'detail'>) {
  const text = useText();
  const can = useCan();
  const { what, action, to, permission } = remedyOf(code, account);
  return (
    <Stack gap={0} align="flex-start">
      <Text size="sm">{text(what)}</Text>
      {can(permission) ? (
        <Anchor component={Link} to={to} size="sm">
          {text(action)}
        </Anchor>
      ) : null}
    </Stack>
  );
}
