// The languages to choose from, each in its own words.
import { Menu } from '@mantine/core';
import { Check } from 'lucide-react';
import { languageNames, languages } from '../i18n/languages.ts';
import { useLanguage } from '../i18n/text-provider.tsx';

export function LanguageItems() {
  const { language, change } = useLanguage();
  return languages.map((one) => (
    <Menu.Item
      key={one}
      lang={one}
      onClick={() => void change(one)}
      rightSection={one === language ? <Check size={14} aria-hidden /> : null}
      aria-current={one === language ? 'true' : undefined}
    >
      {languageNames[one]}
    </Menu.Item>
  ));
}
