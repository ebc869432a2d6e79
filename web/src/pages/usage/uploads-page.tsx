// Usage from files: sending one, and what became of those sent before.
import { Alert, Button, Code, FileInput, Modal, List as Points, Stack, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Upload } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useCan } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { List } from '../../parts/list.tsx';
import type { Column } from '../../parts/list-columns.ts';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useServerForm } from '../../parts/server-form.ts';
import { UploadState } from './upload-state.tsx';
import { UsagePage } from './usage-page.tsx';

type UsageUpload = Schemas['UsageUpload'];

const REFRESH_MS = 5000;
const MOST_BYTES = 256_000_000;

export function UploadsPage(): ReactElement {
  const text = useText();
  const can = useCan();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const send = can('usage.write') ? (
    <Button leftSection={<Upload size={16} aria-hidden />} onClick={() => setOpen(true)}>
      {text('usage.upload.action')}
    </Button>
  ) : undefined;
  return (
    <UsagePage actions={send}>
      <List<UsageUpload>
        name="usage-uploads"
        label={text('usage.uploads')}
        queryKey={['usage', 'uploads']}
        load={async (query) => (await api().get('/v1/usage-uploads', { params: { query } })).data}
        columns={useColumns()}
        rowKey={(upload) => upload.id}
        onOpen={(upload) => void navigate({ to: `/console/usage/uploads/${upload.id}` })}
        defaultSort="-uploaded"
        refreshMs={REFRESH_MS}
        empty={{ title: text('usage.uploads.empty'), what: text('usage.uploads.empty.what'), action: send }}
      />
      <Modal opened={isOpen} onClose={() => setOpen(false)} title={text('usage.upload.action')} size="lg">
        {isOpen ? <UploadForm /> : null}
      </Modal>
    </UsagePage>
  );
}

function useColumns(): Column<UsageUpload>[] {
  const text = useText();
  const format = useFormat();
  const count = (id: 'total' | 'stored' | 'repeated' | 'refused', label: string): Column<UsageUpload> => ({
    id,
    label,
    show: (upload) => format.number(upload[id]),
    text: (upload) => String(upload[id]),
    isFigure: true,
  });
  return [
    {
      id: 'fileName',
      label: text('usage.upload.file'),
      show: (upload) => upload.fileName || text('usage.upload.unnamed'),
      text: (upload) => upload.fileName,
    },
    {
      id: 'uploadedAt',
      label: text('usage.upload.at'),
      show: (upload) => format.instant(upload.uploadedAt),
      text: (upload) => upload.uploadedAt,
      sort: 'uploaded',
    },
    { id: 'state', label: text('usage.state'), show: (upload) => <UploadState state={upload.state} />, text: (upload) => upload.state },
    { id: 'source', label: text('usage.source'), show: (upload) => upload.source, text: (upload) => upload.source, isExtra: true },
    count('total', text('usage.upload.rows')),
    count('stored', text('usage.upload.stored')),
    count('repeated', text('usage.upload.repeated')),
    count('refused', text('usage.upload.refused')),
  ];
}

const EXAMPLE = 'subscription,meter,time,value,id\nweb-1,traffic,2026-01-31T13:00:00Z,12.5,e-1001';

function UploadForm() {
  const text = useText();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const { form, error, isBusy, onSubmit } = useServerForm({
    initial: { source: '' },
    send: async ({ source }) => {
      if (file === null) return;
      const query = { fileName: file.name, ...(source.trim() === '' ? {} : { source: source.trim() }) };
      const { data } = await api().post('/v1/usage-uploads', {
        params: { query },
        headers: { 'content-type': 'text/csv', ...(file.name.endsWith('.gz') ? { 'content-encoding': 'gzip' } : {}) },
        body: file as unknown as string,
        bodySerializer: (body) => body,
      });
      await queries.invalidateQueries({ queryKey: ['usage'] });
      await navigate({ to: `/console/usage/uploads/${data.id}` });
    },
  });
  const isTooLarge = file !== null && file.size > MOST_BYTES;
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <Text size="sm">{text('usage.upload.what')}</Text>
        <Code block dir="ltr">
          {EXAMPLE}
        </Code>
        <Points size="sm">
          <Points.Item>{text('usage.upload.columns')}</Points.Item>
          <Points.Item>{text('usage.upload.ids')}</Points.Item>
          <Points.Item>{text('usage.upload.twice')}</Points.Item>
        </Points>
        {error === null ? null : <ProblemAlert error={error} />}
        <FileInput
          label={text('usage.upload.file')}
          placeholder={text('usage.upload.choose')}
          accept=".csv,.csv.gz,text/csv"
          required
          clearable
          value={file}
          onChange={setFile}
        />
        {isTooLarge ? <Alert color="yellow">{text('usage.upload.too_large')}</Alert> : null}
        <TextInput label={text('usage.source')} description={text('usage.upload.source.what')} {...form.getInputProps('source')} />
        <Button type="submit" loading={isBusy} disabled={file === null || isTooLarge}>
          {text('usage.upload.send')}
        </Button>
      </Stack>
    </form>
  );
}
