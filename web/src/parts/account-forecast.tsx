// What the account's next invoice would be, from what is known now.
import { Alert, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../app/api.ts';
import { useFormat, useText } from '../i18n/text-provider.tsx';
import { Money } from './money.tsx';
import { Facts } from './page.tsx';

export function AccountForecast({ account }: { readonly account: string }) {
  const text = useText();
  const found = useQuery({
    queryKey: ['accounts', account, 'forecast'],
    queryFn: async () => (await api().get('/v1/accounts/{account}/forecast', { params: { path: { account } } })).data,
  });
  return (
    <Paper withBorder p="md" h="100%">
      <Title order={2} size="h4" mb="sm">
        {text('customers.forecast')}
      </Title>
      <Facts query={found}>{(forecast) => <Forecast forecast={forecast} />}</Facts>
    </Paper>
  );
}

function Forecast({ forecast }: { readonly forecast: Schemas['Forecast'] }) {
  const text = useText();
  const format = useFormat();
  if (forecast.on === null) return <Text size="sm">{text('customers.forecast.nothing')}</Text>;
  return (
    <Stack gap="xs">
      <Text size="sm">{text('customers.forecast.on', { day: format.day(forecast.on) })}</Text>
      {forecast.wouldPark ? <Alert color="yellow">{text('customers.forecast.would_park')}</Alert> : null}
      {forecast.invoices.map((invoice) => (
        <Stack key={[invoice.kind, invoice.currency, invoice.taxPoint, invoice.total].join()} gap={0}>
          <Amount label={text('customers.net')} amount={invoice.net} currency={invoice.currency} />
          <Amount label={text('customers.tax')} amount={invoice.tax} currency={invoice.currency} />
          <Amount label={text('customers.total')} amount={invoice.total} currency={invoice.currency} isTotal />
        </Stack>
      ))}
      {forecast.usageSoFar.map(({ currency, net }) => (
        <Amount key={currency} label={text('customers.forecast.usage')} amount={net} currency={currency} />
      ))}
      <Text size="xs" c="dimmed">
        {text('customers.forecast.what')}
      </Text>
    </Stack>
  );
}

interface AmountProps {
  readonly label: string;
  readonly amount: string;
  readonly currency: string;
  readonly isTotal?: boolean;
}

function Amount({ label, amount, currency, isTotal = false }: AmountProps) {
  return (
    <Group justify="space-between" gap="xs" fw={isTotal ? 600 : 400} fz="sm">
      <span>{label}</span>
      <Money amount={amount} currency={currency} />
    </Group>
  );
}
