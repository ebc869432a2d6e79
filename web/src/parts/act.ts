// One thing done by a button outside a form: says that it was done, or why not, and has the lists it touched asked again.
import { notifications } from '@mantine/notifications';
import { ProblemError, UnreachableError } from '@prorata/sdk';
import { useQueryClient } from '@tanstack/react-query';
import { useText } from '../i18n/text-provider.tsx';

/** The result; undefined where it was refused. Without a sentence success says nothing. */
type Act = <Result>(action: () => Promise<Result>, done?: string | ((result: Result) => string)) => Promise<Result | undefined>;

export function useAct(queryKey: string): Act {
  const text = useText();
  const queries = useQueryClient();
  return async (action, done) => {
    try {
      const result = await action();
      if (done !== undefined) notifications.show({ message: typeof done === 'string' ? done : done(result) });
      return result;
    } catch (error) {
      const problem = error instanceof ProblemError ? error.problem : null;
      const failed = text(error instanceof UnreachableError ? 'common.unreachable.title' : 'common.failed');
      notifications.show({ title: problem?.title ?? failed, message: problem?.detail ?? '', color: 'red' });
      return undefined;
    } finally {
      void queries.invalidateQueries({ queryKey: [queryKey] });
    }
  };
}
