// What can be done with a whole list: choose its columns, take it away as a file.
import { ActionIcon, Checkbox, Loader, Menu, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Columns3, Download } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import { download, toCsv } from './csv.ts';
import type { ListPage, ListQuery } from './list.tsx';
import type { Column } from './list-columns.ts';

interface ListToolsProps<Row> {
  readonly name: string;
  readonly columns: readonly Column<Row>[];
  readonly isShown: (column: Column<Row>) => boolean;
  readonly toggle: (column: Column<Row>) => void;
  readonly load: (query: ListQuery) => Promise<ListPage<Row>>;
  readonly query: ListQuery;
}

const FILE_PAGE = 200;
/** More is what the API and its client are for. */
const MOST_ROWS = 50_000;

export function ListTools<Row>({ name, columns, isShown, toggle, load, query }: ListToolsProps<Row>) {
  const text = useText();
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const { rows, isAll } = await readAll(load, query);
      const written = columns.filter((column) => column.text !== undefined);
      download(`${name}.csv`, toCsv([written.map(({ label }) => label), ...rows.map((row) => written.map((column) => column.text!(row)))]));
      if (!isAll) notifications.show({ message: text('common.list.cut', { count: rows.length }), color: 'yellow' });
    } catch {
      notifications.show({ message: text('common.list.not_saved'), color: 'red' });
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Menu closeOnItemClick={false} shadow="md" position="bottom-end">
        <Menu.Target>
          <Tooltip label={text('common.list.columns')}>
            <ActionIcon variant="default" size={30} aria-label={text('common.list.columns')}>
              <Columns3 size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {columns.map((column) => (
            <Menu.Item key={column.id} role="menuitemcheckbox" aria-checked={isShown(column)} onClick={() => toggle(column)}>
              <Checkbox.Indicator checked={isShown(column)} size="xs" me="xs" style={{ verticalAlign: 'middle' }} />
              {column.label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {columns.some((column) => column.text !== undefined) ? (
        <Tooltip label={text('common.list.save')}>
          <ActionIcon variant="default" size={30} aria-label={text('common.list.save')} disabled={isBusy} onClick={() => void save()}>
            {isBusy ? <Loader size={14} /> : <Download size={16} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      ) : null}
    </>
  );
}

async function readAll<Row>(load: ListToolsProps<Row>['load'], query: ListQuery): Promise<{ rows: Row[]; isAll: boolean }> {
  const rows: Row[] = [];
  const { cursor: _here, ...first } = query;
  let cursor: string | null = null;
  do {
    const page: ListPage<Row> = await load({ ...first, limit: FILE_PAGE, ...(cursor === null ? {} : { cursor }) });
    rows.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor !== null && rows.length < MOST_ROWS);
  return { rows, isAll: cursor === null };
}
