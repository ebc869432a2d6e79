// One customer: his particulars, what comes next, his services and invoices, and what was noted about him.
import { Alert, Button, Grid, Modal, Paper, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { CircleAlert, Pencil } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useCan } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { AccountForecast } from '../../parts/account-forecast.tsx';
import { AccountInvoices, AccountServices } from '../../parts/account-lists.tsx';
import { FieldList } from '../../parts/field-list.tsx';
import { Facts, Page } from '../../parts/page.tsx';
import classes from './customer.module.css';
import { CustomerNotes } from './customer-notes.tsx';
import { EditCustomerForm } from './edit-customer-form.tsx';

type Account = Schemas['Account'];

export function CustomerPage(): ReactElement {
  const text = useText();
  const can = useCan();
  const { account } = useParams({ strict: false }) as { account: string };
  const [isEditing, setEditing] = useState(false);
  const found = useQuery({
    queryKey: ['accounts', account, 'one'],
    queryFn: async () => {
      const { data, etag } = await api().get('/v1/accounts/{account}', {
        params: { path: { account }, query: { expand: 'billing' } },
      });
      return { data, etag };
    },
  });
  const close = () => {
    setEditing(false);
    void found.refetch();
  };
  const edit =
    found.data !== undefined && can('accounts.write') ? (
      <Button variant="default" leftSection={<Pencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
        {text('common.edit')}
      </Button>
    ) : undefined;
  return (
    <Page title={found.data?.data.name ?? account} trail={[{ label: text('customers.title'), to: '/console/customers' }]} actions={edit}>
      <Facts query={found}>
        {({ data, etag }) => (
          <>
            <Customer account={data} />
            <Modal opened={isEditing} onClose={close} title={text('customers.edit')}>
              {isEditing ? <EditCustomerForm account={data} etag={etag ?? '*'} onDone={() => setEditing(false)} /> : null}
            </Modal>
          </>
        )}
      </Facts>
    </Page>
  );
}

function Customer({ account }: { readonly account: Account }) {
  const text = useText();
  const can = useCan();
  const parked = account.billing?.parked ?? null;
  return (
    <Stack gap="md">
      {parked === null ? null : (
        <Alert color="yellow" icon={<CircleAlert aria-hidden />} title={text('customers.parked')}>
          <span lang="en">{parked.detail}</span>
        </Alert>
      )}
      <Grid>
        <Grid.Col span={{ base: 12, md: can('forecasts.read') ? 7 : 12 }}>
          <Paper withBorder p="md" h="100%">
            <Title order={2} size="h4" mb="sm">
              {text('customers.particulars')}
            </Title>
            <Particulars account={account} />
          </Paper>
        </Grid.Col>
        {can('forecasts.read') ? (
          <Grid.Col span={{ base: 12, md: 5 }}>
            <AccountForecast account={account.id} />
          </Grid.Col>
        ) : null}
      </Grid>
      {can('subscriptions.read') ? <AccountServices account={account.id} /> : null}
      {can('invoices.read') ? <AccountInvoices account={account.id} /> : null}
      <CustomerNotes account={account.id} />
    </Stack>
  );
}

function Particulars({ account }: { readonly account: Account }) {
  const text = useText();
  const format = useFormat();
  const field = (id: Parameters<typeof label>[0], value: React.ReactNode) => ({ label: label(id), value });
  const label = (
    id:
      | 'externalId'
      | 'kind'
      | 'country'
      | 'currency'
      | 'language'
      | 'zone'
      | 'address'
      | 'taxNumber'
      | 'purchaseOrder'
      | 'buyerReference'
      | 'createdAt',
  ) => text(`customers.field.${id}`);
  return (
    <FieldList
      fields={[
        field('externalId', account.externalId),
        field('kind', text(`customers.kind.${account.kind}`)),
        field('address', <span className={classes.lines}>{account.address.join('\n') || '–'}</span>),
        field('country', account.country === null ? null : format.country(account.country)),
        field('currency', `${account.currency} – ${format.currencyName(account.currency)}`),
        field('taxNumber', account.taxNumber),
        field('language', account.language),
        field('zone', account.zone),
        field('purchaseOrder', account.purchaseOrder),
        field('buyerReference', account.buyerReference),
        field('createdAt', format.instant(account.createdAt)),
      ]}
    />
  );
}
