// What a refusal looks like to a program: a code that does not change, a sentence in the language asked for, and where it was.
import { createClient, ProblemError } from '@prorata/sdk';

const prorata = createClient({
  baseUrl: process.env.PRORATA_URL ?? 'http://localhost:3000',
  key: process.env.PRORATA_KEY ?? '',
  language: 'de',
});

try {
  await prorata.put('/v1/accounts/{account}', {
    params: { path: { account: 'example-mars' } },
    body: { name: 'Mars Base', zone: 'Mars/Base' },
  });
} catch (error) {
  if (!(error instanceof ProblemError)) throw error;
  console.log(`${error.status} ${error.code} ${error.path}`);
  console.log(error.problem.detail);
}
