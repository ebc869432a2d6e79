// One plan out of the list, which alone says what versions it has and whether a draft stands.
import { api, type Schemas } from '../../app/api.ts';

const PAGE = 100;

export async function findPlan(key: string): Promise<Schemas['Plan'] | null> {
  for await (const plan of api().each('/v1/plans', { params: { query: { limit: PAGE } } })) {
    if (plan.key === key) return plan;
  }
  return null;
}
