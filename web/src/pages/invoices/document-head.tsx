// From whom, to whom, and the days of a document.
import { Anchor, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import type { Schemas } from '../../app/api.ts';
import { useCan, useRoom } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { FieldList } from '../../parts/field-list.tsx';
import { stretchOf } from '../../parts/line-explanation/stretch.ts';

type Invoice = Schemas['Invoice'];

export function DocumentHead({ document }: { readonly document: Invoice }) {
  const text = useText();
  const { buyer, account } = document;
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Party title={text('invoices.from')} party={document.seller} />
        <Party
          title={text('invoices.to')}
          party={buyer}
          more={
            <Text size="sm">
              <CustomerLink account={account} />
            </Text>
          }
        />
      </SimpleGrid>
      <Paper withBorder p="md">
        <Dates document={document} />
      </Paper>
    </Stack>
  );
}

function CustomerLink({ account }: { readonly account: Invoice['account'] }) {
  const text = useText();
  const can = useCan();
  const room = useRoom();
  const words = text('invoices.customer.named', { id: account.externalId });
  if (room === '/portal' || !can('accounts.read')) return words;
  return (
    <Anchor component={Link} to={`/console/customers/${encodeURIComponent(account.externalId)}`} size="sm">
      {words}
    </Anchor>
  );
}

interface PartyProps {
  readonly title: string;
  readonly party: Invoice['seller'];
  readonly more?: ReactNode;
}

function Party({ title, party, more }: PartyProps) {
  const text = useText();
  const format = useFormat();
  const lines = [...party.address, ...(party.country === null ? [] : [format.country(party.country)])];
  return (
    <Paper withBorder p="md">
      <Title order={2} fz="xs" c="dimmed" fw={400}>
        {title}
      </Title>
      <Text fw={600} className="broken-anywhere">
        {party.name}
      </Text>
      {lines.map((line) => (
        <Text key={line} size="sm">
          {line}
        </Text>
      ))}
      {party.taxNumber === null ? null : <Text size="sm">{text('invoices.tax_number', { number: party.taxNumber })}</Text>}
      {more}
    </Paper>
  );
}

function Dates({ document }: { readonly document: Invoice }) {
  const text = useText();
  const format = useFormat();
  const { servicePeriod } = document.facts;
  const period = servicePeriod === null ? null : stretchOf(servicePeriod.from, servicePeriod.to, format);
  const day = (date: string | null) => (date === null ? null : format.day(date));
  return (
    <FieldList
      columns={3}
      fields={[
        { label: text('invoices.issued_on'), value: day(document.issuedOn) },
        { label: text('invoices.billed_on'), value: day(document.billedOn) },
        ...(document.dueOn === null ? [] : [{ label: text('invoices.due_on'), value: day(document.dueOn) }]),
        { label: text('invoices.tax_point'), value: day(document.taxPoint) },
        ...(period === null
          ? []
          : [
              {
                label: text('invoices.service_period'),
                value: text('invoices.explain.stretch', { first: period.first, last: period.last }),
              },
            ]),
        ...(document.buyer.purchaseOrder == null ? [] : [{ label: text('invoices.purchase_order'), value: document.buyer.purchaseOrder }]),
        ...(document.buyer.buyerReference == null
          ? []
          : [{ label: text('invoices.buyer_reference'), value: document.buyer.buyerReference }]),
        ...(document.kind === 'credit_note'
          ? [{ label: text('invoices.corrects'), value: <Corrected numbers={document.corrects} /> }]
          : [{ label: text('invoices.credit_notes'), value: <CreditNotes account={document.account.externalId} /> }]),
      ]}
    />
  );
}

function Corrected({ numbers }: { readonly numbers: readonly string[] }) {
  const text = useText();
  const room = useRoom();
  if (numbers.length === 0) return text('invoices.corrects.none');
  return numbers.map((number, index) => (
    <Fragment key={number}>
      {index === 0 ? '' : ', '}
      <Anchor component={Link} to={`${room}/invoices/${encodeURIComponent(number)}`} size="sm">
        {number}
      </Anchor>
    </Fragment>
  ));
}

function CreditNotes({ account }: { readonly account: string }) {
  const text = useText();
  const room = useRoom();
  return (
    <Anchor component={Link} to={`${room}/invoices`} search={{ account, kind: 'credit_note' } as never} size="sm">
      {text('invoices.credit_notes.of_customer')}
    </Anchor>
  );
}
