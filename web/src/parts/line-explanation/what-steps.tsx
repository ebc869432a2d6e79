// What a line charges, for which days, and how much of it.
import { Stack, Text } from '@mantine/core';
import type { MessageKey } from '../../i18n/areas.ts';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { fractionParts, hasFraction, isChanged, type Line } from './steps.ts';
import { stretchOf } from './stretch.ts';

const REASONS: Readonly<Record<string, MessageKey>> = {
  due: 'invoices.reason.due.what',
  added: 'invoices.reason.added.what',
  changed: 'invoices.reason.changed.what',
  taken_back: 'invoices.reason.taken_back.what',
  item: 'invoices.reason.item.what',
  credit: 'invoices.reason.credit.what',
  true_up: 'invoices.reason.true_up.what',
  adjustment: 'invoices.reason.adjustment.what',
};

export function WhatStep({ line }: { readonly line: Line }) {
  const text = useText();
  const reason = REASONS[line.reason];
  return (
    <Stack gap={2}>
      <Text size="sm">
        {line.item === null ? line.description : `${line.description}: ${line.item}`}
        {line.plan === null || line.plan === line.description ? '' : ` · ${text('invoices.explain.of_plan', { plan: line.plan })}`}
      </Text>
      {line.subscription === null ? null : (
        <Text size="sm" className="broken-anywhere">
          {text('invoices.explain.of_service', { service: line.subscription })}
        </Text>
      )}
      {reason === undefined ? null : (
        <Text size="sm" c="dimmed">
          {text(reason)}
        </Text>
      )}
    </Stack>
  );
}

export function PeriodStep({ line }: { readonly line: Line }) {
  const text = useText();
  const format = useFormat();
  const stretch = stretchOf(line.from, line.to, format);
  const period = line.period === null ? null : stretchOf(line.period.from, line.period.to, format);
  return (
    <Stack gap={2}>
      <Text size="sm">
        {stretch.first === stretch.last
          ? text('invoices.explain.on_day', { day: stretch.first })
          : text('invoices.explain.stretch', { first: stretch.first, last: stretch.last })}
      </Text>
      {period !== null && hasFraction(line) ? (
        <Text size="sm">
          {text('invoices.explain.fraction', { ...fractionParts(line.fraction), first: period.first, last: period.last })}
        </Text>
      ) : null}
    </Stack>
  );
}

export function QuantityStep({ line, isMeasured }: { readonly line: Line; readonly isMeasured: boolean }) {
  const text = useText();
  const format = useFormat();
  const quantity = (value: string) => (line.unit === null ? format.number(value) : `${format.number(value)} ${line.unit}`);
  const was = line.old?.quantity;
  const is = line.new?.quantity;
  return (
    <Stack gap={2}>
      <Text size="sm">
        {isChanged(line) && was !== is
          ? text('invoices.explain.quantity.changed', { before: quantity(was!), now: quantity(is!) })
          : quantity((is ?? was)!)}
      </Text>
      {isMeasured ? (
        <Text size="sm" c="dimmed">
          {text('invoices.explain.quantity.measured')}
        </Text>
      ) : null}
    </Stack>
  );
}
