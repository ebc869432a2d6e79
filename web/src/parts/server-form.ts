// A form whose rules are the server's: what it refuses stands at the field it means, or above the form.
import { type UseFormReturnType, useForm } from '@mantine/form';
import { ProblemError } from '@prorata/sdk';
import { useState } from 'react';

interface ServerFormOptions<Values extends Record<string, unknown>> {
  readonly initial: Values;
  readonly send: (values: Values) => Promise<unknown>;
  /** Paths of the API's body that another field stands for: `{ 'address.city': 'city' }`. */
  readonly paths?: Readonly<Record<string, keyof Values & string>>;
  readonly onSent?: (values: Values) => void;
}

interface ServerForm<Values extends Record<string, unknown>> {
  readonly form: UseFormReturnType<Values>;
  /** Refusals that mean no field. */
  readonly error: unknown;
  readonly isBusy: boolean;
  readonly onSubmit: (event?: React.FormEvent<HTMLFormElement>) => void;
}

export function useServerForm<Values extends Record<string, unknown>>(options: ServerFormOptions<Values>): ServerForm<Values> {
  const { initial, send, paths = {}, onSent } = options;
  const form = useForm<Values>({ initialValues: initial });
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (values: Values) => {
    setBusy(true);
    setError(null);
    form.clearErrors();
    try {
      await send(values);
      form.resetDirty(values);
      onSent?.(values);
    } catch (refused) {
      const field = fieldOf(refused, form.getValues(), paths);
      if (field === null) setError(refused);
      else form.setFieldError(field, (refused as ProblemError).problem.detail ?? (refused as ProblemError).problem.title);
    } finally {
      setBusy(false);
    }
  };
  return { form, error, isBusy, onSubmit: form.onSubmit((values) => void submit(values)) };
}

function fieldOf(refused: unknown, values: Record<string, unknown>, paths: Readonly<Record<string, string>>): string | null {
  if (!(refused instanceof ProblemError) || refused.path === undefined) return null;
  const path = refused.path.replace(/^body\.?/, '');
  const named = paths[path] ?? path;
  return named in values ? named : null;
}
