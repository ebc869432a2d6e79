// All SQL of the catalog: plans, versions, components, meters.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { reserveIdentities } from '../accounts/index.ts';
import type { Component, Plan } from './core/component.ts';
import { commitmentFromStored, componentFromStored, type StoredComponent, type StoredPlan } from './stored-component.ts';

export interface NewVersion {
  readonly planId: bigint;
  readonly planIsNew: boolean;
  /** Of a plan that is taken over: the seller above and his plan. */
  readonly resoldFrom?: { readonly sellerId: bigint; readonly planId: bigint };
  readonly id: bigint;
  readonly key: string;
  readonly name: string;
  readonly version: number;
  readonly ref: string;
  readonly definition: StoredPlan;
  readonly components: readonly NewComponent[];
}

interface NewComponent {
  readonly id: bigint;
  readonly key: string;
  readonly ref: string;
  readonly description: string;
  readonly unit: string | null;
  readonly definition: StoredComponent;
  readonly meter: string | null;
}

export interface PresentPlan {
  readonly id: bigint;
  readonly lastVersion: number;
  readonly isResold: boolean;
}

export async function findPlans(tx: Transaction, sellerId: bigint, keys: readonly string[]): Promise<Map<string, PresentPlan>> {
  const { rows } = await tx.client.query<PresentPlan & { key: string }>(
    `select p.key, p.id, coalesce(max(v.version), 0) as "lastVersion", p.resold_plan_id is not null as "isResold"
     from plan p left join plan_version v on (v.seller_id, v.plan_id) = (p.seller_id, p.id)
     where p.seller_id = $1 and p.key = any($2::text[]) group by p.key, p.id, p.resold_plan_id`,
    [sellerId, keys],
  );
  return new Map(rows.map((row) => [row.key, row]));
}

/** The version is frozen by its published_at, so it gets that after its components. */
export async function insertVersions(tx: Transaction, sellerId: bigint, versions: readonly NewVersion[], now: number): Promise<void> {
  if (versions.length === 0) return;
  const at = formatInstant(now);
  await tx.client.query(
    `insert into plan (seller_id, id, key, name, created_at, resold_seller_id, resold_plan_id)
     select $1, p.id, p.key, p.name, $3, p.resold_seller_id, p.resold_plan_id
     from jsonb_to_recordset($2::jsonb) as p(id bigint, key text, name text, resold_seller_id bigint, resold_plan_id bigint)`,
    [
      sellerId,
      JSON.stringify(
        versions
          .filter((one) => one.planIsNew)
          .map((one) => ({
            id: String(one.planId),
            key: one.key,
            name: one.name,
            resold_seller_id: one.resoldFrom === undefined ? null : String(one.resoldFrom.sellerId),
            resold_plan_id: one.resoldFrom === undefined ? null : String(one.resoldFrom.planId),
          })),
      ),
      at,
    ],
  );
  await tx.client.query(
    `insert into plan_version (seller_id, id, plan_id, version, ref, definition)
     select $1, v.id, v.plan_id, v.version, v.ref, v.definition
     from jsonb_to_recordset($2::jsonb) as v(id bigint, plan_id bigint, version integer, ref text, definition jsonb)`,
    [
      sellerId,
      JSON.stringify(
        versions.map((one) => ({
          id: String(one.id),
          plan_id: String(one.planId),
          version: one.version,
          ref: one.ref,
          definition: one.definition,
        })),
      ),
    ],
  );
  await insertComponents(tx, sellerId, versions);
  await tx.client.query('update plan_version set published_at = $3 where seller_id = $1 and id = any($2::bigint[])', [
    sellerId,
    versions.map((one) => one.id),
    at,
  ]);
}

export interface PublishedDefinition {
  readonly planId: bigint;
  readonly key: string;
  readonly name: string;
  readonly version: number;
  readonly ref: string;
  readonly definition: StoredPlan;
  readonly components: readonly {
    readonly key: string;
    readonly ref: string;
    readonly description: string;
    readonly unit: string | null;
    readonly definition: StoredComponent;
  }[];
}

/** Every published version of these plans as it is stored, oldest first. */
export async function listDefinitions(tx: Transaction, sellerId: bigint, keys: readonly string[]): Promise<PublishedDefinition[]> {
  const { rows } = await tx.client.query<PublishedDefinition>(
    `select p.id as "planId", p.key, p.name, v.version, v.ref, v.definition,
            (select jsonb_agg(jsonb_build_object('key', c.key, 'ref', c.ref, 'description', c.description, 'unit', c.unit, 'definition', c.definition)
                              order by c.id)
             from component c where (c.seller_id, c.plan_version_id) = (v.seller_id, v.id)) as components
     from plan p join plan_version v on (v.seller_id, v.plan_id) = (p.seller_id, p.id)
     where p.seller_id = $1 and p.key = any($2::text[]) and v.published_at is not null
     order by p.key, v.version`,
    [sellerId, keys],
  );
  return rows;
}

async function insertComponents(tx: Transaction, sellerId: bigint, versions: readonly NewVersion[]): Promise<void> {
  const components = versions.flatMap((one) => one.components.map((component) => ({ ...component, version: one.id })));
  await ensureMeters(
    tx,
    sellerId,
    components.flatMap((component) => (component.meter === null ? [] : [component.meter])),
  );
  await tx.client.query(
    `insert into component (seller_id, id, plan_version_id, key, ref, description, unit, definition)
     select $1, c.id, c.plan_version_id, c.key, c.ref, c.description, c.unit, c.definition
     from jsonb_to_recordset($2::jsonb)
       as c(id bigint, plan_version_id bigint, key text, ref text, description text, unit text, definition jsonb)`,
    [
      sellerId,
      JSON.stringify(
        components.map((component) => ({
          id: String(component.id),
          plan_version_id: String(component.version),
          key: component.key,
          ref: component.ref,
          description: component.description,
          unit: component.unit,
          definition: component.definition,
        })),
      ),
    ],
  );
}

