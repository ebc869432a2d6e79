// `?expand=a,b`: parts of an answer that are left out unless asked for.
import { z } from 'zod';

export function expandQuery<Name extends string>(names: readonly [Name, ...Name[]]) {
  const list = names.map((name) => `\`${name}\``).join(', ');
  return z
    .string()
    .max(500)
    .default('')
    .transform((text) => text.split(',').filter((name) => name !== ''))
    .pipe(z.array(z.enum(names)).max(names.length))
    .meta({ description: `Parts to add, separated by commas: ${list}.`, examples: [names[0]] });
}
