// One invoice or credit note as it was issued, with the reason of every line.
import { Anchor, Drawer, Grid, Group, Paper, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useCan, useRoom } from '../../app/session.tsx';
import { useText } from '../../i18n/text-provider.tsx';
import { LineExplanation } from '../../parts/line-explanation/line-explanation.tsx';
import { useAddressState } from '../../parts/list-state.ts';
import { Facts, Page } from '../../parts/page.tsx';
import { DocumentHead } from './document-head.tsx';
import { DocumentLines } from './document-lines.tsx';
import { DocumentTotals } from './document-totals.tsx';
import { KindBadge } from './invoices-page.tsx';
import { PdfButtons } from './pdf-buttons.tsx';
import { PriceOrigin } from './price-origin.tsx';

export function InvoicePage(): ReactElement {
  const text = useText();
  const room = useRoom();
  const { invoice } = useParams({ strict: false }) as { invoice: string };
  const found = useQuery({
    queryKey: ['invoices', invoice],
    queryFn: async () => (await api().get('/v1/invoices/{invoice}', { params: { path: { invoice } } })).data,
  });
  return (
    <Page
      title={
        <Group gap="sm" component="span">
          {found.data?.number ?? invoice}
          {found.data === undefined ? null : <KindBadge kind={found.data.kind} />}
        </Group>
      }
      tab={found.data?.number ?? invoice}
      trail={[{ label: text('invoices.title'), to: `${room}/invoices` }]}
      actions={found.data === undefined ? undefined : <PdfButtons invoice={found.data.number ?? invoice} />}
    >
      <Facts query={found}>{(document) => <Document document={document} />}</Facts>
    </Page>
  );
}

function Document({ document }: { readonly document: Schemas['Invoice'] }) {
  const state = useAddressState();
  const explain = (position: number | null) => state.change({ line: position === null ? undefined : String(position), cursor: undefined });
  const asked = Number(state.search.line ?? 0);
  const position = Number.isInteger(asked) && asked >= 1 && asked <= document.lines.length ? asked : null;
  return (
    <Stack gap="md">
      <DocumentHead document={document} />
      <DocumentLines document={document} onExplain={explain} />
      <Grid justify="flex-end">
        <Grid.Col span={{ base: 12, sm: 7, md: 6 }}>
          <Paper withBorder p="md">
            <DocumentTotals document={document} />
          </Paper>
        </Grid.Col>
      </Grid>
      <ExplanationDrawer document={document} position={position} onClose={() => explain(null)} />
    </Stack>
  );
}

interface ExplanationDrawerProps {
  readonly document: Schemas['Invoice'];
  readonly position: number | null;
  readonly onClose: () => void;
}

function ExplanationDrawer({ document, position, onClose }: ExplanationDrawerProps) {
  const room = useRoom();
  const text = useText();
  const can = useCan();
  const line = position === null ? undefined : document.lines[position - 1];
  return (
    <Drawer
      opened={line !== undefined}
      onClose={onClose}
      position="right"
      size="lg"
      title={line === undefined ? '' : text('invoices.explain.title', { what: line.description })}
      closeButtonProps={{ 'aria-label': text('common.close') }}
    >
      {position === null || line === undefined ? null : (
        <LineExplanation
          invoice={document.number ?? document.id ?? ''}
          position={position}
          currency={document.currency}
          eventLink={
            room === '/console' && can('usage.read')
              ? ({ source, id }) => (
                  <Anchor component={Link} to="/console/usage/event" search={{ source, id } as never} size="sm" title={id}>
                    {text('invoices.explain.event.look')}
                  </Anchor>
                )
              : undefined
          }
          priceOrigin={
            can('pricelists.read')
              ? (of) => <PriceOrigin account={document.account.id ?? document.account.externalId} currency={document.currency} line={of} />
              : undefined
          }
        />
      )}
    </Drawer>
  );
}
