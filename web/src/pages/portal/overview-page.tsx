// The portal's first page.
import type { ReactElement } from 'react';
import { useText } from '../../i18n/text-provider.tsx';
import { Page } from '../../parts/page.tsx';

export function OverviewPage(): ReactElement {
  const text = useText();
  return <Page title={text('common.room.overview')} />;
}
