// Whose usage: a customer or one service, found by what one types.
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../app/api.ts';
import { useText } from '../../i18n/text-provider.tsx';

export interface Place {
  readonly account?: string | undefined;
  readonly subscription?: string | undefined;
}

interface PlacePickerProps {
  readonly place: Place;
  readonly onChange: (place: Place) => void;
}

const TYPING_MS = 200;
const FOUND = 8;
const CUSTOMER = 'account ';
const SERVICE = 'subscription ';

const keyOf = ({ account, subscription }: Place): string | null =>
  subscription !== undefined ? `${SERVICE}${subscription}` : account !== undefined ? `${CUSTOMER}${account}` : null;

export function PlacePicker({ place, onChange }: PlacePickerProps) {
  const text = useText();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), TYPING_MS);
  const found = useQuery({
    queryKey: ['search', 'usage', asked],
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
    queryFn: async () => (await api().get('/v1/search', { params: { query: { q: asked, limit: FOUND } } })).data,
  });
  const chosen = keyOf(place);
  const named = place.subscription ?? place.account;
  const customers = (found.data?.accounts ?? []).map(({ externalId, name }) => ({
    value: `${CUSTOMER}${externalId}`,
    label: name === externalId ? name : `${name} (${externalId})`,
  }));
  const services = (found.data?.subscriptions ?? []).map(({ externalId, account }) => ({
    value: `${SERVICE}${externalId}`,
    label: `${externalId} (${account.name})`,
  }));
  const isFound = [...customers, ...services].some(({ value }) => value === chosen);
  return (
    <Select
      label={text('usage.whose')}
      placeholder={text('usage.whose.type')}
      miw={260}
      searchable
      clearable
      data={[
        ...(chosen === null || named === undefined || isFound
          ? []
          : [{ group: text('usage.chosen'), items: [{ value: chosen, label: named }] }]),
        { group: text('usage.customer'), items: customers },
        { group: text('usage.service'), items: services },
      ]}
      // The server has found them already, by more than their labels.
      filter={({ options }) => options}
      value={chosen}
      onSearchChange={setTyped}
      onChange={(value) =>
        onChange({
          account: value?.startsWith(CUSTOMER) ? value.slice(CUSTOMER.length) : undefined,
          subscription: value?.startsWith(SERVICE) ? value.slice(SERVICE.length) : undefined,
        })
      }
      nothingFoundMessage={text(asked === '' ? 'usage.whose.type' : 'usage.whose.none')}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}
