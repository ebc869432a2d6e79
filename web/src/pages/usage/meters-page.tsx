// What is measured: each meter with its unit. How a quantity comes of its values is said where it is sold.
import { Button, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useCan } from '../../app/session.tsx';
import { useText } from '../../i18n/text-provider.tsx';
import { List } from '../../parts/list.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useServerForm } from '../../parts/server-form.ts';
import { UsagePage } from './usage-page.tsx';

type Meter = Schemas['Meter'];

export function MetersPage(): ReactElement {
  const text = useText();
  const can = useCan();
  const [edited, setEdited] = useState<Meter | 'new' | null>(null);
  const add = can('meters.write') ? (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setEdited('new')}>
      {text('usage.meter.add')}
    </Button>
  ) : undefined;
  return (
    <UsagePage actions={add}>
      <List<Meter>
        name="meters"
        label={text('usage.meters')}
        queryKey={['meters']}
        load={async (query) => (await api().get('/v1/meters', { params: { query } })).data}
        columns={[
          { id: 'key', label: text('usage.meter.key'), show: (meter) => meter.key, text: (meter) => meter.key, sort: 'key' },
          { id: 'unit', label: text('usage.meter.unit'), show: (meter) => meter.unit ?? '–', text: (meter) => meter.unit ?? '' },
        ]}
        rowKey={(meter) => meter.key}
        {...(can('meters.write') ? { onOpen: setEdited } : {})}
        defaultSort="key"
        empty={{ title: text('usage.meters.empty'), what: text('usage.meters.empty.what'), action: add }}
      />
      <Modal
        opened={edited !== null}
        onClose={() => setEdited(null)}
        title={text(edited === 'new' || edited === null ? 'usage.meter.add' : 'usage.meter.edit')}
      >
        {edited === null ? null : <MeterForm meter={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />}
      </Modal>
    </UsagePage>
  );
}

function MeterForm({ meter, onDone }: { readonly meter: Meter | null; readonly onDone: () => void }) {
  const text = useText();
  const queries = useQueryClient();
  const { form, error, isBusy, onSubmit } = useServerForm({
    initial: { key: meter?.key ?? '', unit: meter?.unit ?? '' },
    send: ({ key, unit }) =>
      api().put('/v1/meters/{meter}', { params: { path: { meter: key.trim() } }, body: { unit: unit.trim() === '' ? null : unit.trim() } }),
    onSent: () => {
      notifications.show({ message: text('common.saved') });
      void queries.invalidateQueries({ queryKey: ['meters'] });
      onDone();
    },
  });
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        {error === null ? null : <ProblemAlert error={error} />}
        <TextInput
          label={text('usage.meter.key')}
          description={text('usage.meter.key.what')}
          required
          data-autofocus={meter === null || undefined}
          disabled={meter !== null}
          {...form.getInputProps('key')}
        />
        <TextInput
          label={text('usage.meter.unit')}
          description={text('usage.meter.unit.what')}
          data-autofocus={meter !== null || undefined}
          {...form.getInputProps('unit')}
        />
        <Text size="sm" c="dimmed">
          {text('usage.meter.aggregation')}
        </Text>
        <Button type="submit" loading={isBusy}>
          {text('common.save')}
        </Button>
      </Stack>
    </form>
  );
}
