// The one table of the web: pages, sorting and filters by the server, columns by choice, and all of it as a file.
import { Group, Paper, Table, VisuallyHidden } from '@mantine/core';
import { keepPreviousData, type QueryKey, useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp, ArrowUpDown } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import type { ListSearch } from '../app/roots.tsx';
import { useText } from '../i18n/text-provider.tsx';
import { Empty } from './empty.tsx';
import classes from './list.module.css';
import { type Column, useShownColumns } from './list-columns.ts';
import { type Filter, ListFilters } from './list-filters.tsx';
import { ListPages } from './list-pages.tsx';
import { type ListState, useAddressState, useOwnState } from './list-state.ts';
import { ListTools } from './list-tools.tsx';
import { Loading } from './loading.tsx';
import { ProblemAlert } from './problem-alert.tsx';

export interface ListPage<Row> {
  readonly data: readonly Row[];
  readonly nextCursor: string | null;
}

/** As the API takes it: the filters by their names, `sort`, `limit` and `cursor`. */
export type ListQuery = Readonly<Record<string, string | number>>;

export interface ListProps<Row> {
  /** Names the file, and the columns chosen on this machine. */
  readonly name: string;
  /** What is in it, for those who hear the page. */
  readonly label: string;
  readonly queryKey: QueryKey;
  readonly load: (query: ListQuery) => Promise<ListPage<Row>>;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** The first column is then a link for keyboards; the whole row is one for pointers. */
  readonly onOpen?: (row: Row) => void;
  readonly filters?: readonly Filter[];
  /** What the server sorts by where nothing is said. */
  readonly defaultSort?: string;
  readonly pageSize?: number;
  readonly empty: { readonly title: string; readonly what?: ReactNode; readonly action?: ReactNode };
  /** Above the table at the end, for instance a button that adds one. */
  readonly actions?: ReactNode;
  readonly refreshMs?: number;
}

const PAGE_SIZE = 25;

/** Keeps its state in the address: one on a page. */
export function List<Row>(props: ListProps<Row>) {
  return <ListWithState {...props} state={useAddressState()} />;
}

/** Keeps its state to itself: for lists inside a page about something else. */
export function InnerList<Row>(props: ListProps<Row>) {
  return <ListWithState {...props} state={useOwnState()} />;
}

function queryOf(search: ListSearch, filters: readonly Filter[], pageSize: number): ListQuery {
  const known = new Set([...filters.flatMap((filter) => filter.names), 'sort', 'cursor']);
  const asked = Object.entries(search).filter((entry): entry is [string, string] => known.has(entry[0]) && entry[1] !== undefined);
  return { ...Object.fromEntries(asked), limit: pageSize };
}

function ListWithState<Row>(props: ListProps<Row> & { readonly state: ListState }) {
  const { name, label, queryKey, load, columns, filters = [], pageSize = PAGE_SIZE, empty, actions, state, refreshMs } = props;
  const { shown, isShown, toggle } = useShownColumns(name, columns);
  const query = queryOf(state.search, filters, pageSize);
  const page = useQuery({
    queryKey: [...queryKey, query],
    queryFn: () => load(query),
    placeholderData: keepPreviousData,
    ...(refreshMs === undefined ? {} : { refetchInterval: refreshMs }),
  });
  const isFiltered = filters.some((filter) => filter.names.some((one) => state.search[one] !== undefined));
  return (
    <Paper withBorder p="sm" className={classes.list}>
      <Group justify="space-between" align="flex-end" gap="xs" mb="xs">
        <ListFilters filters={filters} state={state} />
        <Group gap="xs" ms="auto">
          {actions}
          <ListTools name={name} columns={columns} isShown={isShown} toggle={toggle} load={load} query={query} />
        </Group>
      </Group>
      {page.error === null ? null : <ProblemAlert error={page.error} onRetry={() => void page.refetch()} />}
      {page.data === undefined ? (
        page.error === null ? (
          <Loading />
        ) : null
      ) : (
        <Rows {...props} rows={page.data.data} shown={shown} label={label} />
      )}
      {page.data?.data.length === 0 ? <NothingHere empty={empty} isFiltered={isFiltered} /> : null}
      <ListPages state={state} nextCursor={page.data?.nextCursor ?? null} isBusy={page.isFetching} />
    </Paper>
  );
}

function NothingHere({ empty, isFiltered }: { readonly empty: ListProps<never>['empty']; readonly isFiltered: boolean }) {
  const text = useText();
  return isFiltered ? (
    <Empty title={text('common.list.nothing_found')} what={text('common.list.nothing_found.what')} />
  ) : (
    <Empty {...empty} />
  );
}

interface RowsProps<Row> extends Pick<ListProps<Row>, 'label' | 'rowKey' | 'onOpen' | 'defaultSort'> {
  readonly rows: readonly Row[];
  readonly shown: readonly Column<Row>[];
  readonly state: ListState;
}

function Rows<Row>({ rows, shown, label, rowKey, onOpen, defaultSort, state }: RowsProps<Row>) {
  if (rows.length === 0) return null;
  // On phones each row is a card: roles are told, since the style then takes them away.
  return (
    <Table.ScrollContainer minWidth={0} type="native">
      <Table role="table" aria-label={label} highlightOnHover={onOpen !== undefined} className={classes.table} verticalSpacing={7}>
        <Table.Thead role="rowgroup">
          <Table.Tr role="row">
            {shown.map((column) => (
              <Head key={column.id} column={column} sort={state.search.sort ?? defaultSort} change={state.change} />
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup">
          {rows.map((row) => (
            <Table.Tr
              key={rowKey(row)}
              role="row"
              data-opens={onOpen !== undefined || undefined}
              onClick={(event) => openByPointer(event, () => onOpen?.(row))}
            >
              {shown.map((column, index) => (
                <Table.Td
                  key={column.id}
                  role="cell"
                  data-label={column.label}
                  data-figure={column.isFigure || undefined}
                  className={column.isFigure ? 'figure' : 'broken-anywhere'}
                >
                  {index === 0 && onOpen !== undefined ? (
                    <button type="button" className={classes.open} onClick={() => onOpen(row)}>
                      {column.show(row)}
                    </button>
                  ) : (
                    column.show(row)
                  )}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

/** Links and buttons in the row keep their own meaning, and so does marking its text. */
function openByPointer(event: MouseEvent, open: () => void): void {
  const target = event.target as HTMLElement;
  if (target.closest('a, button, input, label') !== null || window.getSelection()?.type === 'Range') return;
  open();
}

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly sort: string | undefined;
  readonly change: (search: ListSearch) => void;
}

function Head<Row>({ column, sort, change }: HeadProps<Row>) {
  const text = useText();
  const by = column.sort;
  const end = column.isFigure === true || undefined;
  if (by === undefined) {
    return (
      <Table.Th role="columnheader" data-figure={end}>
        {column.label}
      </Table.Th>
    );
  }
  const direction = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : 'none';
  const Icon = direction === 'ascending' ? ArrowUp : direction === 'descending' ? ArrowDown : ArrowUpDown;
  const next = direction === 'ascending' ? `-${by}` : by;
  return (
    <Table.Th role="columnheader" aria-sort={direction} data-figure={end}>
      <button type="button" className={classes.sort} onClick={() => change({ sort: next })}>
        {column.label}
        <Icon size={13} aria-hidden data-quiet={direction === 'none' || undefined} />
        <VisuallyHidden>{text('common.list.sort')}</VisuallyHidden>
      </button>
    </Table.Th>
  );
}
