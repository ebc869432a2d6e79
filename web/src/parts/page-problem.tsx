// In a page's place when it cannot be shown.
import { ProblemError } from '@prorata/sdk';
import { NotFound } from './not-found.tsx';
import { ProblemAlert } from './problem-alert.tsx';

const NOT_FOUND = 404;

export function PageProblem({ error, reset }: { readonly error: unknown; readonly reset?: () => void }) {
  if (error instanceof ProblemError && error.status === NOT_FOUND) return <NotFound />;
  return <ProblemAlert error={error} onRetry={reset ?? (() => window.location.reload())} />;
}
