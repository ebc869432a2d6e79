// What the server finds for what was typed: customers, services, invoices, people, plans; each with the way to its page.
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Boxes, type LucideIcon, PackageOpen, ReceiptText, UserRound, Users } from 'lucide-react';
import type { Format } from '../i18n/format.ts';
import type { Text } from '../i18n/messages.ts';
import { useFormat, useText } from '../i18n/text-provider.tsx';
import { api, type Schemas } from './api.ts';
import { useSession } from './session.tsx';

export interface Found {
  readonly key: string;
  /** What it is, in the reader's language. */
  readonly kind: string;
  readonly label: string;
  readonly more: string;
  readonly to: string;
  readonly Icon: LucideIcon;
}

const TYPING_MS = 150;

export function useFound(typed: string): Found[] {
  const text = useText();
  const format = useFormat();
  const { account } = useSession();
  const [wanted] = useDebouncedValue(typed.trim(), TYPING_MS);
  const { data } = useQuery({
    queryKey: ['search', wanted],
    queryFn: async () => (await api().get('/v1/search', { params: { query: { q: wanted } } })).data,
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
  });
  if (wanted === '' || data === undefined) return [];
  return account === null ? forStaff(data, text, format) : forMember(data, text, format);
}

function invoicesIn(room: string, { invoices }: Schemas['Found'], text: Text, format: Format): Found[] {
  return invoices.map(({ id, number, kind, account, total, currency, issuedOn }) => ({
    key: id,
    kind: text(`common.search.${kind}`),
    label: number,
    more: `${account.name} · ${format.money(total, currency)} · ${format.day(issuedOn)}`,
    to: `${room}/invoices/${id}`,
    Icon: ReceiptText,
  }));
}

/** To whose they are: a service stands on its customer's page. */
function servicesIn(to: (account: string) => string, { subscriptions }: Schemas['Found'], text: Text): Found[] {
  return subscriptions.map(({ id, externalId, planName, account }) => ({
    key: id,
    kind: text('common.search.service'),
    label: planName === null ? externalId : `${planName} · ${externalId}`,
    more: account.name,
    to: to(account.id),
    Icon: Boxes,
  }));
}

function forStaff(found: Schemas['Found'], text: Text, format: Format): Found[] {
  const customers = found.accounts.map(({ id, name, externalId, currency }) => ({
    key: id,
    kind: text('common.search.customer'),
    label: name,
    more: `${externalId} · ${currency}`,
    to: `/console/customers/${id}`,
    Icon: UserRound,
  }));
  const people = found.users.map(({ id, name, mail, account }) => ({
    key: id,
    kind: text('common.search.user'),
    label: name === '' ? mail : `${name} · ${mail}`,
    more: account?.name ?? '',
    to: account === null ? '/console/users' : `/console/customers/${account.id}`,
    Icon: Users,
  }));
  const plans = found.plans.map(({ key, name }) => ({
    key: `plan ${key}`,
    kind: text('common.search.plan'),
    label: name,
    more: key,
    to: `/console/catalog/${encodeURIComponent(key)}`,
    Icon: PackageOpen,
  }));
  return [
    ...customers,
    ...servicesIn((account) => `/console/customers/${account}`, found, text),
    ...invoicesIn('/console', found, text, format),
    ...people,
    ...plans,
  ];
}

function forMember(found: Schemas['Found'], text: Text, format: Format): Found[] {
  return [...servicesIn(() => '/portal', found, text), ...invoicesIn('/portal', found, text, format)];
}
