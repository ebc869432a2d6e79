// People as the command line needs them: with the installation's key for secrets, and without a way to the outside.
import { openPeople, type People } from '../domains/people/index.ts';
import type { Config } from '../platform/config.ts';
import { openOutgoing } from '../platform/outgoing/index.ts';
import type { Database } from '../platform/postgres/pool.ts';
import { openSecrets } from '../platform/secrets/index.ts';

export async function openOperatorPeople(config: Config, database: Database): Promise<People> {
  const outgoing = openOutgoing({ rules: config.outgoing });
  return openPeople({ database, secrets: openSecrets(config), publicUrl: config.publicUrl, outgoing });
}
