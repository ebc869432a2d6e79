// Plans and meters over HTTP: list and read, write a draft, publish it as the next version, begin a draft from a version that is there.
import { z } from 'zod';
import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { name, says } from '../../platform/fields.ts';
import { etagOf, requireUnchanged, tagAnswer } from '../../platform/http/etag.ts';
import { orNotFound } from '../../platform/http/not-found.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Work } from '../../platform/http/work.ts';
import { dropPlanDraft, findPlanDraft, listMeterPage, listPlans, listPublished, saveMeterUnit, savePlanDraft } from './drafts.ts';
import { type PlanBody, planBody, planBodyOf, planVersionShape, readPlanBody } from './plan-shape.ts';
import { checkPlan, publishPlans } from './publish-plan.ts';
import { ensureMeters, latestVersions, loadPlans } from './store.ts';

const params = z.object({ plan: says(name, 'Key of the plan.', 'cloud') });
const read = { permission: 'catalog.read', callers: 'staff' } as const;
const write = { permission: 'catalog.write', callers: 'staff' } as const;
const instant = says(z.string(), 'When.', '2026-01-01T00:00:00Z');

const planShape = z
  .object({
    key: says(z.string(), 'Its key.', 'cloud'),
    name: says(z.string().nullable(), 'What people call it.', 'Cloud'),
    isResold: says(z.boolean(), 'Taken over from the seller above, who alone publishes versions.', false),
    versions: says(
      z.array(
        z.object({
          ref: says(z.string(), 'What timelines call it.', 'cloud~2'),
          version: says(z.int(), 'From 1.', 2),
          publishedAt: instant,
        }),
      ),
      'Published versions, oldest first.',
    ),
    draftChangedAt: says(z.string().nullable(), 'When its draft was last changed; null where there is none.', '2026-01-01T00:00:00Z'),
  })
  .meta({ id: 'Plan', description: 'Something that can be bought.' });

const draftShape = z
  .object({
    plan: says(z.string(), 'Key of the plan.', 'cloud'),
    changedAt: instant,
    body: says(planBody, 'What the next version would say.'),
  })
  .meta({ id: 'PlanDraft', description: 'The next version of a plan, not yet published.' });

const list = defineRoute({
  method: 'GET',
  path: '/v1/plans',
  operationId: 'listPlans',
  summary: 'List plans with their versions',
  tag: 'catalog',
  access: read,
  query: z.object(pageQuery(['key'])),
  response: pageOf(planShape),
  refusals: ['page.cursor'],
  handle: ({ tx, seller }, { query }) =>
    listPlans(tx, seller.id, query, ({ key, name: planName, isResold, versions, draftChangedAt }) => ({
      key,
      name: planName,
      isResold,
      versions: versions.map((one) => ({ ...one, publishedAt: formatInstant(Date.parse(one.publishedAt)) })),
      draftChangedAt: draftChangedAt === null ? null : formatInstant(draftChangedAt),
    })),
});

const getVersion = defineRoute({
  method: 'GET',
  path: '/v1/plan-versions/:ref',
  operationId: 'getPlanVersion',
  summary: 'Get a published version',
  tag: 'catalog',
  access: read,
  params: z.object({ ref: says(name, 'The plan’s key, which means its latest version, or key~2.', 'cloud~2') }),
  response: planVersionShape,
  refusals: ['resource.not_found'],
  handle: ({ tx, seller }, { params: { ref } }) => tellVersion(tx, seller.id, ref),
});

const getDraft = defineRoute({
  method: 'GET',
  path: '/v1/plans/:plan/draft',
  operationId: 'getPlanDraft',
  summary: 'Get the draft of a plan',
  tag: 'catalog',
  access: read,
  params,
  response: draftShape,
  refusals: ['resource.not_found'],
  tagged: true,
  async handle(work, { params: { plan } }) {
    const draft = orNotFound(await tellDraft(work, plan));
    tagAnswer(work, draft);
    return draft;
  },
});

const putDraft = defineRoute({
  method: 'PUT',
  path: '/v1/plans/:plan/draft',
  operationId: 'putPlanDraft',
  summary: 'Write the draft of a plan',
  description:
    'Makes it or replaces it. With If-Match only the draft that was read is replaced. Nothing can be bought before it is published.',
  tag: 'catalog',
  access: write,
  params,
  body: planBody,
  response: draftShape,
  refusals: ['edit.outdated', 'plan.empty', 'component.repeated', 'component.timing', 'commitment.unknown_component', 'request.date'],
  async handle(work, { params: { plan }, body }) {
    checkPlan(readPlanBody(plan, body), 0);
    const before = await tellDraft(work, plan, true);
    if (work.headers['if-match'] !== undefined) requireUnchanged(work, before);
    return saved(work, plan, body, before);
  },
});

const dropDraft = defineRoute({
  method: 'DELETE',
  path: '/v1/plans/:plan/draft',
  operationId: 'dropPlanDraft',
  summary: 'Throw the draft of a plan away',
  tag: 'catalog',
  access: write,
  params,
  response: null,
  refusals: ['resource.not_found'],
  async handle(work, { params: { plan } }) {
    const before = orNotFound(await tellDraft(work, plan, true));
    await dropPlanDraft(work.tx, work.seller.id, plan);
    work.note({ subject: plan, before, after: null });
    return undefined;
  },
});

