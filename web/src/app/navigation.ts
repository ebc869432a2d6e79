// The rooms of the house: who may enter what is told by permission, so that a reseller's people see his rooms alone.
import {
  Boxes,
  CircleGauge,
  FileText,
  KeyRound,
  type LucideIcon,
  PackageOpen,
  ReceiptText,
  ScrollText,
  TriangleAlert,
  UserRound,
  Users,
  Webhook,
} from 'lucide-react';
import type { MessageKey } from '../i18n/areas.ts';

export interface Room {
  readonly to: string;
  readonly label: MessageKey;
  readonly icon: LucideIcon;
  /** One of these lets in; none: everybody. */
  readonly permissions: readonly string[];
}

export interface RoomGroup {
  readonly label: MessageKey | null;
  readonly rooms: readonly Room[];
}

const room = (to: string, label: MessageKey, icon: LucideIcon, ...permissions: readonly string[]): Room => ({
  to,
  label,
  icon,
  permissions,
});

export const consoleRooms: readonly RoomGroup[] = [
  { label: null, rooms: [room('/console', 'common.room.start', CircleGauge)] },
  {
    label: 'common.rooms.customers',
    rooms: [
      room('/console/customers', 'common.room.customers', UserRound, 'accounts.read'),
      room('/console/services', 'common.room.services', Boxes, 'subscriptions.read'),
    ],
  },
  {
    label: 'common.rooms.offer',
    rooms: [room('/console/catalog', 'common.room.catalog', PackageOpen, 'catalog.read')],
  },
  {
    label: 'common.rooms.billing',
    rooms: [
      room('/console/invoices', 'common.room.invoices', ReceiptText, 'invoices.read'),
      room('/console/runs', 'common.room.runs', FileText, 'billing.read'),
      room('/console/parked', 'common.room.parked', TriangleAlert, 'billing.read'),
      room('/console/usage', 'common.room.usage', CircleGauge, 'usage.read'),
    ],
  },
  {
    label: 'common.rooms.house',
    rooms: [
      room('/console/users', 'common.room.users', Users, 'users.read'),
      room('/console/keys', 'common.room.keys', KeyRound, 'keys.read'),
      room('/console/webhooks', 'common.room.webhooks', Webhook, 'webhooks.read'),
      room('/console/audit', 'common.room.audit', ScrollText, 'audit.read'),
    ],
  },
];

export const portalRooms: readonly RoomGroup[] = [
  {
    label: null,
    rooms: [
      room('/portal', 'common.room.overview', CircleGauge),
      room('/portal/invoices', 'common.room.invoices', ReceiptText, 'invoices.read'),
    ],
  },
];

export function roomsFor(groups: readonly RoomGroup[], can: (permission: string) => boolean): RoomGroup[] {
  return groups
    .map((group) => ({ ...group, rooms: group.rooms.filter(({ permissions }) => permissions.length === 0 || permissions.some(can)) }))
    .filter(({ rooms }) => rooms.length > 0);
}
