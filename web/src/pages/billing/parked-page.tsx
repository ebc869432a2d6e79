// Accounts that a run set aside: why, what mends it, and the way back into billing.
import { Anchor, Button, Checkbox, Group, Paper } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Play, Undo2 } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useCan } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { List } from '../../parts/list.tsx';
import type { Column } from '../../parts/list-columns.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { remedyOf } from './remedies.ts';
import { RemedyReason, RemedyWay } from './remedy-words.tsx';

type Parked = Schemas['ParkedAccount'];

export function ParkedPage(): ReactElement {
  const text = useText();
  const can = useCan();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { release, error, isBusy } = useRelease((done) => setChosen((before) => new Set([...before].filter((id) => !done.includes(id)))));
  const toggle = (id: string) => setChosen((before) => new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]));
  const columns = useColumns(can('billing.run') ? { chosen, toggle, release, isBusy } : null);
  const codes = [
    'price.missing',
    'currency.off',
    'billing.total_beyond_alarm',
    'billing.too_far_behind',
    'billing.too_many_lines',
    'billing.write_refused',
    'billing.failed',
  ];
  return (
    <Page
      title={text('billing.parked.title')}
      about={text('billing.parked.about')}
      actions={
        can('billing.run') ? (
          <Button component={Link} to="/console/runs/new" variant="default" leftSection={<Play size={16} aria-hidden />}>
            {text('billing.parked.run_again')}
          </Button>
        ) : undefined
      }
    >
      {error === null ? null : <ProblemAlert error={error} />}
      {chosen.size === 0 ? null : (
        <Paper withBorder p="sm">
          <Group justify="space-between">
            <span role="status">{text('billing.parked.chosen', { count: chosen.size })}</span>
            <Button loading={isBusy} leftSection={<Undo2 size={16} aria-hidden />} onClick={() => void release([...chosen])}>
              {text('billing.parked.release_chosen', { count: chosen.size })}
            </Button>
          </Group>
        </Paper>
      )}
      <List<Parked>
        name="parked-accounts"
        label={text('billing.parked.title')}
        queryKey={['parked-accounts']}
        load={async (query) => (await api().get('/v1/parked-accounts', { params: { query } })).data}
        columns={columns}
        filters={[
          {
            kind: 'choice',
            label: text('billing.parked.reason'),
            names: ['code'],
            choices: codes.map((value) => ({ value, label: text(remedyOf(value, '').reason) })),
          },
        ]}
        rowKey={(row) => row.id}
        defaultSort="parkedAt"
        empty={{ title: text('billing.parked.empty'), what: text('billing.parked.empty.what') }}
      />
    </Page>
  );
}

/** One after the other: what one refusal stops, the others have had. */
function useRelease(onReleased: (ids: readonly string[]) => void) {
  const text = useText();
  const confirm = useConfirm();
  const queries = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const release = async (accounts: readonly string[]) => {
    const isSure = await confirm({
      title: text('billing.release.title', { count: accounts.length }),
      consequences: [text('billing.release.next_run'), text('billing.release.again'), text('billing.release.written')],
      action: text('billing.release.action', { count: accounts.length }),
      dangerous: false,
    });
    if (!isSure) return;
    setBusy(true);
    setError(null);
    const done: string[] = [];
    try {
      for (const account of accounts) {
        await api().post('/v1/parked-accounts/{account}/release', { params: { path: { account } } });
        done.push(account);
      }
    } catch (refused) {
      setError(refused);
    }
    if (done.length > 0) notifications.show({ message: text('billing.release.done', { count: done.length }) });
    onReleased(done);
    setBusy(false);
    await queries.invalidateQueries({ queryKey: ['parked-accounts'] });
  };
  return { release, error, isBusy };
}

interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly toggle: (id: string) => void;
  readonly release: (ids: readonly string[]) => Promise<void>;
  readonly isBusy: boolean;
}

function useColumns(choosing: Choosing | null): Column<Parked>[] {
  const text = useText();
  const format = useFormat();
  const can = useCan();
  const customer: Column<Parked> = {
    id: 'account',
    label: text('billing.customer'),
    show: (row) => (
      <Group gap="xs" wrap="nowrap" component="span">
        {choosing === null ? null : (
          <Checkbox
            checked={choosing.chosen.has(row.id)}
            onChange={() => choosing.toggle(row.id)}
            aria-label={text('billing.parked.choose', { account: row.name })}
          />
        )}
        {can('accounts.read') ? (
          <Anchor component={Link} to={`/console/customers/${encodeURIComponent(row.externalId)}`} size="sm">
            {row.name}
          </Anchor>
        ) : (
          row.name
        )}
      </Group>
    ),
    text: (row) => row.name,
  };
  return [
    customer,
    {
      id: 'reason',
      label: text('billing.parked.reason'),
      show: (row) => <RemedyReason code={row.code} detail={row.detail} account={row.externalId} />,
      text: (row) => row.detail,
    },
    {
      id: 'remedy',
      label: text('billing.parked.remedy'),
      show: (row) => <RemedyWay code={row.code} account={row.externalId} />,
      text: (row) => text(remedyOf(row.code, row.externalId).what),
    },
    {
      id: 'parkedAt',
      label: text('billing.parked.since'),
      show: (row) => format.instant(row.parkedAt),
      text: (row) => row.parkedAt,
      sort: 'parkedAt',
    },
    ...(choosing === null
      ? []
      : [
          {
            id: 'release',
            label: text('billing.parked.back'),
            show: (row: Parked) => (
              <Button size="compact-xs" variant="light" disabled={choosing.isBusy} onClick={() => void choosing.release([row.id])}>
                {text('billing.parked.release')}
              </Button>
            ),
          },
        ]),
  ];
}
