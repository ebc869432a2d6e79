// The draft of a plan: written, published as the next version, or thrown away.
import { Button, Group, NumberInput, Paper, Select, SimpleGrid, Stack, Text, TextInput, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ProblemError } from '@prorata/sdk';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useCan } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { Facts } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useServerForm } from '../../parts/server-form.ts';
import { ComponentFields } from './component-fields.tsx';
import { bodyOf, type DraftValues, fieldAt, newComponent, UNITS, valuesOf } from './draft-values.ts';

interface ReadDraft {
  readonly data: Schemas['PlanDraft'];
  readonly etag: string | null;
}

/** Read once while it is edited: what comes from elsewhere meanwhile is refused by its tag, not written over. */
export function Draft({ plan }: { readonly plan: string }) {
  const queries = useQueryClient();
  const queryKey = ['plan-drafts', plan];
  const draft = useQuery<ReadDraft>({
    queryKey,
    queryFn: () => api().get('/v1/plans/{plan}/draft', { params: { path: { plan } } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <Facts query={draft}>
      {(read) => <DraftEditor plan={plan} read={read} onReload={() => void queries.resetQueries({ queryKey })} />}
    </Facts>
  );
}

interface DraftEditorProps {
  readonly plan: string;
  readonly read: ReadDraft;
  readonly onReload: () => void;
}

function DraftEditor({ plan, read, onReload }: DraftEditorProps) {
  const text = useText();
  const format = useFormat();
  const can = useCan();
  const { form, error, isBusy, onSubmit, changedAt } = useDraftForm(plan, read);
  const meters = useMeters();
  const isFixed = !can('catalog.write');
  const field = error instanceof ProblemError ? fieldAt(error.path) : null;
  const isDirty = form.isDirty();
  return (
    <Paper withBorder p="md">
      <form onSubmit={onSubmit}>
        <Stack>
          <div>
            <Title order={2}>{text('catalog.draft')}</Title>
            <Text size="sm" c="dimmed">
              {format.instant(changedAt)}
            </Text>
          </div>
          {error === null ? null : <ProblemAlert error={error} />}
          <HeadFields form={form} isFixed={isFixed} />
          {form.getValues().components.map(({ id }, index) => (
            <ComponentFields key={id} form={form} index={index} meters={meters} isFixed={isFixed} />
          ))}
          {isFixed ? null : (
            <Group justify="space-between">
              <Button
                variant="default"
                leftSection={<Plus size={16} aria-hidden />}
                onClick={() => form.insertListItem('components', newComponent())}
              >
                {text('catalog.component.add')}
              </Button>
              <Group gap="xs">
                {isDirty || (error !== null && field === null) ? (
                  <Button variant="subtle" onClick={onReload}>
                    {text('catalog.reload')}
                  </Button>
                ) : null}
                <Button type="submit" loading={isBusy} disabled={!isDirty}>
                  {text('common.save')}
                </Button>
              </Group>
            </Group>
          )}
        </Stack>
      </form>
      {isFixed ? null : <DraftEnd plan={plan} isDirty={isDirty} />}
    </Paper>
  );
}

function useDraftForm(plan: string, read: ReadDraft) {
  const text = useText();
  const queries = useQueryClient();
  const [known, setKnown] = useState({ etag: read.etag, changedAt: read.data.changedAt });
  const [initial] = useState(() => valuesOf(read.data.body));
  const server = useServerForm<DraftValues>({
    initial,
    send: async (values) => {
      const saved = await api().put('/v1/plans/{plan}/draft', {
        params: { path: { plan } },
        body: bodyOf(values, read.data.body.commitment),
        ...(known.etag === null ? {} : { headers: { 'If-Match': known.etag } }),
      });
      setKnown({ etag: saved.etag, changedAt: saved.data.changedAt });
    },
    paths: { period: 'unit', 'period.unit': 'unit', 'period.count': 'count' },
    onSent: () => {
      notifications.show({ message: text('common.saved') });
      void queries.invalidateQueries({ queryKey: ['plans'] });
    },
  });
  const { error, form } = server;
  const { setFieldError } = form;
  useEffect(() => {
    const field = error instanceof ProblemError ? fieldAt(error.path) : null;
    if (field !== null) setFieldError(field, (error as ProblemError).problem.detail ?? (error as ProblemError).problem.title);
  }, [error, setFieldError]);
  return { ...server, changedAt: known.changedAt };
}

function useMeters(): readonly string[] {
  const can = useCan();
  const meters = useQuery({
    queryKey: ['meters', 'keys'],
    enabled: can('meters.read'),
    queryFn: async () => (await api().get('/v1/meters', { params: { query: { limit: 100 } } })).data.data.map(({ key }) => key),
  });
  return meters.data ?? [];
}

function HeadFields({ form, isFixed }: { readonly form: ReturnType<typeof useDraftForm>['form']; readonly isFixed: boolean }) {
  const text = useText();
  const count = Number(form.getValues().count) || 1;
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
      <TextInput label={text('catalog.name')} required disabled={isFixed} {...form.getInputProps('name')} />
      <NumberInput
        label={text('catalog.count')}
        min={1}
        allowDecimal={false}
        required
        disabled={isFixed}
        {...form.getInputProps('count')}
      />
      <Select
        label={text('catalog.period')}
        data={UNITS.map((value) => ({ value, label: text(`catalog.every.${value}`, { count }) }))}
        allowDeselect={false}
        disabled={isFixed}
        {...form.getInputProps('unit')}
      />
    </SimpleGrid>
  );
}

/** What is published is what was saved: not before everything is. */
function DraftEnd({ plan, isDirty }: { readonly plan: string; readonly isDirty: boolean }) {
  const text = useText();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState<'publish' | 'drop' | null>(null);
  const end = async (way: 'publish' | 'drop') => {
    const action = text(`catalog.${way}`);
    const isSure = await confirm({
      title: `${action}: ${plan}`,
      consequences: [text(`catalog.${way}.what`)],
      action,
      dangerous: way === 'drop',
    });
    if (!isSure) return;
    setBusy(way);
    setError(null);
    try {
      const params = { path: { plan } };
      if (way === 'publish') await api().post('/v1/plans/{plan}/draft/publish', { params });
      else await api().delete('/v1/plans/{plan}/draft', { params });
      notifications.show({ message: text(`catalog.${way}.done`) });
      await queries.invalidateQueries({ queryKey: ['plans'] });
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(null);
    }
  };
  return (
    <Stack mt="lg" gap="xs">
      {error === null ? null : <ProblemAlert error={error} />}
      <Group>
        <Button onClick={() => void end('publish')} loading={busy === 'publish'} disabled={isDirty || busy !== null}>
          {text('catalog.publish')}
        </Button>
        <Button variant="default" onClick={() => void end('drop')} loading={busy === 'drop'} disabled={busy !== null}>
          {text('catalog.drop')}
        </Button>
        {isDirty ? (
          <Text size="sm" c="dimmed">
            {text('catalog.unsaved')}
          </Text>
        ) : null}
      </Group>
    </Stack>
  );
}
