// The portal's first page: what the next invoice will be, what one has, and the last invoices.
import type { ReactElement } from 'react';
import { useCan, useSession } from '../../app/session.tsx';
import { useText } from '../../i18n/text-provider.tsx';
import { AccountForecast } from '../../parts/account-forecast.tsx';
import { AccountInvoices, AccountServices } from '../../parts/account-lists.tsx';
import { Page } from '../../parts/page.tsx';

export function OverviewPage(): ReactElement {
  const text = useText();
  const can = useCan();
  const { account, user } = useSession();
  // The way in lets nobody through who has no account.
  const own = account ?? '';
  return (
    <Page title={text('portal.greeting', { name: user.name })} tab={text('common.room.overview')}>
      {can('forecasts.read') ? <AccountForecast account={own} /> : null}
      {can('subscriptions.read') ? <AccountServices account={own} /> : null}
      {can('invoices.read') ? <AccountInvoices account={own} /> : null}
    </Page>
  );
}
