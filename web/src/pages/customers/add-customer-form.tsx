// Adds a customer under the id that the house's own systems know him by.
import { Button, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { ProblemError } from '@prorata/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../app/api.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useServerForm } from '../../parts/server-form.ts';
import type { Kind } from './choices.ts';
import { SharedFields } from './shared-fields.tsx';

interface Values extends Record<string, unknown> {
  externalId: string;
  name: string;
  kind: Kind;
  country: string | null;
  currency: string | null;
  language: string | null;
}

const nothing: Values = { externalId: '', name: '', kind: 'company', country: null, currency: null, language: null };

export function AddCustomerForm({ onDone }: { readonly onDone: (externalId: string) => void }) {
  const text = useText();
  const queries = useQueryClient();
  const { form, error, isBusy, onSubmit } = useServerForm<Values>({
    initial: nothing,
    send: async (values) => {
      const account = values.externalId.trim();
      // The server would bring one that is there up to date; who adds one does not mean that.
      if (await isThere(account)) {
        form.setFieldError('externalId', text('customers.add.taken'));
        return;
      }
      await api().put('/v1/accounts/{account}', { params: { path: { account } }, body: bodyOf(values) });
      notifications.show({ message: text('customers.added') });
      void queries.invalidateQueries({ queryKey: ['accounts'] });
      onDone(account);
    },
  });
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        {error === null ? null : <ProblemAlert error={error} />}
        <TextInput
          label={text('customers.field.externalId')}
          description={text('customers.externalId.what')}
          required
          data-autofocus
          {...form.getInputProps('externalId')}
        />
        <SharedFields input={(field) => form.getInputProps(field)} isNew />
        <Button type="submit" loading={isBusy}>
          {text('customers.add')}
        </Button>
      </Stack>
    </form>
  );
}

async function isThere(account: string): Promise<boolean> {
  try {
    await api().get('/v1/accounts/{account}', { params: { path: { account } } });
    return true;
  } catch (refused) {
    if (refused instanceof ProblemError && refused.problem.status === 404) return false;
    throw refused;
  }
}

function bodyOf({ name, kind, country, currency, language }: Values) {
  return { name: name.trim(), kind, ...(country ? { country } : {}), ...(currency ? { currency } : {}), ...(language ? { language } : {}) };
}
