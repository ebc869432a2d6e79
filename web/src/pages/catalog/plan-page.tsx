// One plan: its draft, and its published versions in words.
import { Accordion, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { api, type Schemas } from '../../app/api.ts';
import { useCan } from '../../app/session.tsx';
import { useFormat, useText } from '../../i18n/text-provider.tsx';
import { StateBadge } from '../../parts/badge.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Facts, Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { BodyWords } from './component-words.tsx';
import { Draft } from './draft-editor.tsx';
import { findPlan } from './find-plan.ts';

type Plan = Schemas['Plan'];
type Version = Plan['versions'][number];

export function PlanPage(): ReactElement {
  const text = useText();
  const navigate = useNavigate();
  const { plan: key } = useParams({ strict: false }) as { plan: string };
  const plan = useQuery({ queryKey: ['plans', 'one', key], queryFn: () => findPlan(key) });
  const name = plan.data?.name;
  return (
    <Page
      title={name === undefined || name === null ? key : `${name} (${key})`}
      trail={[{ label: text('catalog.title'), to: '/console/catalog' }]}
      {...(plan.data?.isResold ? { actions: <StateBadge tone="news">{text('catalog.resold')}</StateBadge> } : {})}
    >
      <Facts query={plan}>
        {(found) =>
          found === null ? (
            <Empty
              title={text('catalog.gone')}
              action={<Button onClick={() => void navigate({ to: '/console/catalog' })}>{text('catalog.title')}</Button>}
            />
          ) : (
            <>
              {found.draftChangedAt === null ? null : <Draft key={key} plan={key} />}
              <Versions key={`${key} ${found.versions.length}`} plan={found} />
            </>
          )
        }
      </Facts>
    </Page>
  );
}

function Versions({ plan }: { readonly plan: Plan }) {
  const text = useText();
  const format = useFormat();
  const versions = plan.versions.toSorted((one, other) => other.version - one.version);
  const [opened, setOpened] = useState<string[]>(versions.slice(0, 1).map(({ ref }) => ref));
  return (
    <Stack gap="xs">
      <Title order={2}>{text('catalog.versions')}</Title>
      {versions.length === 0 ? <Text c="dimmed">{text('catalog.versions.none')}</Text> : null}
      <Accordion multiple variant="contained" order={3} value={opened} onChange={setOpened}>
        {versions.map((version) => (
          <Accordion.Item key={version.ref} value={version.ref}>
            <Accordion.Control>
              {text('catalog.version', { version: String(version.version) })} · {format.instant(version.publishedAt)}
            </Accordion.Control>
            <Accordion.Panel>{opened.includes(version.ref) ? <VersionWords plan={plan} version={version} /> : null}</Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Stack>
  );
}

/** The first version is called like its plan, by which the server finds the latest: another one's words are not shown as its. */
function VersionWords({ plan, version: { ref, version: number } }: { readonly plan: Plan; readonly version: Version }) {
  const text = useText();
  const can = useCan();
  const version = useQuery({
    queryKey: ['plan-versions', ref, plan.versions.length],
    queryFn: async () => (await api().get('/v1/plan-versions/{ref}', { params: { path: { ref } } })).data,
  });
  return (
    <Facts query={version}>
      {({ body, version: told }) =>
        told === number ? (
          <>
            <BodyWords body={body} />
            {can('catalog.write') && plan.draftChangedAt === null && !plan.isResold ? <Clone from={ref} /> : null}
          </>
        ) : (
          <Text size="sm" c="dimmed">
            {text('catalog.version.unread')}
          </Text>
        )
      }
    </Facts>
  );
}

function Clone({ from }: { readonly from: string }) {
  const text = useText();
  const queries = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const clone = async () => {
    setBusy(true);
    setError(null);
    try {
      await api().post('/v1/plan-versions/{ref}/clone', { params: { path: { ref: from } }, body: {} });
      await queries.invalidateQueries({ queryKey: ['plans'] });
      window.scrollTo({ top: 0 });
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Group mt="md">
      {error === null ? null : <ProblemAlert error={error} />}
      <Button variant="default" loading={isBusy} onClick={() => void clone()}>
        {text('catalog.clone')}
      </Button>
    </Group>
  );
}
