// Search over everything, and the way to every room, by keyboard: ctrl or command and K.
import { Combobox, Group, Modal, ScrollArea, Text, TextInput, useCombobox } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '../i18n/text-provider.tsx';
import { consoleRooms, portalRooms, roomsFor } from './navigation.ts';
import { useCan, useSession } from './session.tsx';
import { type Found, useFound } from './use-found.ts';

export function Palette({ opened, close }: { readonly opened: boolean; readonly close: () => void }) {
  const text = useText();
  return (
    <Modal
      opened={opened}
      onClose={close}
      withCloseButton={false}
      padding={0}
      size="lg"
      yOffset="10vh"
      centered={false}
      aria-label={text('common.search')}
    >
      {opened ? <PaletteBody close={close} /> : null}
    </Modal>
  );
}

function useRooms(typed: string): Found[] {
  const text = useText();
  const can = useCan();
  const { account } = useSession();
  const wanted = typed.trim().toLocaleLowerCase();
  return roomsFor(account === null ? consoleRooms : portalRooms, can)
    .flatMap(({ rooms }) => rooms)
    .map((room) => ({ key: room.to, kind: text('common.search.room'), label: text(room.label), more: '', to: room.to, Icon: room.icon }))
    .filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
}

function PaletteBody({ close }: { readonly close: () => void }) {
  const text = useText();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({ opened: true });
  const found = [...useFound(typed), ...useRooms(typed)];
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first of what is found now is what Enter opens
  useEffect(() => void combobox.selectFirstOption(), [found.map(({ key }) => key).join(' ')]);
  const open = (key: string) => {
    const chosen = found.find((one) => one.key === key);
    if (chosen === undefined) return;
    close();
    void navigate({ to: chosen.to });
  };
  return (
    <Combobox store={combobox} onOptionSubmit={open} withinPortal={false}>
      <Combobox.EventsTarget>
        <TextInput
          data-autofocus
          size="md"
          variant="unstyled"
          px="md"
          leftSection={<Search size={18} aria-hidden />}
          leftSectionWidth={44}
          aria-label={text('common.search')}
          placeholder={text('common.search.what')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </Combobox.EventsTarget>
      <Combobox.Options aria-label={text('common.search.found')}>
        <ScrollArea.Autosize mah="50vh" p="xs">
          {found.length === 0 ? <Combobox.Empty>{text('common.list.nothing_found')}</Combobox.Empty> : null}
          {found.map(({ key, kind, label, more, Icon }) => (
            <Combobox.Option key={key} value={key}>
              <Group gap="sm" wrap="nowrap">
                <Icon size={16} aria-hidden style={{ flex: 'none' }} />
                <div style={{ minWidth: 0, flex: 1 }}>
                  <Text size="sm" truncate>
                    {label}
                  </Text>
                  {more === '' ? null : (
                    <Text size="xs" c="dimmed" truncate>
                      {more}
                    </Text>
                  )}
                </div>
                <Text size="xs" c="dimmed">
                  {kind}
                </Text>
              </Group>
            </Combobox.Option>
          ))}
        </ScrollArea.Autosize>
      </Combobox.Options>
    </Combobox>
  );
}
