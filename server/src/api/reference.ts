// The reference for people at /docs, from the bundle that is installed with us: no page, font or script comes from elsewhere.
import reference from '@scalar/fastify-api-reference';
import type { FastifyInstance } from 'fastify';
import type { Route } from '../platform/http/route.ts';
import { describeApi } from './openapi.ts';

/** The page sets its own styles and starts itself by a script inside it; nothing may be fetched but from here. */
const POLICY =
  "default-src 'none'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export async function addReference(app: FastifyInstance, routes: readonly Route[]): Promise<void> {
  let text: Promise<string> | null = null;
  app.get('/v1/openapi.json', async (_request, reply) => {
    text ??= describeApi(routes).then((document) => JSON.stringify(document));
    return reply.type('application/json; charset=utf-8').send(await text);
  });
  await app.register(async (docs) => {
    docs.addHook('onSend', async (_request, reply) => void reply.header('content-security-policy', POLICY));
    await docs.register(reference, {
      routePrefix: '/docs',
      configuration: {
        url: '/v1/openapi.json',
        pageTitle: 'Prorata API',
        withDefaultFonts: false,
        telemetry: false,
        hideClientButton: true,
        // Buttons of its maker's services, which our policy would not let it reach anyway.
        showDeveloperTools: 'never',
        agent: { disabled: true },
        mcp: { disabled: true },
      },
    });
  });
}
