// The first visit, in three steps: who sells, in which currencies and language, and who signs in; or the demo in place of all that.
import { Button, Group, MultiSelect, PasswordInput, Progress, Select, Stack, Stepper, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import { api } from '../../app/api.ts';
import { useSessionState } from '../../app/session.tsx';
import { languageNames, languages } from '../../i18n/languages.ts';
import { useFormat, useLanguage, useText } from '../../i18n/text-provider.tsx';
import { ProblemAlert } from '../../parts/problem-alert.tsx';
import { useServerForm } from '../../parts/server-form.ts';
import { Door } from './door.tsx';

const ASK_MS = 1000;
const zones = Intl.supportedValuesOf('timeZone');
const currencies = Intl.supportedValuesOf('currency');
const LAST_STEP = 2;

/** Stands behind the #, which browsers send to no server. */
const tokenInAddress = (): string => window.location.hash.slice(1);

export function SetUpPage(): ReactElement {
  const text = useText();
  const [token] = useState(tokenInAddress);
  const state = useQuery({
    queryKey: ['set-up'],
    queryFn: async () => (await api().get('/v1/set-up')).data,
    refetchInterval: ({ state: { data } }) => (data?.demo.state === 'building' ? ASK_MS : false),
  });
  const { data } = state;
  if (data?.demo.state === 'building') return <Building done={data.demo.done} total={data.demo.total} day={data.demo.day} />;
  if (data?.isNeeded === false) return <Done />;
  return (
    <Door title={text('access.set_up.title')} what={text('access.set_up.what')} width={620}>
      {state.error === null ? null : <ProblemAlert error={state.error} onRetry={() => void state.refetch()} />}
      <Company token={token} onDemo={() => void state.refetch()} />
    </Door>
  );
}

function Building({ done, total, day }: { readonly done: number; readonly total: number; readonly day: string | null }) {
  const text = useText();
  const format = useFormat();
  const percent = total === 0 ? 0 : Math.round((done * 100) / total);
  return (
    <Door title={text('access.set_up.demo.building')} what={text('access.set_up.demo.building.what')}>
      <Progress value={percent} aria-label={text('access.set_up.demo.building')} animated />
      <Text size="sm" aria-live="polite">
        {day === null ? '' : text('access.set_up.demo.day', { day: format.day(day) })}
      </Text>
    </Door>
  );
}

function Done() {
  const text = useText();
  const navigate = useNavigate();
  return (
    <Door title={text('access.set_up.done')}>
      <Button onClick={() => void navigate({ to: '/sign-in' })}>{text('access.link.to_sign_in')}</Button>
    </Door>
  );
}

function useSetUp(token: string) {
  const { language } = useLanguage();
  const { renew } = useSessionState();
  const navigate = useNavigate();
  const initial = {
    legalName: '',
    country: '',
    address: '',
    taxNumber: '',
    currency: 'EUR',
    currencies: [] as string[],
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: language as string,
    name: '',
    mail: '',
    password: '',
  };
  return useServerForm({
    initial,
    paths: {
      'user.mail': 'mail',
      'user.name': 'name',
      'user.password': 'password',
      ...inCompany(['legalName', 'country', 'currency', 'zone', 'taxNumber']),
    },
    send: async ({ legalName, country, address, taxNumber, currency, currencies: more, zone, language: chosen, name, mail, password }) => {
      const company = {
        legalName,
        country: country.trim().toUpperCase(),
        currency,
        zone,
        language: chosen,
        address: address.split('\n').filter((line) => line.trim() !== ''),
      };
      const body = {
        token,
        company: { ...company, taxNumber: taxNumber.trim() || null },
        currencies: more,
        user: { mail, name, password, language: chosen },
      };
      await api().post('/v1/set-up', { body });
      await api().post('/v1/sign-in', { body: { mail, password } });
      await renew();
      await navigate({ to: '/console' });
    },
  });
}

const inCompany = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.flatMap((name) => [[`company.${name}`, name] as const])) as Record<string, Name>;

