// The fields of one component of a draft: those that its kind has.
import { Autocomplete, Button, Fieldset, Group, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { Trash2 } from 'lucide-react';
import { useText } from '../../i18n/text-provider.tsx';
import { AGGREGATES, type DraftValues, FRACTIONS, KINDS, TIMINGS } from './draft-values.ts';

interface ComponentFieldsProps {
  readonly form: UseFormReturnType<DraftValues>;
  readonly index: number;
  readonly meters: readonly string[];
  readonly isFixed: boolean;
}

export function ComponentFields({ form, index, meters, isFixed }: ComponentFieldsProps) {
  const text = useText();
  const { kind, key } = form.getValues().components[index]!;
  const field = (name: string) => form.getInputProps(`components.${index}.${name}`);
  const usual = { value: '', label: text('catalog.usual') };
  return (
    <Fieldset legend={text('catalog.component', { number: index + 1 })} disabled={isFixed}>
      <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="sm">
        <TextInput label={text('catalog.key')} required {...field('key')} />
        <TextInput label={text('catalog.description')} placeholder={key} {...field('description')} />
        <Select
          label={text('catalog.kind')}
          data={KINDS.map((value) => ({ value, label: text(`catalog.kind.${value}`) }))}
          allowDeselect={false}
          {...field('kind')}
        />
        <TextInput label={text('catalog.unit')} {...field('unit')} />
        {kind === 'metered' ? (
          <>
            <Autocomplete label={text('catalog.meter')} placeholder={key} data={[...meters]} {...field('meter')} />
            <Select
              label={text('catalog.aggregate')}
              data={AGGREGATES.map((value) => ({ value, label: text(`catalog.aggregate.${value}`) }))}
              allowDeselect={false}
              {...field('aggregate')}
            />
          </>
        ) : (
          <TextInput label={text('catalog.quantity')} inputMode="decimal" required {...field('quantity')} />
        )}
        {kind === 'recurring' || kind === 'one_time' ? (
          <Select
            label={text('catalog.timing')}
            data={[usual, ...TIMINGS.map((value) => ({ value, label: text(`catalog.timing.${value}`) }))]}
            allowDeselect={false}
            {...field('timing')}
          />
        ) : null}
        {kind === 'recurring' || kind === 'allocation' ? (
          <Select
            label={text('catalog.fraction')}
            data={[usual, ...FRACTIONS.map((value) => ({ value, label: text(`catalog.fraction.${value}`) }))]}
            allowDeselect={false}
            {...field('fraction')}
          />
        ) : null}
      </SimpleGrid>
      {isFixed || form.getValues().components.length < 2 ? null : (
        <Group justify="flex-end" mt="xs">
          <Button
            size="xs"
            variant="subtle"
            color="red"
            leftSection={<Trash2 size={14} aria-hidden />}
            onClick={() => form.removeListItem('components', index)}
          >
            {text('common.remove')}
          </Button>
        </Group>
      )}
    </Fieldset>
  );
}
