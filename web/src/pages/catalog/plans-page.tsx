// All plans: their latest version, and whether a draft stands.
import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useCan } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { StateBadge } from '../../parts/badge.tsx';
import { List } from '../../parts/list.tsx';
import type { Column } from '../../parts/list-columns.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useServerForm } from '../../parts/server-form.ts';
import { findPlan } from './find-plan.ts';

type Plan = Schemas['Plan'];

const latest = ({ versions }: Plan) =>
  versions.reduce<Plan['versions'][number] | null>((best, one) => (best === null || one.version > best.version ? one : best), null);

export function PlansPage(): ReactElement {
  const text = useText();
  const can = useCan();
  const navigate = useNavigate();
  const columns = useColumns();
  const [isAdding, setAdding] = useState(false);
  const open = (key: string) => void navigate({ to: `/console/catalog/${encodeURIComponent(key)}` });
  const add = can('catalog.write') ? (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {text('catalog.new')}
    </Button>
  ) : undefined;
  return (
    <Page title={text('catalog.title')} about={text('catalog.about')} actions={add}>
      <List<Plan>
        name="plans"
        label={text('catalog.title')}
        queryKey={['plans', 'list']}
        load={async (query) => (await api().get('/v1/plans', { params: { query } })).data}
        columns={columns}
        rowKey={(plan) => plan.key}
        onOpen={(plan) => open(plan.key)}
        defaultSort="key"
        empty={{ title: text('catalog.empty'), what: text('catalog.empty.what'), action: add }}
      />
      <Modal opened={isAdding} onClose={() => setAdding(false)} title={text('catalog.new')}>
        <NewPlan onMade={open} />
      </Modal>
    </Page>
  );
}

function useColumns(): Column<Plan>[] {
  const text = useText();
  const format = useFormat();
  return [
    { id: 'key', label: text('catalog.key'), show: (plan) => plan.key, text: (plan) => plan.key, sort: 'key' },
    { id: 'name', label: text('catalog.name'), show: (plan) => plan.name ?? '–', text: (plan) => plan.name ?? '' },
    {
      id: 'version',
      label: text('catalog.latest'),
      show: (plan) => latest(plan)?.version ?? '–',
      text: (plan) => String(latest(plan)?.version ?? ''),
      isFigure: true,
    },
    {
      id: 'published',
      label: text('catalog.published_at'),
      show: (plan) => {
        const version = latest(plan);
        return version === null ? '–' : format.instant(version.publishedAt);
      },
      text: (plan) => latest(plan)?.publishedAt ?? '',
    },
    {
      id: 'draft',
      label: text('catalog.draft'),
      show: (plan) => (plan.draftChangedAt === null ? '–' : <StateBadge tone="news">{format.instant(plan.draftChangedAt)}</StateBadge>),
      text: (plan) => plan.draftChangedAt ?? '',
    },
    {
      id: 'resold',
      label: text('catalog.resold'),
      show: (plan) => text(plan.isResold ? 'common.yes' : 'common.no'),
      text: (plan) => String(plan.isResold),
      isExtra: true,
    },
  ];
}

/** Makes a draft with one component, since there is no plan without one. */
function NewPlan({ onMade }: { readonly onMade: (key: string) => void }) {
  const text = useText();
  const queries = useQueryClient();
  const { form, error, isBusy, onSubmit } = useServerForm({
    initial: { key: '', name: '' },
    send: async (values) => {
      const key = values.key.trim();
      const name = values.name.trim();
      // Writing it would replace a draft that stands: what is there is opened instead.
      if ((await findPlan(key)) !== null) return;
      await api().put('/v1/plans/{plan}/draft', {
        params: { path: { plan: key } },
        body: { name, components: [{ key: 'base', description: name }] },
      });
      await queries.invalidateQueries({ queryKey: ['plans'] });
    },
    paths: { plan: 'key', 'components[0].description': 'name' },
    onSent: ({ key }) => onMade(key.trim()),
  });
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        {error === null ? null : <ProblemAlert error={error} />}
        <TextInput
          label={text('catalog.key')}
          description={text('catalog.key.what')}
          required
          data-autofocus
          {...form.getInputProps('key')}
        />
        <TextInput label={text('catalog.name')} required {...form.getInputProps('name')} />
        <Button type="submit" loading={isBusy}>
          {text('catalog.begin')}
        </Button>
      </Stack>
    </form>
  );
}
