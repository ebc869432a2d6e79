// Why a line of a document is what it is, step by step: the service and its days, the quantity, the price, what was billed before, the one
// rounding, and the usage that it stands on. For the console and the portal alike.
import { Code, Spoiler, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Facts } from '../page.tsx';
import { AmountStep } from './amount-step.tsx';
import classes from './line-explanation.module.css';
import { PriceWords } from './price-words.tsx';
import { chargedSide } from './steps.ts';
import { UsageStep } from './usage-step.tsx';
import { PeriodStep, QuantityStep, WhatStep } from './what-steps.tsx';

export interface LineExplanationProps {
  /** Id or printed number of the document. */
  readonly invoice: string;
  /** Place of the line, from 1. */
  readonly position: number;
  readonly currency: string;
  /** Where a single event is looked up; without it events are not linked. */
  readonly eventLink?: ((event: { readonly source: string; readonly id: string }) => ReactNode) | undefined;
  /** More about where the price comes from, for those who may see price lists. */
  readonly priceOrigin?: ((line: Schemas['InvoiceLine']) => ReactNode) | undefined;
}

const FIRST_EVENTS = 20;

export function LineExplanation(props: LineExplanationProps) {
  const { invoice, position } = props;
  const explanation = useQuery({
    queryKey: ['invoices', invoice, 'lines', position],
    queryFn: async () =>
      (
        await api().get('/v1/invoices/{invoice}/lines/{position}/explanation', {
          params: { path: { invoice, position: String(position) }, query: { events: FIRST_EVENTS } },
        })
      ).data,
  });
  return <Facts query={explanation}>{(facts) => <Steps {...props} facts={facts} />}</Facts>;
}

function Steps({ facts, currency, priceOrigin, ...rest }: LineExplanationProps & { readonly facts: Schemas['LineExplanation'] }) {
  const text = useText();
  const { line, arithmetic, usage } = facts;
  const side = chargedSide(line);
  return (
    <Stack gap="xs">
      <ol className={classes.steps}>
        <Step title={text('invoices.explain.what')}>
          <WhatStep line={line} />
        </Step>
        <Step title={text('invoices.explain.when')}>
          <PeriodStep line={line} />
        </Step>
        {side === null ? null : (
          <Step title={text('invoices.explain.quantity')}>
            <QuantityStep line={line} isMeasured={usage.length > 0} />
          </Step>
        )}
        {side?.price == null ? null : (
          <Step title={text('invoices.explain.price')}>
            <PriceChange {...{ line, currency }} />
            {priceOrigin?.(line)}
          </Step>
        )}
        <Step title={text('invoices.explain.amount')}>
          <AmountStep line={line} currency={currency} />
        </Step>
        {usage.map((one) => (
          <Step key={`${one.meter} ${one.from} ${one.aggregate}`} title={text('invoices.explain.usage', { meter: one.meter })}>
            <UsageStep {...rest} usage={one} unit={line.unit} />
          </Step>
        ))}
      </ol>
      <Spoiler
        maxHeight={0}
        showLabel={text('invoices.explain.arithmetic.show')}
        hideLabel={text('invoices.explain.arithmetic.hide')}
        styles={{ control: { fontSize: 'var(--mantine-font-size-sm)' } }}
      >
        <Text size="xs" c="dimmed" mb={4}>
          {text('invoices.explain.arithmetic.what')}
        </Text>
        <Code block lang="en" dir="ltr" style={{ whiteSpace: 'pre-wrap' }}>
          {arithmetic.join('\n')}
        </Code>
      </Spoiler>
    </Stack>
  );
}

function PriceChange({ line, currency }: { readonly line: Schemas['InvoiceLine']; readonly currency: string }) {
  const text = useText();
  const before = line.old?.price ?? null;
  const now = line.new?.price ?? null;
  if (before === null || now === null || JSON.stringify(before) === JSON.stringify(now)) {
    return <PriceWords price={(now ?? before)!} currency={currency} unit={line.unit} />;
  }
  return (
    <Stack gap="xs">
      {[
        { label: text('invoices.explain.before'), price: before },
        { label: text('invoices.explain.now'), price: now },
      ].map(({ label, price }) => (
        <div key={label}>
          <Text size="xs" c="dimmed">
            {label}
          </Text>
          <PriceWords price={price} currency={currency} unit={line.unit} />
        </div>
      ))}
    </Stack>
  );
}

function Step({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <li className={classes.step}>
      <Title order={3} fz="sm" lh={1.6} className="broken-anywhere">
        {title}
      </Title>
      {children}
    </li>
  );
}
