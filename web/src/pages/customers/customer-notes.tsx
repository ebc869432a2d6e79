// What was noted about a customer, and a new note.
import { Button, Group, Paper, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { api, type Schemas } from '../../app/api.ts';
import { useCan } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { InnerList } from '../../parts/list.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useServerForm } from '../../parts/server-form.ts';
import classes from './customer.module.css';

type Note = Schemas['AccountNote'];

export function CustomerNotes({ account }: { readonly account: string }) {
  const text = useText();
  const format = useFormat();
  const can = useCan();
  const authorOf = (note: Note) => note.authorName ?? note.author;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {text('customers.notes')}
      </Title>
      {can('accounts.write') ? <NoteForm account={account} /> : null}
      <InnerList<Note>
        name="customer-notes"
        label={text('customers.notes')}
        queryKey={['accounts', account, 'notes']}
        load={async (query) => (await api().get('/v1/accounts/{account}/notes', { params: { path: { account }, query } })).data}
        columns={[
          {
            id: 'text',
            label: text('customers.note'),
            show: (note) => (
              <Text size="sm" dir="auto" className={classes.lines}>
                {note.text}
              </Text>
            ),
            text: (note) => note.text,
          },
          { id: 'author', label: text('customers.note.author'), show: authorOf, text: authorOf },
          {
            id: 'createdAt',
            label: text('customers.note.at'),
            show: (note) => format.instant(note.createdAt),
            text: (note) => note.createdAt,
            sort: 'created',
          },
        ]}
        rowKey={(note) => note.id}
        defaultSort="-created"
        pageSize={10}
        empty={{ title: text('customers.notes.empty') }}
      />
    </Stack>
  );
}

function NoteForm({ account }: { readonly account: string }) {
  const text = useText();
  const queries = useQueryClient();
  const { form, error, isBusy, onSubmit } = useServerForm({
    initial: { text: '' },
    send: (values) => api().post('/v1/accounts/{account}/notes', { params: { path: { account } }, body: { text: values.text.trim() } }),
    onSent: () => {
      form.setValues({ text: '' });
      void queries.invalidateQueries({ queryKey: ['accounts', account, 'notes'] });
    },
  });
  return (
    <Paper withBorder p="sm">
      <form onSubmit={onSubmit}>
        <Stack gap="xs">
          {error === null ? null : <ProblemAlert error={error} />}
          <Textarea label={text('customers.note.new')} autosize minRows={2} {...form.getInputProps('text')} />
          <Group justify="flex-end">
            <Button type="submit" size="xs" loading={isBusy} disabled={form.values.text.trim() === ''}>
              {text('customers.note.add')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Paper>
  );
}
