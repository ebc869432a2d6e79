// A page: its title, the way back, what can be done, and what it shows once the facts are there.
import { Anchor, Breadcrumbs, Group, Stack, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { Loading } from './loading.tsx';
import { PageProblem } from './page-problem.tsx';

interface PageProps {
  readonly title: ReactNode;
  /** For the browser's tab, where the title is more than text. */
  readonly tab?: string;
  readonly about?: ReactNode;
  /** Pages above this one, the uppermost first. */
  readonly trail?: readonly { readonly label: string; readonly to: string }[];
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
}

export function Page({ title, tab, about, trail, actions, children }: PageProps) {
  const name = tab ?? (typeof title === 'string' ? title : 'Prorata');
  useEffect(() => {
    document.title = name === 'Prorata' ? name : `${name} · Prorata`;
  }, [name]);
  return (
    <Stack gap="md">
      {trail === undefined ? null : (
        <Breadcrumbs separatorMargin={6}>
          {trail.map(({ label, to }) => (
            <Anchor key={to} component={Link} to={to} size="sm">
              {label}
            </Anchor>
          ))}
        </Breadcrumbs>
      )}
      <Group justify="space-between" align="flex-start" gap="sm">
        <div>
          <Title order={1} className="broken-anywhere">
            {title}
          </Title>
          {about === undefined ? null : (
            <Text c="dimmed" size="sm" maw={720} component="div">
              {about}
            </Text>
          )}
        </div>
        {actions === undefined ? null : <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </Stack>
  );
}

interface FactsProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
}

/** Shows what was asked for once it is there; until then its place, or why it does not come. */
export function Facts<Data>({ query, children }: FactsProps<Data>): ReactNode {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <PageProblem error={query.error} reset={() => void query.refetch()} />;
  return <Loading />;
}
