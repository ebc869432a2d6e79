// What a list shows: filters, sorting and place. Pages keep it in the address, so that it can be sent, marked and gone back to; lists inside a
// page keep it to themselves.
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import type { ListSearch } from '../app/roots.tsx';

export interface ListState {
  readonly search: ListSearch;
  /** Undefined takes one out. Any change but of the place goes back to the first page. */
  readonly change: (search: ListSearch) => void;
}

function merged(before: ListSearch, change: ListSearch): ListSearch {
  const isMove = 'cursor' in change;
  const all = Object.entries({ ...before, ...(isMove ? {} : { cursor: undefined }), ...change });
  return Object.fromEntries(all.filter(([, value]) => value !== undefined && value !== ''));
}

export function useAddressState(): ListState {
  const search = useSearch({ strict: false }) as ListSearch;
  const navigate = useNavigate();
  const change = useCallback(
    (wanted: ListSearch) => {
      const isMove = 'cursor' in wanted;
      void navigate({ to: '.', search: ((before: ListSearch) => merged(before, wanted)) as never, replace: !isMove, resetScroll: false });
    },
    [navigate],
  );
  return { search, change };
}

export function useOwnState(first: ListSearch = {}): ListState {
  const [search, setSearch] = useState(first);
  const change = useCallback((wanted: ListSearch) => setSearch((before) => merged(before, wanted)), []);
  return { search, change };
}
