// Changes a customer's particulars; only what was changed is sent, and only onto the state it was decided on.
import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useServerForm } from '../../parts/server-form.ts';
import { SharedFields } from './shared-fields.tsx';

type Account = Schemas['Account'];

interface EditCustomerFormProps {
  readonly account: Account;
  readonly etag: string;
  readonly onDone: () => void;
}

export function EditCustomerForm(props: EditCustomerFormProps) {
  const text = useText();
  const queries = useQueryClient();
  // As it was when the form was opened, whatever is fetched meanwhile.
  const [{ account, etag }] = useState(props);
  const { form, error, isBusy, onSubmit } = useServerForm({
    initial: valuesOf(account),
    send: (values) =>
      api().patch('/v1/accounts/{account}', {
        params: { path: { account: account.id }, header: { 'If-Match': etag } },
        body: changesOf(account, values),
      }),
    onSent: () => {
      notifications.show({ message: text('common.saved') });
      props.onDone();
      void queries.invalidateQueries({ queryKey: ['accounts'] });
    },
  });
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        {error === null ? null : <ProblemAlert error={error} />}
        <SharedFields input={(field) => form.getInputProps(field)} isNew={false} />
        <TextInput label={text('customers.field.zone')} description={text('customers.zone.what')} {...form.getInputProps('zone')} />
        <Textarea
          label={text('customers.field.address')}
          description={text('customers.address.what')}
          autosize
          minRows={3}
          {...form.getInputProps('address')}
        />
        <TextInput label={text('customers.field.taxNumber')} {...form.getInputProps('taxNumber')} />
        <TextInput label={text('customers.field.purchaseOrder')} {...form.getInputProps('purchaseOrder')} />
        <TextInput label={text('customers.field.buyerReference')} {...form.getInputProps('buyerReference')} />
        <Button type="submit" loading={isBusy} disabled={!form.isDirty()}>
          {text('common.save')}
        </Button>
      </Stack>
    </form>
  );
}

function valuesOf(account: Account) {
  const { name, kind, country, currency, language, zone, address, taxNumber, purchaseOrder, buyerReference } = account;
  return {
    name,
    kind,
    country,
    currency,
    language,
    zone,
    address: address.join('\n'),
    taxNumber: taxNumber ?? '',
    purchaseOrder: purchaseOrder ?? '',
    buyerReference: buyerReference ?? '',
  };
}

type Values = ReturnType<typeof valuesOf>;

function changesOf(account: Account, values: Values) {
  const before = valuesOf(account);
  const changed = (name: keyof Values): boolean => values[name] !== before[name];
  const orNull = (value: string): string | null => value.trim() || null;
  const lines = values.address.split('\n').map((line) => line.trim());
  return {
    ...(changed('name') ? { name: values.name.trim() } : {}),
    ...(changed('kind') ? { kind: values.kind } : {}),
    ...(changed('country') ? { country: values.country } : {}),
    ...(changed('currency') ? { currency: values.currency } : {}),
    ...(changed('language') ? { language: values.language } : {}),
    ...(changed('zone') ? { zone: values.zone.trim() } : {}),
    ...(changed('address') ? { address: lines.filter((line) => line !== '') } : {}),
    ...(changed('taxNumber') ? { taxNumber: orNull(values.taxNumber) } : {}),
    ...(changed('purchaseOrder') ? { purchaseOrder: orNull(values.purchaseOrder) } : {}),
    ...(changed('buyerReference') ? { buyerReference: orNull(values.buyerReference) } : {}),
  };
}
