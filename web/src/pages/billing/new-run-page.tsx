// What a run would bill, before it is started: totals by currency, each document, and who would be set aside.
import { Alert, Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Info, Play } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { api } from '../../app/api.ts';
import { useCan } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { useAddressState } from '../../parts/list-state.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { PreviewResult } from './preview-result.tsx';
import { type Preview, usePreview } from './use-preview.ts';

export function NewRunPage(): ReactElement {
  const text = useText();
  const can = useCan();
  const state = useAddressState();
  const asOf = state.search.asOf;
  const preview = usePreview(asOf);
  const { start, error, isBusy } = useStart(asOf, preview);
  return (
    <Page
      title={text('billing.new.title')}
      about={text('billing.new.about')}
      trail={[{ label: text('billing.runs.title'), to: '/console/runs' }]}
    >
      <Paper withBorder p="md">
        <Group align="flex-end" justify="space-between">
          <TextInput
            type="date"
            label={text('billing.as_of')}
            description={text('billing.new.as_of.what')}
            value={asOf ?? ''}
            onChange={(event) => state.change({ asOf: event.currentTarget.value || undefined })}
          />
          {can('billing.run') ? (
            <Button
              leftSection={<Play size={16} aria-hidden />}
              loading={isBusy}
              disabled={!preview.isComplete}
              onClick={() => void start()}
            >
              {text('billing.new.start')}
            </Button>
          ) : null}
        </Group>
      </Paper>
      {error === null ? null : <ProblemAlert error={error} />}
      {can('billing.run') ? null : (
        <Alert icon={<Info aria-hidden />} color="gray">
          {text('billing.new.provider_only')}
        </Alert>
      )}
      <PreviewSoFar preview={preview} />
    </Page>
  );
}

function PreviewSoFar({ preview }: { readonly preview: Preview }) {
  const text = useText();
  return (
    <Stack gap="md">
      <Group gap="xs">
        <Text size="sm" c="dimmed" role="status">
          {text(preview.isComplete ? 'billing.new.complete' : preview.isPaused ? 'billing.new.paused' : 'billing.new.looking', {
            documents: preview.documents.length,
          })}
        </Text>
        {preview.isPaused ? (
          <Button size="compact-xs" variant="default" onClick={preview.goOn}>
            {text('billing.new.go_on')}
          </Button>
        ) : null}
      </Group>
      {preview.error === null ? null : <ProblemAlert error={preview.error} onRetry={preview.again} />}
      <PreviewResult preview={preview} />
    </Stack>
  );
}

function useStart(asOf: string | undefined, preview: Preview) {
  const text = useText();
  const format = useFormat();
  const confirm = useConfirm();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const start = async () => {
    const totals = preview.totals.map(({ currency, total }) => format.money(total, currency)).join(', ');
    const isSure = await confirm({
      title: text('billing.new.confirm.title'),
      consequences: [
        preview.documents.length === 0
          ? text('billing.new.confirm.nothing')
          : text('billing.new.confirm.issued', { count: preview.documents.length, totals }),
        text('billing.new.confirm.final'),
        text('billing.new.confirm.everyone'),
        ...(preview.wouldPark.length === 0 ? [] : [text('billing.new.confirm.park', { count: preview.wouldPark.length })]),
      ],
      action: text('billing.new.confirm.action'),
    });
    if (!isSure) return;
    setBusy(true);
    setError(null);
    try {
      const { data } = await api().post('/v1/billing-runs', { body: asOf === undefined ? {} : { asOf } });
      await queries.invalidateQueries({ queryKey: ['billing-runs'] });
      await navigate({ to: `/console/runs/${data.id}` });
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return { start, error, isBusy };
}
