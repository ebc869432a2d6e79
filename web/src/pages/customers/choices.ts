// What can be chosen for a customer: kinds, currencies and countries.
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api } from '../../app/api.ts';
import { useCan } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export const kinds = ['company', 'person', 'reseller'] as const;
export type Kind = (typeof kinds)[number];

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Regions with a name that are no country. */
const NO_COUNTRIES = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);

export function useKinds(): Choice[] {
  const text = useText();
  return kinds.map((value) => ({ value, label: text(`customers.kind.${value}`) }));
}

/** Those there are a name for; codes that another has replaced are left out. */
export function useCountries(): Choice[] {
  const format = useFormat();
  return useMemo(
    () =>
      LETTERS.flatMap((one) => LETTERS.map((other) => one + other))
        .filter((code) => !NO_COUNTRIES.has(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`)
        .map((value) => ({ value, label: format.country(value) }))
        .filter(({ value, label }) => label !== value)
        .sort((one, other) => format.compare(one.label, other.label)),
    [format],
  );
}

/** Empty for those who may not read them. */
export function useCurrencies(): Choice[] {
  const format = useFormat();
  const can = useCan();
  const known = useQuery({
    queryKey: ['currencies'],
    enabled: can('currencies.read'),
    queryFn: async () => (await api().get('/v1/currencies')).data.currencies,
  });
  return known.data?.map(({ currency }) => ({ value: currency, label: `${currency} – ${format.currencyName(currency)}` })) ?? [];
}
