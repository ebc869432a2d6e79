// Writes server/openapi.json, the description of the API for reviews and for clients, from the routes.
// `node --import ./server/typescript.mjs tools/openapi.ts`
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printApi } from '../server/src/api/openapi.ts';
import { routes } from '../server/src/api/v1.ts';

export const OPENAPI_FILE = fileURLToPath(new URL('../server/openapi.json', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(OPENAPI_FILE, await printApi(routes));
