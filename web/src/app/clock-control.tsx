// The demo's clock: business time, and letting it pass by a day, a week or a month; what happens on the way is told as it does.
import { Button, Loader, Menu } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Clock } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useFormat, useText } from '../i18n/text-provider.tsx';
import { api } from './api.ts';
import { useCan } from './session.tsx';

const STEPS = [1, 7, 31] as const;
const DAY_MS = 86_400_000;
const MOVING_MS = 500;

export function ClockControl() {
  const text = useText();
  const format = useFormat();
  const can = useCan();
  const queries = useQueryClient();
  const demo = useQuery({
    queryKey: ['set-up'],
    queryFn: async () => (await api().get('/v1/set-up')).data.demo,
    enabled: can('clock.write'),
    refetchInterval: ({ state }) => (state.data?.state === 'moving' ? MOVING_MS : false),
  });
  const isMoving = demo.data?.state === 'moving';
  const isDemo = isMoving || demo.data?.state === 'ready';
  const clock = useQuery({ queryKey: ['clock'], queryFn: async () => (await api().get('/v1/clock')).data, enabled: isDemo });
  const wasMoving = useRef(false);
  useEffect(() => {
    // Everything that was shown is from before.
    if (wasMoving.current && !isMoving) void queries.invalidateQueries();
    wasMoving.current = isMoving;
  }, [isMoving, queries]);
  if (!isDemo) return null;
  const pass = async (days: number) => {
    try {
      const { data } = await api().get('/v1/clock');
      await api().put('/v1/demo/clock', { body: { now: new Date(Date.parse(data.now) + days * DAY_MS).toISOString() } });
      await demo.refetch();
    } catch {
      notifications.show({ message: text('common.failed'), color: 'red' });
    }
  };
  const shown = isMoving ? demo.data?.day : clock.data?.now;
  return (
    <Menu shadow="md" disabled={isMoving}>
      <Menu.Target>
        <Button
          variant="light"
          color="orange"
          size="xs"
          leftSection={isMoving ? <Loader size={14} /> : <Clock size={14} aria-hidden />}
          aria-live="polite"
        >
          {text('common.clock', { day: shown === undefined || shown === null ? '' : format.day(shown) })}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {STEPS.map((days) => (
          <Menu.Item key={days} onClick={() => void pass(days)}>
            {text('common.clock.pass', { days })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
