// A server of yours that takes webhooks: nothing is believed before its signature is checked, and what came before is not done again.
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { verifyWebhook, WebhookError } from '@prorata/sdk';

const secret = process.env.PRORATA_WEBHOOK_SECRET ?? '';
const seen = new Set<string>();

const server = createServer(async (request, response) => {
  try {
    const event = await verifyWebhook(await text(request), request.headers, { secret });
    const id = String(request.headers['webhook-id']);
    if (!seen.has(id)) console.log(JSON.stringify(event));
    seen.add(id);
    response.writeHead(204).end();
  } catch (error) {
    if (!(error instanceof WebhookError)) throw error;
    response.writeHead(401).end();
  }
});

server.listen(Number(process.env.PORT ?? 4000), () => {
  const address = server.address();
  console.log(`listens on http://localhost:${typeof address === 'object' ? address?.port : address}`);
});
process.on('SIGTERM', () => server.close());