const publish = defineRoute({
  method: 'POST',
  path: '/v1/plans/:plan/draft/publish',
  operationId: 'publishPlanDraft',
  summary: 'Publish the draft as the next version',
  description: 'From then on the version never changes, and subscribers of older ones keep theirs until they are moved.',
  tag: 'catalog',
  access: write,
  params,
  response: planVersionShape,
  status: 201,
  refusals: ['resource.not_found', 'plan.resold', 'plan.empty', 'component.repeated', 'component.timing', 'commitment.unknown_component'],
  async handle(work, { params: { plan } }) {
    const draft = orNotFound(await findPlanDraft(work.tx, work.seller.id, plan, true));
    const [version] = await publishPlans(work.tx, work.seller.id, [readPlanBody(plan, planBody.parse(draft.body))], work.now);
    await dropPlanDraft(work.tx, work.seller.id, plan);
    work.note({ subject: version!.ref, before: null, after: draft.body });
    return tellVersion(work.tx, work.seller.id, version!.ref);
  },
});

const clone = defineRoute({
  method: 'POST',
  path: '/v1/plan-versions/:ref/clone',
  operationId: 'clonePlanVersion',
  summary: 'Begin a draft from a version',
  description: 'Of the same plan, or of another with `as`. A draft that is there is not replaced.',
  tag: 'catalog',
  access: write,
  params: z.object({ ref: says(name, 'The version.', 'cloud~2') }),
  body: z.object({ as: says(name.optional(), 'Key of the plan that the draft is for; the same if left out.', 'cloud-large') }),
  response: draftShape,
  status: 201,
  refusals: ['resource.not_found', 'plan.draft_exists'],
  async handle(work, { params: { ref }, body }) {
    const { plan, body: published } = await tellVersion(work.tx, work.seller.id, ref);
    const key = body.as ?? plan;
    if ((await findPlanDraft(work.tx, work.seller.id, key)) !== null) throw draftExists(key);
    return saved(work, key, published, null);
  },
});

const meterShape = z
  .object({ key: says(z.string(), 'Its key.', 'traffic'), unit: says(z.string().nullable(), 'Unit of its values.', 'GB') })
  .meta({ id: 'Meter', description: 'What usage events count.' });

const meters = defineRoute({
  method: 'GET',
  path: '/v1/meters',
  operationId: 'listMeters',
  summary: 'List meters',
  tag: 'catalog',
  access: { permission: 'meters.read', callers: 'staff' },
  query: z.object(pageQuery(['key'])),
  response: pageOf(meterShape),
  refusals: ['page.cursor'],
  handle: ({ tx, seller }, { query }) => listMeterPage(tx, seller.id, query),
});

const putMeter = defineRoute({
  method: 'PUT',
  path: '/v1/meters/:meter',
  operationId: 'putMeter',
  summary: 'Define a meter',
  tag: 'catalog',
  access: { permission: 'meters.write', callers: 'staff' },
  params: z.object({ meter: says(name, 'Its key.', 'traffic') }),
  body: z.object({ unit: says(z.string().max(50).nullable().default(null), 'Unit of its values.', 'GB') }),
  response: meterShape,
  refusals: [],
  async handle(work, { params: { meter }, body }) {
    await ensureMeters(work.tx, work.seller.id, [meter]);
    await saveMeterUnit(work.tx, work.seller.id, meter, body.unit);
    work.note({ subject: meter, before: null, after: body });
    return { key: meter, unit: body.unit };
  },
});

export const catalogRoutes: readonly Route[] = [list, getVersion, getDraft, putDraft, dropDraft, publish, clone, meters, putMeter];

async function tellVersion(tx: Work['tx'], sellerId: bigint, named: string) {
  const ref = (await latestVersions(tx, sellerId, [named])).get(named) ?? named;
  const plan = orNotFound((await loadPlans(tx, sellerId, [ref])).get(ref));
  const { plan: key, version, publishedAt } = (await listPublished(tx, sellerId, [ref])).get(ref)!;
  return { plan: key, ref, version, publishedAt: formatInstant(publishedAt), body: planBodyOf(plan, formatDay) };
}

async function tellDraft({ tx, seller }: Work, plan: string, lock = false) {
  const draft = await findPlanDraft(tx, seller.id, plan, lock);
  return draft === null ? null : { plan, changedAt: formatInstant(draft.changedAt), body: planBody.parse(draft.body) };
}

async function saved(work: Work, plan: string, body: PlanBody, before: unknown) {
  await savePlanDraft(work.tx, work.seller.id, plan, body, work.now);
  const draft = (await tellDraft(work, plan))!;
  work.note({ subject: plan, before, after: draft });
  work.header('etag', etagOf(draft));
  return draft;
}

const draftExists = (key: string): Refusal =>
  new Refusal('plan.draft_exists', `The plan "${key}" has a draft already. Change that one, or throw it away first.`, {
    path: 'as',
    parameters: { key },
  });
