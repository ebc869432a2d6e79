// The frame of the pages about usage: one title, and the way from each of them to the others.
import { Button, Group } from '@mantine/core';
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useCan } from '../../app/session.tsx';
import type { MessageKey } from '../../i18n/areas.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { Page } from '../../parts/page.tsx';

interface UsagePageProps {
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

interface Place {
  readonly to: string;
  readonly label: MessageKey;
  readonly about: MessageKey;
  readonly permission: string;
}

const PLACES: readonly Place[] = [
  { to: '/console/usage', label: 'usage.totals', about: 'usage.totals.about', permission: 'usage.read' },
  { to: '/console/usage/meters', label: 'usage.meters', about: 'usage.meters.about', permission: 'meters.read' },
  { to: '/console/usage/refused', label: 'usage.refused', about: 'usage.refused.about', permission: 'usage.read' },
  { to: '/console/usage/event', label: 'usage.event', about: 'usage.event.about', permission: 'usage.read' },
  { to: '/console/usage/uploads', label: 'usage.uploads', about: 'usage.uploads.about', permission: 'usage.read' },
];

export function UsagePage({ actions, children }: UsagePageProps) {
  const text = useText();
  const can = useCan();
  const { pathname } = useLocation();
  const places = PLACES.filter(({ permission }) => can(permission));
  const here = places.find(({ to }) => to === pathname);
  return (
    <Page
      title={text('usage.title')}
      tab={here === undefined ? text('usage.title') : `${text(here.label)} · ${text('usage.title')}`}
      about={here === undefined ? undefined : text(here.about)}
      actions={actions}
    >
      <Group component="nav" gap={4} aria-label={text('usage.title')}>
        {places.map(({ to, label }) => (
          <Button
            key={to}
            component={Link}
            to={to}
            size="compact-sm"
            variant={to === pathname ? 'light' : 'subtle'}
            aria-current={to === pathname ? 'page' : undefined}
          >
            {text(label)}
          </Button>
        ))}
      </Group>
      {children}
    </Page>
  );
}
