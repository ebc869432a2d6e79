// A state as a word with a colour: the word alone says it, the colour helps.
import { Badge } from '@mantine/core';

export type Tone = 'good' | 'bad' | 'waiting' | 'quiet' | 'news';

const COLORS: Readonly<Record<Tone, string>> = { good: 'green', bad: 'red', waiting: 'yellow', quiet: 'gray', news: 'blue' };

export function StateBadge({ tone, children }: { readonly tone: Tone; readonly children: string }) {
  return (
    <Badge variant="light" color={COLORS[tone]} tt="none" radius="sm" styles={{ label: { color: 'var(--mantine-color-text)' } }}>
      {children}
    </Badge>
  );
}
