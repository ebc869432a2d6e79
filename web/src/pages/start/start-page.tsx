// The console's first page: how business stands, what runs next and what needs a person.
import { Button, Group, Paper, SegmentedControl, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactElement, type ReactNode, useState } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { Chart } from '../../parts/chart.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FigureCard } from '../../parts/figure-card.tsx';
import { Money } from '../../parts/money.tsx';
import { Facts, Page } from '../../parts/page.tsx';
import { Attention } from './attention.tsx';
import { revenueByMonth } from './revenue.ts';

type Overview = Schemas['Overview'];
const REFRESH_MS = 30_000;

export function StartPage(): ReactElement {
  const text = useText();
  const overview = useQuery({
    queryKey: ['overview'],
    queryFn: async () => (await api().get('/v1/overview')).data,
    refetchInterval: REFRESH_MS,
  });
  return (
    <Page title={text('start.title')}>
      <Facts query={overview}>{(facts) => (facts.subscriptions?.all === 0 ? <NothingSold /> : <Business facts={facts} />)}</Facts>
    </Page>
  );
}

function NothingSold() {
  const text = useText();
  const action = (
    <Button component={Link} to="/console/catalog">
      {text('start.empty.catalog')}
    </Button>
  );
  return (
    <Paper withBorder>
      <Empty title={text('start.empty.title')} what={text('start.empty.what')} action={action} />
    </Paper>
  );
}

function Business({ facts }: { readonly facts: Overview }) {
  const text = useText();
  const format = useFormat();
  const thisMonth = facts.revenue?.filter(({ month }) => month === facts.figuresAt?.slice(0, 7)) ?? [];
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md">
        {facts.recurring === null ? null : (
          <FigureCard label={text('start.recurring')} value={<Amounts amounts={facts.recurring} />} more={text('start.recurring.what')} />
        )}
        {facts.revenue === null ? null : (
          <FigureCard
            label={text('start.revenue.this_month')}
            value={<Amounts amounts={thisMonth.map(({ net, currency }) => ({ amount: net, currency }))} />}
          />
        )}
        {facts.accounts === null ? null : (
          <FigureCard
            label={text('start.customers')}
            value={format.number(facts.accounts.active)}
            more={text('start.of_all', { all: facts.accounts.all })}
          />
        )}
        {facts.subscriptions === null ? null : (
          <FigureCard
            label={text('start.services')}
            value={format.number(facts.subscriptions.active)}
            more={text('start.services.paused', { count: facts.subscriptions.paused })}
          />
        )}
        {facts.nextRun === null ? null : <NextRun nextRun={facts.nextRun} />}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md">
        {facts.revenue === null ? null : <Revenue months={facts.revenue} />}
        <Attention facts={facts} />
      </SimpleGrid>
      {facts.figuresAt === null ? null : (
        <Text size="xs" c="dimmed">
          {text('start.figures_at', { when: format.instant(facts.figuresAt) })}
        </Text>
      )}
    </>
  );
}

/** The greatest first; several currencies are never added up. */
function Amounts({ amounts }: { readonly amounts: readonly { readonly amount: string; readonly currency: string }[] }): ReactNode {
  if (amounts.length === 0) return '–';
  return amounts.map(({ amount, currency }, index) => (
    <Text key={currency} fz={index === 0 ? 'xl' : 'sm'} fw={index === 0 ? 650 : 400} component="div">
      <Money amount={amount} currency={currency} />
    </Text>
  ));
}

function NextRun({ nextRun }: { readonly nextRun: NonNullable<Overview['nextRun']> }) {
  const text = useText();
  const format = useFormat();
  const more =
    nextRun.due > 0 ? text('start.next_run.due', { count: nextRun.due }) : text('start.next_run.accounts', { count: nextRun.nextAccounts });
  const when = nextRun.nextAt === null ? text('start.next_run.none') : format.instant(nextRun.nextAt);
  return (
    <FigureCard
      label={text('start.next_run')}
      value={<Text fz="lg">{when}</Text>}
      more={nextRun.nextAt === null && nextRun.due === 0 ? undefined : more}
    />
  );
}

function Revenue({ months }: { readonly months: NonNullable<Overview['revenue']> }) {
  const text = useText();
  const format = useFormat();
  const currencies = [...new Set(months.map(({ currency }) => currency))].sort();
  const [chosen, setChosen] = useState<string | null>(null);
  const currency = chosen ?? currencies[0];
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between">
          <div>
            <Title order={2}>{text('start.revenue')}</Title>
            <Text size="xs" c="dimmed">
              {text('start.revenue.what')}
            </Text>
          </div>
          {currencies.length < 2 ? null : (
            <SegmentedControl size="xs" aria-label={text('start.currency')} data={currencies} value={currency ?? ''} onChange={setChosen} />
          )}
        </Group>
        {currency === undefined ? (
          <Text size="sm">{text('start.revenue.none')}</Text>
        ) : (
          <Chart
            kind="bar"
            label={text('start.revenue')}
            series={[{ name: 'net', label: currency }]}
            points={revenueByMonth(months, currency).map(({ month, net }) => ({ at: format.month(month), net }))}
            show={(value) => format.money(String(value), currency)}
          />
        )}
      </Stack>
    </Paper>
  );
}
