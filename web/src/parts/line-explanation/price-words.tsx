// A price in words: how an amount comes from a quantity. Tiers stand as a table.
import { List, Stack, Table, Text } from '@mantine/core';
import type { Format } from '../../i18n/format.ts';
import type { Text as Texts } from '../../i18n/messages.ts';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import type { LinePrice } from './steps.ts';

interface PriceWordsProps {
  readonly price: LinePrice;
  readonly currency: string;
  readonly unit: string | null;
}

interface Words {
  readonly text: Texts;
  readonly format: Format;
  readonly currency: string;
  readonly unit: string | null;
}

export function PriceWords({ price, currency, unit }: PriceWordsProps) {
  const text = useText();
  const format = useFormat();
  const words = { text, format, currency, unit };
  const conditions = conditionsOf(price, words);
  return (
    <Stack gap={4}>
      <Text size="sm">{kindOf(price, words)}</Text>
      {price.tiers === undefined || price.tiers.length === 0 ? null : <Tiers tiers={price.tiers} words={words} />}
      {conditions.length === 0 ? null : (
        <List size="sm">
          {conditions.map((condition) => (
            <List.Item key={condition}>{condition}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}

/** With its unit, where it has one. */
const quantityOf = (value: string, { format, unit }: Words): string =>
  unit === null ? format.number(value) : `${format.number(value)} ${unit}`;

function kindOf(price: LinePrice, words: Words): string {
  const { text, format, currency } = words;
  const amount = format.money(price.price ?? '0', currency);
  if (price.kind === 'flat') return text('invoices.explain.price.flat', { amount });
  if (price.kind === 'unit' && price.per !== undefined && price.per !== null) {
    return text('invoices.explain.price.per', { amount, quantity: quantityOf(price.per, words) });
  }
  if (price.kind === 'unit') return each(amount, words);
  if (price.kind === 'package') return text('invoices.explain.price.package', { amount, quantity: quantityOf(price.size ?? '1', words) });
  if (price.kind === 'percentage') {
    const fixed = format.money(price.fixed ?? '0', currency);
    return text('invoices.explain.price.percentage', { rate: format.number(price.rate ?? '0'), fixed });
  }
  if (price.kind === 'graduated') return text('invoices.explain.price.graduated');
  return text(price.kind === 'volume' ? 'invoices.explain.price.volume' : 'invoices.explain.price.capacity');
}

const each = (amount: string, { text, unit }: Words): string =>
  unit === null ? text('invoices.explain.price.each', { amount }) : text('invoices.explain.price.unit', { amount, unit });

function conditionsOf(price: LinePrice, words: Words): string[] {
  const { text, format, currency } = words;
  const quantity = (value: string) => quantityOf(value, words);
  const money = (value: string) => format.money(value, currency);
  return [
    price.included === undefined ? null : text('invoices.explain.price.included', { quantity: quantity(price.included) }),
    price.free === undefined ? null : text('invoices.explain.price.included', { quantity: quantity(price.free) }),
    price.freeEvents === undefined ? null : text('invoices.explain.price.free_events', { count: price.freeEvents }),
    price.freeAmount === undefined ? null : text('invoices.explain.price.free_amount', { amount: money(price.freeAmount) }),
    price.maximum === undefined ? null : text('invoices.explain.price.maximum', { quantity: quantity(price.maximum) }),
    price.minEach === undefined ? null : text('invoices.explain.price.min_each', { amount: money(price.minEach) }),
    price.maxEach === undefined ? null : text('invoices.explain.price.max_each', { amount: money(price.maxEach) }),
    price.min === undefined ? null : text('invoices.explain.price.min', { amount: money(price.min) }),
    price.max === undefined ? null : text('invoices.explain.price.max', { amount: money(price.max) }),
  ].filter((condition) => condition !== null);
}

function Tiers({ tiers, words }: { readonly tiers: NonNullable<LinePrice['tiers']>; readonly words: Words }) {
  const { text, currency } = words;
  return (
    <Table.ScrollContainer minWidth={0} type="native">
      <Table withTableBorder verticalSpacing={3} fz="sm" w="auto">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text('invoices.explain.tier')}</Table.Th>
            <Table.Th>{text('invoices.explain.tier.up_to')}</Table.Th>
            <Table.Th>{text('invoices.explain.tier.price')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tiers.map((tier, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a tier is known by its place
            <Table.Tr key={index}>
              <Table.Td>{index + 1}</Table.Td>
              <Table.Td>{boundOf(tier, words)}</Table.Td>
              <Table.Td>{tierPrice(tier, words, currency)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

type Tier = NonNullable<LinePrice['tiers']>[number];

/** Of capacity, each meter has its own bound. */
function boundOf({ upTo, limits }: Tier, words: Words): string {
  const { text, format } = words;
  if (limits !== undefined)
    return Object.entries(limits)
      .map(([meter, most]) => `${meter}: ${format.number(most)}`)
      .join(', ');
  return upTo === undefined || upTo === null ? text('invoices.explain.tier.beyond') : quantityOf(upTo, words);
}

function tierPrice(tier: Tier, words: Words, currency: string): string {
  const { text, format } = words;
  const ofUnit = tier.price === undefined ? null : each(format.money(tier.price, currency), words);
  const flat = tier.flat === undefined ? null : text('invoices.explain.tier.flat', { amount: format.money(tier.flat, currency) });
  const rate = tier.rate === undefined ? null : text('invoices.explain.tier.rate', { rate: format.number(tier.rate) });
  return [ofUnit, flat, rate].filter((part) => part !== null).join(' + ') || '–';
}
