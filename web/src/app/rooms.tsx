// The frame of the signed-in: the rooms at the side, search and one's own matters at the top, the page in the middle.
import { Alert, AppShell, Box, Burger, Button, Group, NavLink, ScrollArea, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { type ReactElement, useEffect } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import { api } from './api.ts';
import { ClockControl } from './clock-control.tsx';
import { consoleRooms, portalRooms, type Room, roomsFor } from './navigation.ts';
import { OwnMenu } from './own-menu.tsx';
import { Palette } from './palette.tsx';
import { useCan, useSession, useSessionState } from './session.tsx';

export function Rooms(): ReactElement | null {
  const { session } = useSessionState();
  // Between signing out and the way to the sign-in page.
  return session === null ? null : <SignedInRooms />;
}

function SignedInRooms() {
  const text = useText();
  const { account } = useSession();
  const [opened, navigation] = useDisclosure();
  const [searching, palette] = useDisclosure();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  useHotkeys([['mod+K', palette.open]], ['INPUT', 'TEXTAREA', 'SELECT']);
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a phone the rooms fold away once one is entered
  useEffect(() => navigation.close(), [path]);
  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 236, breakpoint: 'sm', collapsed: { mobile: !opened } }} padding="md">
      <a className="skip-link" href="#content">
        {text('common.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="md" gap="sm" wrap="nowrap">
          <Burger opened={opened} onClick={navigation.toggle} hiddenFrom="sm" size="sm" aria-label={text('common.menu')} />
          <Text component={Link} to="/" fw={700} c="inherit" td="none">
            Prorata
          </Text>
          <SearchButton open={palette.open} />
          <Group gap={4} ms="auto" wrap="nowrap">
            <Box visibleFrom="sm">{account === null ? <ClockControl /> : null}</Box>
            <OwnMenu />
          </Group>
        </Group>
      </AppShell.Header>
      <AppShell.Navbar component="nav" aria-label={text('common.rooms')}>
        <AppShell.Section grow component={ScrollArea} p="xs">
          <RoomLinks path={path} />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1}>
        <Box maw={1280} mx="auto">
          <InWhosePlace />
          <Outlet />
        </Box>
      </AppShell.Main>
      <Palette opened={searching} close={palette.close} />
    </AppShell>
  );
}

function SearchButton({ open }: { readonly open: () => void }) {
  const text = useText();
  return (
    <Button
      variant="default"
      size="xs"
      leftSection={<Search size={14} aria-hidden />}
      onClick={open}
      aria-keyshortcuts="Control+K Meta+K"
      c="dimmed"
      fw={400}
      ms="sm"
    >
      <Box component="span" visibleFrom="xs">
        {text('common.search.open')}
      </Box>
      <Box component="span" hiddenFrom="xs">
        {text('common.search')}
      </Box>
    </Button>
  );
}

function RoomLinks({ path }: { readonly path: string }) {
  const text = useText();
  const can = useCan();
  const { account } = useSession();
  const groups = roomsFor(account === null ? consoleRooms : portalRooms, can);
  const all = groups.flatMap(({ rooms }) => rooms);
  return groups.map(({ label, rooms }) => (
    <Box key={label ?? 'first'} mb="sm">
      {label === null ? null : (
        <Text size="xs" fw={600} c="dimmed" px="sm" pb={2}>
          {text(label)}
        </Text>
      )}
      {rooms.map((room) => (
        <NavLink
          key={room.to}
          component={Link}
          to={room.to}
          activeOptions={{ exact: true }}
          label={text(room.label)}
          leftSection={<room.icon size={17} aria-hidden />}
          active={isIn(path, room, all)}
          aria-current={isIn(path, room, all) ? 'page' : undefined}
          style={{ borderRadius: 'var(--mantine-radius-md)' }}
        />
      ))}
    </Box>
  ));
}

/** The room with the longest address that the page's begins with. */
function isIn(path: string, { to }: Room, all: readonly Room[]): boolean {
  const holds = (room: string) => path === room || path.startsWith(`${room}/`);
  // The first room's address begins all others.
  if (to === '/console' || to === '/portal') return path === to || path === `${to}/`;
  return holds(to) && !all.some((other) => other.to.length > to.length && holds(other.to));
}

/** On every page, as long as somebody acts as somebody else or in a seller below. */
function InWhosePlace() {
  const text = useText();
  const { session, actIn } = useSessionState();
  if (session === null) return null;
  const back = { impersonation: () => void stopImpersonating(), delegation: () => void actIn(null) };
  return (
    <>
      {session.impersonatedBy === null ? null : (
        <Alert color="red" mb="md" role="status" title={text('common.impersonating', { name: session.user.name, mail: session.user.mail })}>
          <UnstyledButton onClick={back.impersonation} td="underline">
            {text('common.impersonating.stop')}
          </UnstyledButton>
        </Alert>
      )}
      {session.delegatedFrom === null ? null : (
        <Alert color="orange" mb="md" role="status" title={text('common.acting', { seller: session.seller })}>
          <UnstyledButton onClick={back.delegation} td="underline">
            {text('common.acting.stop')}
          </UnstyledButton>
        </Alert>
      )}
    </>
  );
}

async function stopImpersonating(): Promise<void> {
  await api().post('/v1/session/stop-impersonating');
  window.location.assign('/');
}
