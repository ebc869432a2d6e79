// What the server finds for what was typed: customers, invoices, services, people.
import type { LucideIcon } from 'lucide-react';

export interface Found {
  readonly key: string;
  /** What it is, in the reader's language. */
  readonly kind: string;
  readonly label: string;
  readonly more: string;
  readonly to: string;
  readonly Icon: LucideIcon;
}

export function useFound(_typed: string): Found[] {
  return [];
}
