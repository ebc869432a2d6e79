// All SQL of the demo: its one row.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';

export interface DemoRow {
  readonly customers: number;
  readonly firstDay: number;
  readonly lastDay: number;
  /** Usage was told of the days before this one. */
  readonly toldUntil: number;
  readonly isBuilt: boolean;
}

export async function findDemo(tx: Transaction): Promise<DemoRow | null> {
  const { rows } = await tx.client.query<DemoRow>(
    `select customers, first_day as "firstDay", last_day as "lastDay", told_until as "toldUntil", built_at is not null as "isBuilt" from demo`,
  );
  return rows[0] ?? null;
}

export async function insertDemo(tx: Transaction, demo: Pick<DemoRow, 'customers' | 'firstDay' | 'lastDay'>): Promise<void> {
  await tx.client.query('insert into demo (customers, first_day, last_day, told_until) values ($1, $2, $3, $2)', [
    demo.customers,
    demo.firstDay,
    demo.lastDay,
  ]);
}

export async function setTold(tx: Transaction, until: number): Promise<void> {
  await tx.client.query('update demo set told_until = $1', [until]);
}

export async function setBuilt(tx: Transaction, at: number): Promise<void> {
  await tx.client.query('update demo set built_at = $1', [formatInstant(at)]);
}
