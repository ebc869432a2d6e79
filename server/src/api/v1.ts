// Version 1 of the API: every domain's routes, the reference and its description, on one server.
import type { FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { accountRoutes, currencyRoutes, noteRoutes, parkedRoutes, sellerRoutes, settingRoutes } from '../domains/accounts/index.ts';
import { catalogRoutes, resellRoutes } from '../domains/catalog/index.ts';
import { couponRoutes } from '../domains/discounts/index.ts';
import { documentRoutes } from '../domains/documents/index.ts';
import { billingRoutes, changeRoutes, discountRoutes, forecastRoutes, invoiceRoutes, resellerRoutes } from '../domains/invoicing/index.ts';
import { peopleRoutes } from '../domains/people/index.ts';
import { priceRoutes } from '../domains/pricelists/index.ts';
import { quoteRoutes } from '../domains/quotes/index.ts';
import { overviewRoutes, reportRoutes, searchRoutes } from '../domains/reports/index.ts';
import {
  bulkRoutes,
  currencyChangeRoutes,
  itemRoutes,
  offerRoutes,
  poolRoutes,
  publishingRoutes,
  subscriptionRoutes,
} from '../domains/subscriptions/index.ts';
import { usageRoutes } from '../domains/usage/index.ts';
import { webhookRoutes } from '../domains/webhooks/index.ts';
import { clockRoutes } from '../platform/http/clock-routes.ts';
import type { Authenticate } from '../platform/http/principal.ts';
import { registerRoutes } from '../platform/http/register.ts';
import type { Route } from '../platform/http/route.ts';
import { readRequestRole, type Services } from '../platform/http/work.ts';
import type { Installation } from '../platform/installation.ts';
import { addReference } from './reference.ts';

/** In the order of the reference's chapters. */
export const routes: readonly Route[] = [
  ...peopleRoutes,
  ...sellerRoutes,
  ...resellerRoutes,
  ...accountRoutes,
  ...noteRoutes,
  ...catalogRoutes,
  ...resellRoutes,
  ...priceRoutes,
  ...publishingRoutes,
  ...subscriptionRoutes,
  ...changeRoutes,
  ...offerRoutes,
  ...itemRoutes,
  ...bulkRoutes,
  ...quoteRoutes,
  ...billingRoutes,
  ...forecastRoutes,
  ...settingRoutes,
  ...currencyRoutes,
  ...currencyChangeRoutes,
  ...parkedRoutes,
  ...clockRoutes,
  ...reportRoutes,
  ...poolRoutes,
  ...usageRoutes,
  ...couponRoutes,
  ...discountRoutes,
  ...invoiceRoutes,
  ...documentRoutes,
  ...webhookRoutes,
  ...overviewRoutes,
  ...searchRoutes,
];

export interface ApiOptions {
  readonly installation: Pick<Installation, 'database' | 'clock'>;
  readonly authenticate: Authenticate;
  readonly services: Services;
}

export async function addApi(app: FastifyInstance, { installation, authenticate, services }: ApiOptions): Promise<void> {
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const { database, clock } = installation;
  registerRoutes(app, routes, { database, clock, authenticate, services, requestRole: await readRequestRole(database) });
  await addReference(app, routes);
}
