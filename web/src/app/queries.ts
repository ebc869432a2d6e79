// What was fetched is kept while it is looked at; a refusal is not asked again, since it would be refused again.
import { ProblemError } from '@prorata/sdk';
import { QueryClient } from '@tanstack/react-query';

const FRESH_MS = 10_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      retry: (tried, error) => !(error instanceof ProblemError) && tried < 1,
      refetchOnWindowFocus: true,
    },
  },
});
