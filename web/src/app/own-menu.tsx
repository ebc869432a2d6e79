// One's own matters: language, light or dark, security, signing out.
import { ActionIcon, Menu, Text, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Languages, LogOut, Moon, Sun, UserRound } from 'lucide-react';
import { useText } from '../i18n/text-provider.tsx';
import { LanguageItems } from './language-items.tsx';
import { useSession, useSessionState } from './session.tsx';

export function OwnMenu() {
  const text = useText();
  const { user } = useSession();
  const { signOut } = useSessionState();
  const navigate = useNavigate();
  const leave = async () => {
    await signOut();
    await navigate({ to: '/sign-in' });
  };
  return (
    <>
      <Menu shadow="md" width={220}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={text('common.language')}>
            <Languages size={19} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <LanguageItems />
        </Menu.Dropdown>
      </Menu>
      <ColorSchemeButton />
      <Menu shadow="md" width={240} position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={text('common.own')}>
            <UserRound size={19} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text size="sm" fw={600} truncate>
              {user.name}
            </Text>
            <Text size="xs" truncate>
              {user.mail}
            </Text>
          </Menu.Label>
          <Menu.Item leftSection={<LogOut size={16} aria-hidden />} onClick={() => void leave()}>
            {text('common.sign_out')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

export function ColorSchemeButton() {
  const text = useText();
  const { setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme('light');
  const other = shown === 'dark' ? 'light' : 'dark';
  const Icon = other === 'dark' ? Moon : Sun;
  return (
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={text(`common.scheme.${other}`)} onClick={() => setColorScheme(other)}>
      <Icon size={19} aria-hidden />
    </ActionIcon>
  );
}
