// From page to page of a list that is asked for by cursor: on, back by the way one came, and to the beginning.
import { Button, Group } from '@mantine/core';
import { useRef } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import type { ListState } from './list-state.ts';

interface ListPagesProps {
  readonly state: ListState;
  readonly nextCursor: string | null;
  readonly isBusy: boolean;
}

export function ListPages({ state, nextCursor, isBusy }: ListPagesProps) {
  const text = useText();
  const here = state.search.cursor;
  // The cursors of the pages before this one; an address that was opened in the middle has none.
  const before = useRef<(string | undefined)[]>([]);
  if (here === undefined) before.current = [];
  if (here === undefined && nextCursor === null) return null;
  const on = () => {
    before.current.push(here);
    state.change({ cursor: nextCursor ?? undefined });
  };
  return (
    <Group component="nav" aria-label={text('common.list.pages')} justify="flex-end" gap="xs" mt="sm">
      <Button size="xs" variant="default" disabled={here === undefined} onClick={() => state.change({ cursor: undefined })}>
        {text('common.list.first')}
      </Button>
      <Button size="xs" variant="default" disabled={here === undefined} onClick={() => state.change({ cursor: before.current.pop() })}>
        {text('common.list.previous')}
      </Button>
      <Button size="xs" variant="default" disabled={nextCursor === null || isBusy} onClick={on}>
        {text('common.list.next')}
      </Button>
    </Group>
  );
}
