// One figure with its name: what the start pages are made of.
import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';

interface FigureCardProps {
  readonly label: string;
  readonly value: ReactNode;
  readonly more?: ReactNode;
}

export function FigureCard({ label, value, more }: FigureCardProps) {
  return (
    <Paper withBorder p="md">
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text fz="xl" fw={650} className="figure" component="div">
        {value}
      </Text>
      {more === undefined ? null : (
        <Text size="xs" c="dimmed" component="div">
          {more}
        </Text>
      )}
    </Paper>
  );
}
