// Asks before what cannot be taken back, and says what will follow.
import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { useText } from '../i18n/text-provider.tsx';

interface Question {
  readonly title: string;
  /** What follows, one sentence each. */
  readonly consequences: readonly string[];
  /** On the button that does it: what is done, never "OK". */
  readonly action: string;
  readonly dangerous?: boolean;
}

type Ask = (question: Question) => Promise<boolean>;
const Context = createContext<Ask | null>(null);

export function ConfirmProvider({ children }: { readonly children: ReactNode }) {
  const text = useText();
  const [asked, setAsked] = useState<{ question: Question; answer: (yes: boolean) => void; opened: boolean } | null>(null);
  const ask = useCallback<Ask>((question) => new Promise((answer) => setAsked({ question, answer, opened: true })), []);
  const answer = (yes: boolean) => {
    asked?.answer(yes);
    setAsked((before) => before && { ...before, opened: false });
  };
  return (
    <Context value={ask}>
      {children}
      <Modal opened={asked?.opened ?? false} onClose={() => answer(false)} title={asked?.question.title} role="alertdialog">
        <Stack>
          {asked === null || asked.question.consequences.length === 0 ? null : <Consequences sentences={asked.question.consequences} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={() => answer(false)} data-autofocus>
              {text('common.cancel')}
            </Button>
            <Button {...(asked?.question.dangerous === false ? {} : { color: 'red.8' })} onClick={() => answer(true)}>
              {asked?.question.action}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </Context>
  );
}

function Consequences({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 1) return <Text size="sm">{sentences[0]}</Text>;
  return (
    <List size="sm">
      {sentences.map((sentence) => (
        <List.Item key={sentence}>{sentence}</List.Item>
      ))}
    </List>
  );
}

export function useConfirm(): Ask {
  const ask = useContext(Context);
  if (ask === null) throw new Error('there is no ConfirmProvider around this');
  return ask;
}
