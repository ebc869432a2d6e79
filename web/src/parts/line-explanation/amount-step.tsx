// How the amount comes about: each figure below the other, the result last.
import { Table, Text } from '@mantine/core';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { chargedSide, fractionParts, hasBefore, hasDiscount, hasFraction, hasTaxInside, isChanged, isRounded, type Line } from './steps.ts';

interface Row {
  readonly label: string;
  readonly value: string;
  readonly isResult?: boolean;
}

export function AmountStep({ line, currency }: { readonly line: Line; readonly currency: string }) {
  const text = useText();
  const rows = useRows(line, currency);
  return (
    <>
      <Table verticalSpacing={3} fz="sm" withRowBorders={false} aria-label={text('invoices.explain.amount')}>
        <Table.Tbody>
          {rows.map(({ label, value, isResult }) => (
            <Table.Tr key={label}>
              <Table.Th scope="row" fw={isResult ? 650 : 400} ps={0}>
                {label}
              </Table.Th>
              <Table.Td ta="end" fw={isResult ? 650 : 400} className="figure" pe={0}>
                {value}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {hasBefore(line) ? (
        <Text size="sm" c="dimmed">
          {text('invoices.explain.amount.difference')}
        </Text>
      ) : null}
    </>
  );
}

function useRows(line: Line, currency: string): Row[] {
  const text = useText();
  const format = useFormat();
  const money = (amount: string) => format.money(amount, currency);
  const side = chargedSide(line);
  const percent = side?.discountPercent;
  // A single step without any factor is the exact amount already.
  const isSaid = line.parts.length === 1 && line.parts[0]?.amount === line.exactAmount;
  const quantity = (units: string) => (line.unit === null ? format.number(units) : `${format.number(units)} ${line.unit}`);
  return [
    ...line.parts.map(({ tier, units, amount }) => ({
      label:
        line.parts.length === 1
          ? text('invoices.explain.amount.of', { quantity: quantity(units) })
          : text('invoices.explain.amount.tier', { tier, quantity: quantity(units) }),
      value: money(amount),
    })),
    ...(hasFraction(line)
      ? [{ label: text('invoices.explain.amount.fraction'), value: `× ${Object.values(fractionParts(line.fraction)).join(' / ')}` }]
      : []),
    ...(percent === undefined ? [] : [{ label: text('invoices.explain.amount.percent'), value: `− ${format.number(percent)} %` }]),
    ...((isRounded(line) && !isSaid) || isChanged(line)
      ? [
          {
            label: text(isChanged(line) ? 'invoices.explain.amount.exact_change' : 'invoices.explain.amount.exact'),
            value: money(line.exactAmount),
          },
        ]
      : []),
    ...(hasDiscount(line)
      ? [
          { label: text('invoices.explain.amount.gross'), value: money(line.gross) },
          { label: text('invoices.explain.amount.discount'), value: money(line.discount) },
        ]
      : []),
    ...(hasBefore(line)
      ? [
          { label: text('invoices.explain.amount.after'), value: money(line.after) },
          { label: text('invoices.explain.amount.before'), value: money(line.before) },
        ]
      : []),
    { label: text('invoices.explain.amount.line'), value: money(line.amount), isResult: true },
    ...(hasTaxInside(line) ? [{ label: text('invoices.explain.amount.net'), value: money(line.net) }] : []),
  ];
}
