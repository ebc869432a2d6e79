// What a plan is made of, in words.
import { List, Text } from '@mantine/core';
import type { Schemas } from '../../app/api.ts';
import { useFormat, useText } from '../../i18n/text-provider.tsx';

type Body = Schemas['PlanBody'];
type Component = Body['components'][number];

export function BodyWords({ body }: { readonly body: Body }) {
  const text = useText();
  return (
    <>
      <Text size="sm" mb="xs">
        {body.name} · {text(`catalog.every.${body.period.unit}`, { count: body.period.count })}
      </Text>
      <List size="sm" spacing="xs">
        {body.components.map((component) => (
          <List.Item key={component.key}>
            <Text size="sm" fw={600} className="broken-anywhere">
              {component.description ?? component.key} ({component.key})
            </Text>
            <ComponentWords component={component} />
          </List.Item>
        ))}
      </List>
    </>
  );
}

function ComponentWords({ component }: { readonly component: Component }) {
  const text = useText();
  const format = useFormat();
  const { kind, timing, period, fraction, meter, aggregate, quantity, unit } = component;
  const isMetered = kind === 'metered';
  const words = [
    text(`catalog.kind.${kind}`),
    ...(timing === undefined ? [] : [text(`catalog.timing.${timing}`)]),
    ...(period === undefined || kind === 'one_time' ? [] : [text(`catalog.every.${period.unit}`, { count: period.count })]),
    isMetered
      ? `${text('catalog.meter')}: ${meter ?? component.key}, ${text(`catalog.aggregate.${aggregate}`)}${unit === null ? '' : ` (${unit})`}`
      : `${text('catalog.quantity')}: ${format.number(quantity)}${unit === null ? '' : ` ${unit}`}`,
    ...(fraction === undefined || isMetered || kind === 'one_time'
      ? []
      : [`${text('catalog.fraction')}: ${text(`catalog.fraction.${fraction}`)}`]),
  ];
  return (
    <Text size="sm" c="dimmed" className="broken-anywhere">
      {words.join(' · ')}
    </Text>
  );
}
