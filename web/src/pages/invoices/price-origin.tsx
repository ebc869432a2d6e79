// Where the price of a line stands: which list, since when, and who published it. For those who may see price lists.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api, type Schemas } from '../../app/api.ts';
import { useFormat, useText } from '../../i18n/text-provider.tsx';

interface PriceOriginProps {
  readonly account: string;
  readonly currency: string;
  readonly line: Schemas['InvoiceLine'];
}

export function PriceOrigin({ account, currency, line }: PriceOriginProps) {
  const text = useText();
  const format = useFormat();
  const { component } = line;
  const on = line.from.slice(0, 10);
  const isOfList = line.kind !== 'item' && line.kind !== 'commitment';
  const price = useQuery({
    queryKey: ['prices', 'origin', account, component, on, currency],
    enabled: isOfList,
    queryFn: async () =>
      (await api().get('/v1/accounts/{account}/price', { params: { path: { account }, query: { component, on, currency } } })).data,
  });
  if (!isOfList) {
    return line.kind === 'item' ? (
      <Text size="sm" c="dimmed">
        {text('invoices.origin.item')}
      </Text>
    ) : null;
  }
  // The last sale of the chain is the one to this customer.
  const found = price.data?.edges.at(-1)?.price;
  if (found == null) return null;
  const list = text(`invoices.origin.${found.list}`);
  const published = format.instant(found.recordedAt);
  return (
    <Text size="sm" c="dimmed">
      {found.from === null
        ? text('invoices.origin.since_ever', { list, plan: found.planVersion, published })
        : text('invoices.origin.since', { list, plan: found.planVersion, from: format.day(found.from), published })}
      {found.correction ? ` ${text('invoices.origin.correction')}` : ''}
    </Text>
  );
}
