// A refusal, as the server put it in the reader's language; with the number under which the log has it, where it is our fault.
import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { ProblemError, UnreachableError } from '@prorata/sdk';
import { CircleAlert } from 'lucide-react';
import { useText } from '../i18n/text-provider.tsx';

interface ProblemAlertProps {
  readonly error: unknown;
  readonly onRetry?: (() => void) | undefined;
}

const OUR_FAULT = 500;

export function ProblemAlert({ error, onRetry }: ProblemAlertProps) {
  const text = useText();
  const problem = error instanceof ProblemError ? error : null;
  const title = problem?.problem.title ?? text(error instanceof UnreachableError ? 'common.unreachable.title' : 'common.failed');
  const detail =
    problem?.problem.detail ?? (error instanceof UnreachableError ? text('common.unreachable.what') : text('common.failed.what'));
  return (
    <Alert color="red" title={title} icon={<CircleAlert aria-hidden />} role="alert" my="sm">
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{detail}</Text>
        {problem !== null && problem.status >= OUR_FAULT ? (
          <Text size="xs">
            {text('common.request_id')} <Code>{problem.requestId}</Code>
          </Text>
        ) : null}
        {onRetry === undefined ? null : (
          <Button size="xs" variant="default" onClick={onRetry}>
            {text('common.try_again')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}