function Company({ token, onDemo }: { readonly token: string; readonly onDemo: () => void }) {
  const text = useText();
  const [step, setStep] = useState(0);
  const { form, error, isBusy, onSubmit } = useSetUp(token);
  const isLast = step === LAST_STEP;
  return (
    <form
      onSubmit={(event) => {
        if (isLast) return onSubmit(event);
        event.preventDefault();
        setStep(step + 1);
      }}
    >
      <Stack>
        {error === null ? null : <ProblemAlert error={error} />}
        <Stepper active={step} onStepClick={setStep} size="sm" allowNextStepsSelect={false}>
          <Stepper.Step label={text('access.set_up.step.company')}>
            <CompanyFields form={form} />
          </Stepper.Step>
          <Stepper.Step label={text('access.set_up.step.money')}>
            <MoneyFields form={form} />
          </Stepper.Step>
          <Stepper.Step label={text('access.set_up.step.user')}>
            <UserFields form={form} />
          </Stepper.Step>
        </Stepper>
        <Group justify="space-between">
          {step === 0 ? (
            <DemoButton token={token} onDemo={onDemo} />
          ) : (
            <Button variant="default" onClick={() => setStep(step - 1)}>
              {text('common.back')}
            </Button>
          )}
          <Button type="submit" loading={isBusy}>
            {text(isLast ? 'access.set_up.finish' : 'access.set_up.next')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

type Fields = { readonly form: ReturnType<typeof useSetUp>['form'] };

function CompanyFields({ form }: Fields) {
  const text = useText();
  return (
    <Stack>
      <TextInput label={text('access.set_up.legal_name')} required {...form.getInputProps('legalName')} />
      <TextInput
        label={text('access.set_up.country')}
        description={text('access.set_up.country.what')}
        maxLength={2}
        required
        {...form.getInputProps('country')}
      />
      <TextInput label={text('access.set_up.address')} {...form.getInputProps('address')} />
      <TextInput
        label={text('access.set_up.tax_number')}
        description={text('access.set_up.tax_number.what')}
        {...form.getInputProps('taxNumber')}
      />
    </Stack>
  );
}

function MoneyFields({ form }: Fields) {
  const text = useText();
  return (
    <Stack>
      <Select
        label={text('access.set_up.currency')}
        data={currencies}
        searchable
        allowDeselect={false}
        {...form.getInputProps('currency')}
      />
      <MultiSelect label={text('access.set_up.currencies')} data={currencies} searchable {...form.getInputProps('currencies')} />
      <Select label={text('access.set_up.zone')} data={zones} searchable allowDeselect={false} {...form.getInputProps('zone')} />
      <Select
        label={text('common.language')}
        data={languages.map((value) => ({ value, label: languageNames[value] }))}
        allowDeselect={false}
        {...form.getInputProps('language')}
      />
    </Stack>
  );
}

function UserFields({ form }: Fields) {
  const text = useText();
  return (
    <Stack>
      <TextInput label={text('access.set_up.name')} autoComplete="name" required {...form.getInputProps('name')} />
      <TextInput type="email" label={text('access.sign_in.mail')} autoComplete="username" required {...form.getInputProps('mail')} />
      <PasswordInput label={text('access.sign_in.password')} autoComplete="new-password" required {...form.getInputProps('password')} />
    </Stack>
  );
}

function DemoButton({ token, onDemo }: { readonly token: string; readonly onDemo: () => void }) {
  const text = useText();
  const [error, setError] = useState<unknown>(null);
  const begin = async () => {
    try {
      await api().post('/v1/set-up/demo', { body: { token } });
      onDemo();
    } catch (refused) {
      setError(refused);
    }
  };
  return (
    <div>
      {error === null ? null : <ProblemAlert error={error} />}
      <Button variant="subtle" onClick={() => void begin()}>
        {text('access.set_up.demo')}
      </Button>
    </div>
  );
}
