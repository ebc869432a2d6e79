// Writes server/openapi.json, the description of the API for reviews and for clients, from the routes; and from it the types of the client in sdk/.
// `node --import ./server/typescript.mjs tools/openapi.ts`
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTypes, { astToString } from 'openapi-typescript';
import { printApi } from '../server/src/api/openapi.ts';
import { routes } from '../server/src/api/v1.ts';

export const OPENAPI_FILE = fileURLToPath(new URL('../server/openapi.json', import.meta.url));
export const TYPES_FILE = fileURLToPath(new URL('../sdk/src/schema.generated.ts', import.meta.url));

/** What has a default may be left out of what is sent; answers say of themselves what is always there. */
export async function printTypes(description: string): Promise<string> {
  const nodes = await openapiTypes(description, { silent: true, defaultNonNullable: false });
  return `// Shapes of the API, made from server/openapi.json by tools/openapi.ts.\n\n${astToString(nodes)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const description = await printApi(routes);
  writeFileSync(OPENAPI_FILE, description);
  writeFileSync(TYPES_FILE, await printTypes(description));
}
