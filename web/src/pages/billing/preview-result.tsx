// What the preview found: totals, documents, and who would be set aside.
import { Anchor, Paper, SimpleGrid, Stack, Table, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useCan } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { StateBadge } from '../../parts/badge.tsx';
import { Empty } from '../../parts/empty.tsx';
import { FigureCard } from '../../parts/figure-card.tsx';
import { InnerList } from '../../parts/list.tsx';
import type { Column } from '../../parts/list-columns.ts';
import { Money } from '../../parts/money.tsx';
import { RemedyReason, RemedyWay } from './remedy-words.tsx';
import type { Preview, PreviewDocument } from './use-preview.ts';

export function PreviewResult({ preview }: { readonly preview: Preview }) {
  const text = useText();
  const format = useFormat();
  if (preview.documents.length === 0 && preview.wouldPark.length === 0) {
    return preview.isComplete ? (
      <Paper withBorder>
        <Empty title={text('billing.new.nothing')} what={text('billing.new.nothing.what')} />
      </Paper>
    ) : null;
  }
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
        {preview.totals.map(({ currency, documents, total }) => (
          <FigureCard
            key={currency}
            label={format.currencyName(currency)}
            value={<Money amount={total} currency={currency} />}
            more={text('billing.new.documents', { count: documents })}
          />
        ))}
      </SimpleGrid>
      {preview.wouldPark.length === 0 ? null : <WouldPark accounts={preview.wouldPark} />}
      {preview.documents.length === 0 ? null : <Documents documents={preview.documents} />}
    </Stack>
  );
}

function WouldPark({ accounts }: { readonly accounts: Preview['wouldPark'] }) {
  const text = useText();
  return (
    <Paper withBorder p="md">
      <Title order={2} fz="md" mb="xs">
        {text('billing.new.would_park', { count: accounts.length })}
      </Title>
      <Table.ScrollContainer minWidth={0} type="native">
        <Table aria-label={text('billing.new.would_park', { count: accounts.length })}>
          <Table.Tbody>
            {accounts.map(({ account, code, detail }) => (
              <Table.Tr key={account}>
                <Table.Th scope="row" className="broken-anywhere">
                  {account}
                </Table.Th>
                <Table.Td>
                  <RemedyReason code={code} detail={detail} account={account} />
                </Table.Td>
                <Table.Td>
                  <RemedyWay code={code} account={account} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

const PAGE_SIZE = 25;

/** All of them are here already; the list takes them page by page. */
function Documents({ documents }: { readonly documents: readonly PreviewDocument[] }) {
  const text = useText();
  const columns = useColumns();
  const load = useMemo(
    () => (query: Readonly<Record<string, string | number>>) => {
      const from = Number(query.cursor ?? 0);
      const to = from + Number(query.limit ?? PAGE_SIZE);
      return Promise.resolve({ data: documents.slice(from, to), nextCursor: to < documents.length ? String(to) : null });
    },
    [documents],
  );
  return (
    <InnerList<PreviewDocument>
      name="billing-preview"
      label={text('billing.new.list')}
      queryKey={['billing-preview', 'documents', documents.length, documents[0]?.key ?? '', documents[0]?.total ?? '']}
      load={load}
      columns={columns}
      rowKey={(row) => row.key}
      empty={{ title: text('billing.new.nothing') }}
    />
  );
}

function useColumns(): Column<PreviewDocument>[] {
  const text = useText();
  const format = useFormat();
  const can = useCan();
  const amount = (id: 'net' | 'tax' | 'total', label: string): Column<PreviewDocument> => ({
    id,
    label,
    show: (row) => <Money amount={row[id]} currency={row.currency} />,
    text: (row) => row[id],
    isFigure: true,
  });
  return [
    {
      id: 'customer',
      label: text('billing.customer'),
      show: ({ account }) =>
        can('accounts.read') ? (
          <Anchor component={Link} to={`/console/customers/${encodeURIComponent(account.externalId)}`} size="sm">
            {account.name}
          </Anchor>
        ) : (
          account.name
        ),
      text: (row) => row.account.name,
    },
    {
      id: 'kind',
      label: text('billing.kind'),
      show: (row) => <StateBadge tone={row.kind === 'invoice' ? 'quiet' : 'news'}>{text(`billing.kind.${row.kind}`)}</StateBadge>,
      text: (row) => text(`billing.kind.${row.kind}`),
    },
    { id: 'billedOn', label: text('billing.billed_on'), show: (row) => format.day(row.billedOn), text: (row) => row.billedOn },
    {
      id: 'lines',
      label: text('billing.lines'),
      show: (row) => format.number(row.lines),
      text: (row) => String(row.lines),
      isFigure: true,
    },
    amount('net', text('billing.net')),
    amount('tax', text('billing.tax')),
    amount('total', text('billing.total')),
    { id: 'currency', label: text('billing.currency'), show: (row) => row.currency, text: (row) => row.currency, isExtra: true },
  ];
}
