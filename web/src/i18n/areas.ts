// The messages by area, as English has them: a key that is not there does not compile, and a language without it fails a test.
import type access from '../messages/en/access.json';
import type billing from '../messages/en/billing.json';
import type catalog from '../messages/en/catalog.json';
import type common from '../messages/en/common.json';
import type customers from '../messages/en/customers.json';
import type invoices from '../messages/en/invoices.json';
import type people from '../messages/en/people.json';
import type portal from '../messages/en/portal.json';
import type prices from '../messages/en/prices.json';
import type services from '../messages/en/services.json';
import type settings from '../messages/en/settings.json';
import type start from '../messages/en/start.json';
import type usage from '../messages/en/usage.json';
import type webhooks from '../messages/en/webhooks.json';

interface Areas {
  access: typeof access;
  billing: typeof billing;
  catalog: typeof catalog;
  common: typeof common;
  customers: typeof customers;
  invoices: typeof invoices;
  people: typeof people;
  portal: typeof portal;
  prices: typeof prices;
  services: typeof services;
  settings: typeof settings;
  start: typeof start;
  usage: typeof usage;
  webhooks: typeof webhooks;
}

/** `customers.title`: the area, and the key in its file. */
export type MessageKey = { [Area in keyof Areas]: `${Area}.${keyof Areas[Area] & string}` }[keyof Areas];
