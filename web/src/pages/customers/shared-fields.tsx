// Fields of a customer that adding and changing have in common.
import { Select, TextInput } from '@mantine/core';
import type { GetInputPropsReturnType } from '@mantine/form';
import { languageNames, languages } from '../../i18n/languages.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { type Choice, useCountries, useCurrencies, useKinds } from './choices.ts';

interface SharedFieldsProps {
  readonly input: (field: 'name' | 'kind' | 'country' | 'currency' | 'language') => GetInputPropsReturnType;
  /** Of a new one, what is left empty is the seller's. */
  readonly isNew: boolean;
}

const languageChoices: readonly Choice[] = languages.map((value) => ({ value, label: languageNames[value] }));

export function SharedFields({ input, isNew }: SharedFieldsProps) {
  const text = useText();
  const currencies = useCurrencies();
  const language = input('language');
  const empty = isNew ? { placeholder: text('customers.as_seller'), clearable: true } : { allowDeselect: false };
  return (
    <>
      <TextInput label={text('customers.field.name')} required {...input('name')} />
      <Select label={text('customers.field.kind')} data={useKinds()} allowDeselect={false} {...input('kind')} />
      <Select
        label={text('customers.field.country')}
        data={withChosen(useCountries(), input('country').value)}
        searchable
        clearable
        {...input('country')}
      />
      {currencies.length === 0 ? (
        <TextInput
          label={text('customers.field.currency')}
          description={text('customers.currency.what')}
          maxLength={3}
          {...input('currency')}
        />
      ) : (
        <Select
          label={text('customers.field.currency')}
          description={text('customers.currency.what')}
          data={withChosen(currencies, input('currency').value)}
          {...empty}
          {...input('currency')}
        />
      )}
      <Select label={text('customers.field.language')} data={withChosen(languageChoices, language.value)} {...empty} {...language} />
    </>
  );
}

/** What was chosen once stays choosable, though it is no longer offered. */
function withChosen(choices: readonly Choice[], chosen: string | null): Choice[] {
  const isOffered = !chosen || choices.some(({ value }) => value === chosen);
  return isOffered ? [...choices] : [...choices, { value: chosen, label: chosen }];
}
