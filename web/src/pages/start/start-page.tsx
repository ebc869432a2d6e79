// The console's first page.
import type { ReactElement } from 'react';
import { useText } from '../../i18n/text-provider.tsx';
import { Page } from '../../parts/page.tsx';

export function StartPage(): ReactElement {
  const text = useText();
  return <Page title={text('common.room.start')} />;
}
