// All routes of usage.
import type { Route } from '../../platform/http/route.ts';
import { ingestRoutes } from './ingest-routes.ts';
import { readRoutes } from './read-routes.ts';
import { totalsRoutes } from './totals-routes.ts';
import { uploadRoutes } from './upload-routes.ts';

export const usageRoutes: readonly Route[] = [...ingestRoutes, ...totalsRoutes, ...readRoutes, ...uploadRoutes];
