// What a document comes to: without tax, each tax with the reason it is charged or not, and what the balance paid.
import { Divider, Group, Stack, Text } from '@mantine/core';
import type { Schemas } from '../../app/api.ts';
import type { MessageKey } from '../../i18n/areas.ts';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { Money } from '../../parts/money.tsx';

type Invoice = Schemas['Invoice'];

const REASONS: Readonly<Record<string, MessageKey>> = {
  same_country: 'invoices.tax.same_country',
  supplier_not_registered: 'invoices.tax.supplier_not_registered',
  customer_country_missing: 'invoices.tax.customer_country_missing',
  evidence_contradicts: 'invoices.tax.evidence_contradicts',
  cross_border: 'invoices.tax.cross_border',
  special_territory: 'invoices.tax.special_territory',
  no_rate: 'invoices.tax.no_rate',
};

const isNothing = (amount: string): boolean => /^-?0*\.?0*$/.test(amount);

export function DocumentTotals({ document }: { readonly document: Invoice }) {
  const text = useText();
  const format = useFormat();
  const { currency, taxes, facts, fromBalance } = document;
  const reasons = [...new Set(facts.tax.map(({ reason }) => REASONS[reason]).filter((key) => key !== undefined))];
  return (
    <Stack gap={6}>
      <Row label={text('invoices.total.net')} amount={document.net} currency={currency} />
      {taxes.map((tax) => (
        <Row
          key={`${tax.category} ${tax.name} ${tax.percent}`}
          label={text('invoices.total.tax_of', {
            name: tax.name,
            percent: format.number(tax.percent),
            base: format.money(tax.base, currency),
          })}
          amount={tax.amount}
          currency={currency}
        />
      ))}
      {taxes.length === 0 ? <Row label={text('invoices.tax')} amount={document.tax} currency={currency} /> : null}
      <Divider />
      <Row label={text('invoices.total')} amount={document.total} currency={currency} isStrong />
      {isNothing(fromBalance) ? null : (
        <Row
          label={text(fromBalance.startsWith('-') ? 'invoices.total.to_balance' : 'invoices.total.from_balance')}
          amount={fromBalance.replace('-', '')}
          currency={currency}
        />
      )}
      {reasons.map((reason) => (
        <Text key={reason} size="xs" c="dimmed">
          {text(reason)}
        </Text>
      ))}
      {facts.taxInclusive ? (
        <Text size="xs" c="dimmed">
          {text('invoices.total.inclusive')}
        </Text>
      ) : null}
    </Stack>
  );
}

interface RowProps {
  readonly label: string;
  readonly amount: string;
  readonly currency: string;
  readonly isStrong?: boolean;
}

function Row({ label, amount, currency, isStrong }: RowProps) {
  return (
    <Group justify="space-between" wrap="nowrap" align="baseline">
      <Text size={isStrong ? 'md' : 'sm'} fw={isStrong ? 650 : 400}>
        {label}
      </Text>
      <Text size={isStrong ? 'md' : 'sm'} fw={isStrong ? 650 : 400} component="div">
        <Money amount={amount} currency={currency} />
      </Text>
    </Group>
  );
}
