// The house rules, in the order in which their failures help most.
import * as database from './rules/database.ts';
import * as documents from './rules/documents.ts';
import * as domains from './rules/domains.ts';
import * as imports from './rules/imports.ts';
import * as migrations from './rules/migrations.ts';
import * as purity from './rules/purity.ts';
import * as reach from './rules/reach.ts';
import * as size from './rules/size.ts';
import * as wording from './rules/wording.ts';
import type { Rule } from './tree.ts';

export const rules: readonly Rule[] = [imports, purity, domains, database, migrations, size, reach, wording, documents].flatMap((file) =>
  Object.values(file).filter((value): value is Rule => typeof value === 'object' && value !== null && 'planted' in value),
);
