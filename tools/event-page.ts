// Prints the page of all kinds of events, docs/guides/events.md, from the catalogue that the program itself goes by.
import { z } from 'zod';
import type { Cataloged } from '../server/src/platform/events/index.ts';

interface FieldShape {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly FieldShape[];
  readonly items?: FieldShape;
}

const HEAD = `# Events, by kind

What the [change feed](change-feed.md) tells and [webhooks](webhooks.md) carry. Later releases add kinds and fields; none is renamed or taken away. Amounts are decimals as
text, days are \`2026-01-31\`, instants RFC 3339 in UTC. An event says that something happened and to what; what is not in it is read over the API by its subject.
`;

export function printCatalog(catalog: readonly Cataloged[]): string {
  return `${HEAD}${catalog.map(printKind).join('')}`;
}

function printKind({ kind, about, subject, exampleSubject, data, example }: Cataloged): string {
  const shape = z.toJSONSchema(data, { io: 'input' }) as { properties?: Record<string, FieldShape>; required?: string[] };
  const fields = Object.entries(shape.properties ?? {});
  const rows = fields.map(([name, field]) => {
    const isOptional = shape.required?.includes(name) !== true;
    return `| \`${name}\`${isOptional ? ' (may be absent)' : ''} | ${typeOf(field)} | ${field.description ?? ''} |`;
  });
  const table = rows.length === 0 ? 'No data.' : ['| field | type | meaning |', '|---|---|---|', ...rows].join('\n');
  const json = JSON.stringify({ type: kind, subject: exampleSubject, data: example });
  return `\n## ${kind}\n\n${about} Subject: ${subject}\n\n${table}\n\n\`\`\`json\n${json}\n\`\`\`\n`;
}

function typeOf({ type, enum: values, anyOf, items }: FieldShape): string {
  if (values !== undefined) return values.map((value) => `\`${String(value)}\``).join(', ');
  if (anyOf !== undefined) return anyOf.map(typeOf).join(' or ');
  if (type === 'array') return `list of ${items === undefined ? 'anything' : typeOf(items)}`;
  return type === undefined ? 'any' : String(type);
}