/** Meters by key; those that are not there yet are made. */
export async function ensureMeters(tx: Transaction, sellerId: bigint, keys: readonly string[]): Promise<Map<string, bigint>> {
  const wanted = [...new Set(keys)].sort();
  const found = await findMeters(tx, sellerId, wanted);
  const missing = wanted.filter((key) => !found.has(key));
  if (missing.length === 0) return found;
  const nextId = await reserveIdentities(tx, missing.length);
  await tx.client.query(
    `insert into meter (seller_id, id, key) select $1, id, key from unnest($2::bigint[], $3::text[]) as m(id, key)
     on conflict (seller_id, key) do nothing`,
    [sellerId, missing.map(() => nextId()), missing],
  );
  return findMeters(tx, sellerId, wanted);
}

export async function findMeters(tx: Transaction, sellerId: bigint, keys: readonly string[]): Promise<Map<string, bigint>> {
  const { rows } = await tx.client.query<{ key: string; id: bigint }>(
    'select key, id from meter where seller_id = $1 and key = any($2::text[])',
    [sellerId, keys],
  );
  return new Map(rows.map((row) => [row.key, row.id]));
}

export async function listMeters(tx: Transaction, sellerId: bigint, ids: readonly bigint[]): Promise<Map<bigint, string>> {
  const { rows } = await tx.client.query<{ key: string; id: bigint }>(
    'select key, id from meter where seller_id = $1 and id = any($2::bigint[])',
    [sellerId, ids],
  );
  return new Map(rows.map((row) => [row.id, row.key]));
}

export interface CatalogComponent {
  readonly id: bigint;
  readonly component: Component;
  readonly description: string;
  readonly unit: string | null;
}

export interface CatalogPlan {
  readonly id: bigint;
  readonly name: string;
  readonly plan: Plan;
  readonly components: readonly CatalogComponent[];
}

interface PlanRow {
  readonly id: bigint;
  readonly ref: string;
  readonly name: string;
  readonly definition: StoredPlan;
}

interface ComponentRow {
  readonly id: bigint;
  readonly planVersionId: bigint;
  readonly key: string;
  readonly ref: string;
  readonly description: string;
  readonly unit: string | null;
  readonly definition: StoredComponent;
}

/** Published versions by what timelines call them. */
export async function loadPlans(tx: Transaction, sellerId: bigint, refs: readonly string[]): Promise<Map<string, CatalogPlan>> {
  if (refs.length === 0) return new Map();
  const { rows: plans } = await tx.client.query<PlanRow>(
    `select v.id, v.ref, p.name, v.definition
     from plan_version v join plan p on (p.seller_id, p.id) = (v.seller_id, v.plan_id)
     where v.seller_id = $1 and v.ref = any($2::text[]) and v.published_at is not null`,
    [sellerId, refs],
  );
  const { rows: components } = await tx.client.query<ComponentRow>(
    `select id, plan_version_id as "planVersionId", key, ref, description, unit, definition
     from component where seller_id = $1 and plan_version_id = any($2::bigint[]) order by id`,
    [sellerId, plans.map((row) => row.id)],
  );
  return new Map(plans.map((row) => [row.ref, catalogPlan(row, components)]));
}

function catalogPlan(row: PlanRow, all: readonly ComponentRow[]): CatalogPlan {
  const components = all
    .filter((component) => component.planVersionId === row.id)
    .map(
      (component): CatalogComponent => ({
        id: component.id,
        component: componentFromStored({ ref: component.ref, plan: row.ref, key: component.key }, component.definition),
        description: component.description,
        unit: component.unit,
      }),
    );
  return {
    id: row.id,
    name: row.name,
    plan: {
      key: row.ref,
      period: row.definition.period,
      commitment: commitmentFromStored(row.definition),
      components: components.map((one) => one.component),
    },
    components,
  };
}

/** Components by ref, wherever they are: for prices. */
export async function findComponents(
  tx: Transaction,
  sellerId: bigint,
  refs: readonly string[],
): Promise<Map<string, { readonly id: bigint; readonly plan: string }>> {
  const { rows } = await tx.client.query<{ ref: string; id: bigint; plan: string }>(
    `select c.ref, c.id, v.ref as plan from component c join plan_version v on (v.seller_id, v.id) = (c.seller_id, c.plan_version_id)
     where c.seller_id = $1 and c.ref = any($2::text[])`,
    [sellerId, refs],
  );
  return new Map(rows.map((row) => [row.ref, row]));
}

/** The latest published version of plans named by their keys. */
export async function latestVersions(tx: Transaction, sellerId: bigint, keys: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await tx.client.query<{ key: string; ref: string }>(
    `select distinct on (p.key) p.key, v.ref
     from plan p join plan_version v on (v.seller_id, v.plan_id) = (p.seller_id, p.id)
     where p.seller_id = $1 and p.key = any($2::text[]) and v.published_at is not null
     order by p.key, v.version desc`,
    [sellerId, keys],
  );
  return new Map(rows.map((row) => [row.key, row.ref]));
}
