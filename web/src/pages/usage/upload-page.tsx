// One file: how far it is taken, and which of its rows were not, each with its line and reason.
import { Button, Group, Paper, Progress, SimpleGrid, Stack, Table, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import type { ReactElement } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { download } from '../../parts/csv.ts';
import { FieldList } from '../../parts/field-list.tsx';
import { FigureCard } from '../../parts/figure-card.tsx';
import { Facts, Page } from '../../parts/page.tsx';
import { readCsv } from './read-report.ts';
import { refusedKey } from './refused-codes.ts';
import { UploadState } from './upload-state.tsx';

type UsageUpload = Schemas['UsageUpload'];

const LOOK_MS = 1000;
const SHOWN_ROWS = 100;

export function UploadPage(): ReactElement {
  const text = useText();
  const { upload: id } = useParams({ strict: false }) as { upload: string };
  const upload = useQuery({
    queryKey: ['usage', 'uploads', 'one', id],
    queryFn: async () => (await api().get('/v1/usage-uploads/{upload}', { params: { path: { upload: id } } })).data,
    refetchInterval: (query) => (query.state.data?.state === 'done' ? false : LOOK_MS),
  });
  const name = upload.data?.fileName || text('usage.upload.unnamed');
  return (
    <Page
      title={
        <Group gap="sm" component="span">
          {name}
          {upload.data === undefined ? null : <UploadState state={upload.data.state} />}
        </Group>
      }
      tab={name}
      trail={[
        { label: text('usage.title'), to: '/console/usage' },
        { label: text('usage.uploads'), to: '/console/usage/uploads' },
      ]}
    >
      <Facts query={upload}>{(data) => <OneUpload upload={data} />}</Facts>
    </Page>
  );
}

function OneUpload({ upload }: { readonly upload: UsageUpload }) {
  const text = useText();
  const format = useFormat();
  const share = upload.total === 0 ? 100 : (upload.taken / upload.total) * 100;
  return (
    <Stack gap="md">
      {upload.state === 'done' ? null : (
        <Paper withBorder p="md">
          <Text size="sm" mb="xs" role="status">
            {text('usage.upload.progress', { taken: upload.taken, total: upload.total })}
          </Text>
          <Progress value={share} animated aria-label={text('usage.upload.progress', { taken: upload.taken, total: upload.total })} />
        </Paper>
      )}
      <SimpleGrid cols={{ base: 2, md: 4 }}>
        <FigureCard label={text('usage.upload.rows')} value={format.number(upload.total)} />
        <FigureCard label={text('usage.upload.stored')} value={format.number(upload.stored)} />
        <FigureCard label={text('usage.upload.repeated')} value={format.number(upload.repeated)} />
        <FigureCard label={text('usage.upload.refused')} value={format.number(upload.refused)} />
      </SimpleGrid>
      <Paper withBorder p="md">
        <FieldList
          columns={3}
          fields={[
            { label: text('usage.source'), value: upload.source },
            { label: text('usage.upload.at'), value: format.instant(upload.uploadedAt) },
            { label: text('usage.upload.ended'), value: upload.endedAt === null ? null : format.instant(upload.endedAt) },
          ]}
        />
      </Paper>
      {upload.refused === 0 ? (
        upload.state === 'done' ? (
          <Text size="sm">{text('usage.upload.all_taken')}</Text>
        ) : null
      ) : (
        <Report upload={upload} />
      )}
    </Stack>
  );
}

function Report({ upload }: { readonly upload: UsageUpload }) {
  const text = useText();
  const report = useQuery({
    queryKey: ['usage', 'uploads', 'report', upload.id, upload.refused],
    queryFn: async () =>
      (await api().get('/v1/usage-uploads/{upload}/report', { params: { path: { upload: upload.id } }, parseAs: 'text' }))
        .data as unknown as string,
  });
  const save = () => {
    if (report.data === undefined) return;
    download(`${upload.fileName || upload.id}.refused.csv`, report.data);
    notifications.show({ message: text('usage.upload.report.saved') });
  };
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" mb="xs">
        <Title order={2} fz="md">
          {text('usage.upload.report', { count: upload.refused })}
        </Title>
        <Button size="xs" variant="default" leftSection={<Download size={14} aria-hidden />} onClick={save}>
          {text('usage.upload.report.save')}
        </Button>
      </Group>
      <Facts query={report}>{(csv) => <ReportRows csv={csv} refused={upload.refused} />}</Facts>
    </Paper>
  );
}

function ReportRows({ csv, refused }: { readonly csv: string; readonly refused: number }) {
  const text = useText();
  const [names = [], ...rows] = readCsv(csv.replace(/^\uFEFF/, ''), SHOWN_ROWS + 1);
  const at = (row: readonly string[], name: string) => row[names.indexOf(name)] ?? '';
  const reason = (code: string) => text(refusedKey(code));
  return (
    <>
      <Table.ScrollContainer minWidth={420} type="native">
        <Table verticalSpacing={4} aria-label={text('usage.upload.report', { count: refused })}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{text('usage.upload.line')}</Table.Th>
              <Table.Th>{text('usage.upload.column')}</Table.Th>
              <Table.Th>{text('usage.refused.reason')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.join(' ')}>
                <Table.Td className="figure">{at(row, 'line')}</Table.Td>
                <Table.Td>{at(row, 'column') || '–'}</Table.Td>
                <Table.Td>
                  {reason(at(row, 'code'))}
                  <Text size="xs" c="dimmed" lang="en">
                    {at(row, 'reason')}
                  </Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {refused > rows.length ? (
        <Text size="xs" c="dimmed">
          {text('usage.upload.report.more', { shown: rows.length, total: refused })}
        </Text>
      ) : null}
    </>
  );
}
