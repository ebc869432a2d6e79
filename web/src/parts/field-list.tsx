// Facts by name: what something is, two columns where there is room.
import { SimpleGrid, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface FieldListProps {
  readonly fields: readonly { readonly label: string; readonly value: ReactNode }[];
  readonly columns?: number;
}

export function FieldList({ fields, columns = 2 }: FieldListProps) {
  return (
    <SimpleGrid component="dl" cols={{ base: 1, xs: columns }} spacing="md" verticalSpacing="xs" m={0}>
      {fields.map(({ label, value }) => (
        <div key={label}>
          <Text component="dt" size="xs" c="dimmed">
            {label}
          </Text>
          <Text component="dd" size="sm" m={0} className="broken-anywhere">
            {value === null || value === '' ? '–' : value}
          </Text>
        </div>
      ))}
    </SimpleGrid>
  );
}
