// What was used: by day or month, a picture for each meter and the figures below it.
import { Group, Paper, SegmentedControl, Select, Stack, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { api } from '../../app/api.ts';
import type { ListSearch } from '../../app/roots.tsx';
import { useText } from '../../i18n/text-provider.tsx';
import { Empty } from '../../parts/empty.tsx';
import { useAddressState } from '../../parts/list-state.ts';
import { Facts } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { MeterTotals } from './meter-totals.tsx';
import { PlacePicker } from './place-picker.tsx';
import { UsagePage } from './usage-page.tsx';
import { fitted, type Step, usualWindow } from './window.ts';

const AGGREGATES = ['sum', 'count', 'max', 'last', 'unique', 'time', 'p95'] as const;
export type Aggregate = (typeof AGGREGATES)[number];

interface Asked {
  readonly account: string | undefined;
  readonly subscription: string | undefined;
  readonly meter: string | undefined;
  readonly step: Step;
  readonly aggregate: Aggregate;
  readonly from: string;
  readonly to: string;
}

function askedOf(search: ListSearch): Asked {
  const step = search.step === 'month' ? 'month' : 'day';
  const usual = usualWindow(new Date().toISOString().slice(0, 10), step);
  return {
    account: search.account,
    subscription: search.subscription,
    meter: search.meter,
    step,
    aggregate: AGGREGATES.find((one) => one === search.aggregate) ?? 'sum',
    ...fitted({ from: search.from ?? usual.from, to: search.to ?? usual.to }, step),
  };
}

async function askTotals({ account, subscription, meter, ...rest }: Asked) {
  const place = subscription === undefined ? (account === undefined ? {} : { account }) : { subscription };
  const query = { ...rest, ...place, ...(meter === undefined ? {} : { meter }) };
  return (await api().get('/v1/usage/totals', { params: { query } })).data;
}

export type Totals = Awaited<ReturnType<typeof askTotals>>;

export function TotalsPage(): ReactElement {
  const text = useText();
  const state = useAddressState();
  const asked = askedOf(state.search);
  const isAsked = asked.account !== undefined || asked.subscription !== undefined;
  const totals = useQuery({
    queryKey: ['usage', 'totals', asked],
    enabled: isAsked,
    placeholderData: keepPreviousData,
    queryFn: () => askTotals(asked),
  });
  return (
    <UsagePage>
      <Paper withBorder p="md">
        <Controls asked={asked} change={state.change} />
      </Paper>
      {isAsked ? null : (
        <Paper withBorder>
          <Empty title={text('usage.totals.choose')} what={text('usage.totals.choose.what')} />
        </Paper>
      )}
      {/* What was shown before a refused question would be taken for its answer. */}
      {totals.error === null ? null : <ProblemAlert error={totals.error} onRetry={() => void totals.refetch()} />}
      {isAsked && totals.error === null ? <Facts query={totals}>{(data) => <AllMeters totals={data} asked={asked} />}</Facts> : null}
    </UsagePage>
  );
}

function Controls({ asked, change }: { readonly asked: Asked; readonly change: (search: ListSearch) => void }) {
  const text = useText();
  const { account, subscription } = asked;
  const meters = useQuery({
    queryKey: ['meters', 'all'],
    queryFn: async () => (await api().get('/v1/meters', { params: { query: { limit: 200 } } })).data.data,
  });
  const known = meters.data?.map(({ key }) => key) ?? (asked.meter === undefined ? [] : [asked.meter]);
  return (
    <Group align="flex-end" gap="sm">
      <PlacePicker place={{ account, subscription }} onChange={(place) => change({ ...place })} />
      <Select
        label={text('usage.meter')}
        placeholder={text('usage.meter.all')}
        data={known}
        value={asked.meter ?? null}
        onChange={(meter) => change({ meter: meter ?? undefined })}
        clearable
        searchable
      />
      <Select
        label={text('usage.aggregate')}
        data={AGGREGATES.map((value) => ({ value, label: text(`usage.aggregate.${value}`) }))}
        value={asked.aggregate}
        onChange={(aggregate) => change({ aggregate: aggregate ?? undefined })}
        allowDeselect={false}
      />
      <TextInput
        type="date"
        label={text('usage.from')}
        value={asked.from}
        onChange={({ currentTarget: { value } }) => change({ from: value || undefined })}
      />
      <TextInput
        type="date"
        label={text('usage.before')}
        value={asked.to}
        onChange={({ currentTarget: { value } }) => change({ to: value || undefined })}
      />
      <SegmentedControl
        aria-label={text('usage.step')}
        data={[
          { value: 'day', label: text('usage.step.day') },
          { value: 'month', label: text('usage.step.month') },
        ]}
        value={asked.step}
        onChange={(step) => change({ step, from: undefined, to: undefined })}
      />
    </Group>
  );
}

function AllMeters({ totals, asked }: { readonly totals: Totals; readonly asked: Asked }) {
  const text = useText();
  const meters = [...new Set(totals.data.map(({ meter }) => meter))];
  if (meters.length === 0) {
    return (
      <Paper withBorder>
        <Empty title={text('usage.totals.none')} what={text('usage.totals.none.what')} />
      </Paper>
    );
  }
  return (
    <Stack gap="md">
      {meters.map((meter) => (
        <MeterTotals
          key={meter}
          meter={meter}
          rows={totals.data.filter((row) => row.meter === meter)}
          step={asked.step}
          window={asked}
          aggregate={asked.aggregate}
          zone={totals.zone}
        />
      ))}
    </Stack>
  );
}
