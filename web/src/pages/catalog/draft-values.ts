// A draft as its form has it, and back: what the form does not show is kept as it was.
import type { Schemas } from '../../app/api.ts';

type Body = Schemas['PlanBody'];
type Component = Body['components'][number];

export const UNITS = ['hour', 'day', 'week', 'month', 'year'] as const;
export const KINDS = ['recurring', 'allocation', 'metered', 'one_time'] as const;
export const TIMINGS = ['advance', 'arrears'] as const;
export const FRACTIONS = ['days', 'seconds', 'days30', 'none'] as const;
export const AGGREGATES = ['sum', 'count', 'max', 'last', 'unique', 'time', 'p95'] as const;

export type ComponentValues = {
  /** For the page alone: fields stay with their component while others go. */
  id: string;
  key: string;
  description: string;
  unit: string;
  kind: Component['kind'];
  /** Empty is what its kind usually has. */
  timing: NonNullable<Component['timing']> | '';
  fraction: NonNullable<Component['fraction']> | '';
  meter: string;
  aggregate: Component['aggregate'];
  quantity: string;
  /** As it was read; null for one that was added. */
  kept: Component | null;
};

export type DraftValues = {
  name: string;
  unit: Body['period']['unit'];
  count: string | number;
  components: ComponentValues[];
};

export function valuesOf(body: Body): DraftValues {
  return { name: body.name, ...body.period, components: body.components.map(componentValues) };
}

function componentValues(component: Component): ComponentValues {
  const { key, description, unit, kind, timing, fraction, meter, aggregate, quantity } = component;
  return {
    id: crypto.randomUUID(),
    key,
    description: description ?? '',
    unit: unit ?? '',
    kind,
    timing: timing ?? '',
    fraction: fraction ?? '',
    meter: meter ?? '',
    aggregate,
    quantity,
    kept: component,
  };
}

export const newComponent = (): ComponentValues => ({
  id: crypto.randomUUID(),
  key: '',
  description: '',
  unit: '',
  kind: 'recurring',
  timing: '',
  fraction: '',
  meter: '',
  aggregate: 'sum',
  quantity: '1',
  kept: null,
});

export function bodyOf(values: DraftValues, commitment: Body['commitment']): Schemas['PlanBodyInput'] {
  return {
    name: values.name.trim(),
    period: { unit: values.unit, count: Number(values.count) },
    commitment,
    components: values.components.map(componentBody),
  };
}

function componentBody(values: ComponentValues): Schemas['PlanBodyInput']['components'][number] {
  const { kind, timing, fraction, aggregate } = values;
  const description = values.description.trim();
  return {
    ...keptOf(values),
    key: values.key.trim(),
    ...(description === '' ? {} : { description }),
    unit: values.unit.trim() || null,
    kind,
    ...(timing === '' || kind === 'metered' || kind === 'allocation' ? {} : { timing }),
    ...(fraction === '' ? {} : { fraction }),
    meter: kind === 'metered' ? values.meter.trim() || null : null,
    aggregate: kind === 'metered' ? aggregate : 'sum',
    quantity: values.quantity.trim(),
  };
}

/** What only its old kind had is not taken along to another kind. */
function keptOf({ kept, kind }: ComponentValues): Partial<Component> {
  if (kept === null) return {};
  const { timing: _timing, fraction: _fraction, description: _description, ...all } = kept;
  if (kept.kind === kind) return all;
  const { period, inTrial, priceChange, partPeriods, taxCategory } = all;
  return { ...(period === undefined ? {} : { period }), inTrial, priceChange, partPeriods, taxCategory };
}

const place = /components\[(\d+)\]\.(\w+)/;

/** Which field of the form a refusal's path means, as the form names it. */
export function fieldAt(path: string | undefined): string | null {
  const found = place.exec(path ?? '');
  return found === null ? null : `components.${found[1]}.${found[2]}`;
}
