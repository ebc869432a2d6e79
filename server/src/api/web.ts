// The web's files at this server's addresses: one page for all of them, and what it fetches, which never changes under its name.
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Where `npm run build --workspace web` leaves it. */
export const webFolder = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/** The page's own addresses; anything else is answered as the API answers what it does not know. */
const PAGES = [
  '/',
  '/set-up',
  '/sign-in',
  '/sign-in/provider',
  '/forgotten',
  '/new-password',
  '/invitation',
  '/console',
  '/console/*',
  '/portal',
  '/portal/*',
] as const;

/** Scripts from here alone; style sheets from here or with this answer's mark; nothing else, and in nobody's frame. */
const policy = (nonce: string): string =>
  `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const NONCE_BYTES = 16;

/** False where the web was not built: the server then works without it. */
export async function addWeb(app: FastifyInstance, folder: string = webFolder): Promise<boolean> {
  if (!existsSync(join(folder, 'index.html'))) return false;
  const [before, after] = readFileSync(join(folder, 'index.html'), 'utf8').split('STYLE_NONCE', 2);
  if (before === undefined || after === undefined) throw new Error('web/dist/index.html has no place for the mark of its style sheets');
  for (const path of PAGES) {
    app.get(path, async (_request, reply) => {
      const nonce = randomBytes(NONCE_BYTES).toString('base64url');
      return reply
        .header('content-security-policy', policy(nonce))
        .type('text/html; charset=utf-8')
        .send(before + nonce + after);
    });
  }
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    index: false,
    immutable: true,
    maxAge: '365d',
    setHeaders: (reply) => void reply.setHeader('cache-control', 'public, max-age=31536000, immutable'),
  });
  return true;
}
