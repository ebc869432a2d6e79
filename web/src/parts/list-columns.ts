// Which columns a list shows: chosen by whoever looks, kept on this machine.
import { useLocalStorage } from '@mantine/hooks';
import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  readonly show: (row: Row) => ReactNode;
  /** In an exported file. Without it the column is not exported. */
  readonly text?: (row: Row) => string;
  /** As the API names it in `sort`. */
  readonly sort?: string;
  /** Figures stand at the end of the line. */
  readonly isFigure?: boolean;
  /** Left out until somebody asks for it. */
  readonly isExtra?: boolean;
}

export function useShownColumns<Row>(list: string, columns: readonly Column<Row>[]) {
  const [hidden, setHidden] = useLocalStorage<Readonly<Record<string, boolean>>>({ key: `prorata.columns.${list}`, defaultValue: {} });
  const isShown = (column: Column<Row>): boolean => !(hidden[column.id] ?? column.isExtra ?? false);
  return {
    shown: columns.filter(isShown),
    isShown,
    toggle: (column: Column<Row>) => setHidden((before) => ({ ...before, [column.id]: isShown(column) })),
  };
}
