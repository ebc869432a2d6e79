// The filters above a list. Text waits until the typing pauses; the rest counts at once.
import { Button, Group, Select, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { Search, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import type { ListState } from './list-state.ts';

interface FilterBase {
  readonly label: string;
  /** Of the API's query that it sets. */
  readonly names: readonly [string, ...string[]];
}

export type Filter =
  | (FilterBase & { readonly kind: 'text' })
  | (FilterBase & { readonly kind: 'choice'; readonly choices: readonly { readonly value: string; readonly label: string }[] })
  | (FilterBase & { readonly kind: 'day' });

const TYPING_MS = 250;

export function ListFilters({ filters, state }: { readonly filters: readonly Filter[]; readonly state: ListState }) {
  const text = useText();
  const names = filters.flatMap((filter) => filter.names);
  const isSet = names.some((name) => state.search[name] !== undefined);
  if (filters.length === 0) return null;
  return (
    <Group gap="xs" align="flex-end" role="search" aria-label={text('common.list.filters')}>
      {filters.map((filter) => (
        <OneFilter key={filter.names[0]} filter={filter} state={state} />
      ))}
      {isSet ? (
        <Button
          size="xs"
          variant="subtle"
          leftSection={<X size={14} aria-hidden />}
          onClick={() => state.change(Object.fromEntries(names.map((name) => [name, undefined])))}
        >
          {text('common.list.clear')}
        </Button>
      ) : null}
    </Group>
  );
}

function OneFilter({ filter, state }: { readonly filter: Filter; readonly state: ListState }) {
  const name = filter.names[0];
  if (filter.kind === 'text') return <TextFilter filter={filter} state={state} />;
  if (filter.kind === 'day') {
    return (
      <TextInput
        type="date"
        size="xs"
        label={filter.label}
        value={state.search[name] ?? ''}
        onChange={(event) => state.change({ [name]: event.currentTarget.value || undefined })}
      />
    );
  }
  return (
    <Select
      size="xs"
      w={160}
      label={filter.label}
      data={filter.choices.map(({ value, label }) => ({ value, label }))}
      value={state.search[name] ?? null}
      onChange={(value) => state.change({ [name]: value ?? undefined })}
      clearable
      searchable={filter.choices.length > 8}
      comboboxProps={{ shadow: 'md' }}
    />
  );
}

function TextFilter({ filter, state }: { readonly filter: Filter; readonly state: ListState }) {
  const name = filter.names[0];
  const set = state.search[name] ?? '';
  const [typed, setTyped] = useState(set);
  useEffect(() => setTyped(set), [set]);
  const send = useDebouncedCallback((value: string) => state.change({ [name]: value.trim() || undefined }), TYPING_MS);
  return (
    <TextInput
      size="xs"
      w={220}
      type="search"
      label={filter.label}
      leftSection={<Search size={14} aria-hidden />}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        send(event.currentTarget.value);
      }}
    />
  );
}
