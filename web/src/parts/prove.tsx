// What guards somebody's ways in is changed only by who has just proved who he is: asked for when the server wants it, then done.
import { Button, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { ProblemError } from '@prorata/sdk';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { api, callAs } from '../app/api.ts';
import { useText } from '../i18n/text-provider.tsx';
import { ProblemAlert } from './problem-alert.tsx';
import { useServerForm } from './server-form.ts';

/** Does it; where the server says `session.not_fresh`, after a proof. Who gives none gets that refusal. */
type WithProof = <Result>(action: () => Promise<Result>) => Promise<Result>;
const Context = createContext<WithProof | null>(null);

export function ProveProvider({ children }: { readonly children: ReactNode }) {
  const text = useText();
  const [settle, setSettle] = useState<((proved: boolean) => void) | null>(null);
  const ask = useCallback(() => new Promise<boolean>((done) => setSettle(() => done)), []);
  const withProof = useCallback<WithProof>(
    async (action) => {
      try {
        return await action();
      } catch (error) {
        if (!(error instanceof ProblemError) || error.code !== 'session.not_fresh' || !(await ask())) throw error;
        return action();
      }
    },
    [ask],
  );
  const end = (proved: boolean) => {
    settle?.(proved);
    setSettle(null);
  };
  return (
    <Context value={withProof}>
      {children}
      <Modal opened={settle !== null} onClose={() => end(false)} title={text('access.security.prove.title')}>
        {settle === null ? null : <ProofForm onProved={() => end(true)} />}
      </Modal>
    </Context>
  );
}

function ProofForm({ onProved }: { readonly onProved: () => void }) {
  const text = useText();
  const [wantsCode, setWantsCode] = useState(false);
  const { form, error, isBusy, onSubmit } = useServerForm({
    initial: { password: '', code: '' },
    send: async ({ password, code }) => {
      try {
        const { data } = await api().post('/v1/session/prove', { body: { password, ...(code === '' ? {} : { code }) } });
        callAs({ csrfToken: data.csrfToken });
      } catch (refused) {
        setWantsCode(true);
        throw refused;
      }
    },
    onSent: onProved,
  });
  return (
    <form onSubmit={onSubmit}>
      <Stack>
        <Text size="sm">{text('access.security.prove.what')}</Text>
        {error === null ? null : <ProblemAlert error={error} />}
        <PasswordInput
          label={text('access.sign_in.password')}
          autoComplete="current-password"
          required
          data-autofocus
          {...form.getInputProps('password')}
        />
        {wantsCode ? <TextInput label={text('access.sign_in.code')} autoComplete="one-time-code" {...form.getInputProps('code')} /> : null}
        <Button type="submit" loading={isBusy}>
          {text('access.security.prove.action')}
        </Button>
      </Stack>
    </form>
  );
}

export function useProof(): WithProof {
  const withProof = useContext(Context);
  if (withProof === null) throw new Error('there is no ProveProvider around this');
  return withProof;
}
