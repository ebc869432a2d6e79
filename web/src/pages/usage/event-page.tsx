// One event looked up: what it says, whether it counts, and where.
import { Alert, Anchor, Button, Group, Paper, Stack, TextInput } from '@mantine/core';
import { ProblemError } from '@prorata/sdk';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type FormEvent, type ReactElement, useState } from 'react';
import { api } from '../../app/api.ts';
import { useCan } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { StateBadge } from '../../parts/badge.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FieldList } from '../../parts/field-list.tsx';
import { useAddressState } from '../../parts/list-state.ts';
import { Facts } from '../../parts/page.tsx';
import { UsagePage } from './usage-page.tsx';

const ask = async (source: string, id: string) => (await api().get('/v1/usage/event', { params: { query: { source, id } } })).data;
type UsageEvent = Awaited<ReturnType<typeof ask>>;

export function EventPage(): ReactElement {
  const state = useAddressState();
  const { source, id } = state.search;
  return (
    <UsagePage>
      <Paper withBorder p="md">
        <EventForm key={`${source} ${id}`} source={source ?? ''} id={id ?? ''} onAsk={(asked) => state.change(asked)} />
      </Paper>
      {source === undefined || id === undefined ? null : <Found source={source} id={id} />}
    </UsagePage>
  );
}

interface EventFormProps {
  readonly source: string;
  readonly id: string;
  readonly onAsk: (asked: { source: string; id: string }) => void;
}

function EventForm({ source, id, onAsk }: EventFormProps) {
  const text = useText();
  const [typed, setTyped] = useState({ source, id });
  const send = (event: FormEvent) => {
    event.preventDefault();
    onAsk({ source: typed.source.trim(), id: typed.id.trim() });
  };
  return (
    <form onSubmit={send}>
      <Group align="flex-end">
        <TextInput
          label={text('usage.source')}
          required
          value={typed.source}
          onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, source: value }))}
        />
        <TextInput
          label={text('usage.event.id')}
          required
          value={typed.id}
          onChange={({ currentTarget: { value } }) => setTyped((before) => ({ ...before, id: value }))}
        />
        <Button type="submit" leftSection={<Search size={16} aria-hidden />}>
          {text('usage.event.look')}
        </Button>
      </Group>
    </form>
  );
}

function Found({ source, id }: { readonly source: string; readonly id: string }) {
  const text = useText();
  const event = useQuery({ queryKey: ['usage', 'event', source, id], queryFn: () => ask(source, id) });
  if (event.error instanceof ProblemError && event.error.status === 404) {
    return (
      <Paper withBorder>
        <Empty
          title={text('usage.event.none')}
          what={text('usage.event.none.what')}
          action={
            <Button component={Link} to="/console/usage/refused" search={{ source } as never} variant="default" size="xs">
              {text('usage.event.see_refused')}
            </Button>
          }
        />
      </Paper>
    );
  }
  return <Facts query={event}>{(data) => <OneEvent event={data} />}</Facts>;
}

function OneEvent({ event }: { readonly event: UsageEvent }) {
  const text = useText();
  const format = useFormat();
  const can = useCan();
  const { takenBackBy } = event;
  const link = (to: string, label: string, permission: string) =>
    can(permission) ? (
      <Anchor component={Link} to={to} size="sm">
        {label}
      </Anchor>
    ) : (
      label
    );
  return (
    <Stack>
      {takenBackBy === null ? null : (
        <Alert color="yellow">
          {text(takenBackBy.replaces ? 'usage.event.replaced' : 'usage.event.taken_back', { id: takenBackBy.id })}{' '}
          {takenBackBy.replaces ? (
            <Anchor component={Link} to="/console/usage/event" search={{ source: event.source, id: takenBackBy.id } as never} size="sm">
              {text('usage.event.see_replacement')}
            </Anchor>
          ) : null}
        </Alert>
      )}
      <Paper withBorder p="md">
        <FieldList
          fields={[
            {
              label: text('usage.state'),
              value:
                takenBackBy === null ? (
                  <StateBadge tone="good">{text('usage.event.counts')}</StateBadge>
                ) : (
                  <StateBadge tone="quiet">{text('usage.event.counts_not')}</StateBadge>
                ),
            },
            { label: text('usage.value'), value: format.number(event.value) },
            { label: text('usage.meter'), value: event.meter },
            { label: text('usage.event.time'), value: format.instant(event.time) },
            { label: text('usage.event.recorded'), value: format.instant(event.recordedAt) },
            {
              label: text('usage.customer'),
              value: link(`/console/customers/${encodeURIComponent(event.account)}`, event.account, 'accounts.read'),
            },
            {
              label: text('usage.service'),
              value: link(`/console/services/${encodeURIComponent(event.subscription)}`, event.subscription, 'subscriptions.read'),
            },
            { label: text('usage.source'), value: event.source },
            { label: text('usage.event.id'), value: event.id },
          ]}
        />
      </Paper>
      <Where event={event} />
    </Stack>
  );
}

/** Its month of that service, and the documents that may have billed it. */
function Where({ event }: { readonly event: UsageEvent }) {
  const text = useText();
  const can = useCan();
  const month = event.time.slice(0, 7);
  const next = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 1)).toISOString().slice(0, 10);
  const totals = { subscription: event.subscription, meter: event.meter, from: `${month}-01`, to: next, step: 'day' };
  return (
    <Group gap="xs">
      <Button component={Link} to="/console/usage" search={totals as never} variant="default" size="xs">
        {text('usage.event.in_totals')}
      </Button>
      {can('invoices.read') ? (
        <Button
          component={Link}
          to="/console/invoices"
          search={{ account: event.account, billedFrom: event.time.slice(0, 10) } as never}
          variant="default"
          size="xs"
        >
          {text('usage.event.invoices')}
        </Button>
      ) : null}
    </Group>
  );
}
