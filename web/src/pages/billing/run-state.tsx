// The state of a billing run as a word.
import type { Schemas } from '../../app/api.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { StateBadge, type Tone } from '../../parts/badge.tsx';

type State = Schemas['BillingRun']['state'];

const TONES: Readonly<Record<State, Tone>> = { waiting: 'waiting', running: 'news', done: 'good', failed: 'bad' };

export function RunState({ state }: { readonly state: State }) {
  const text = useText();
  return <StateBadge tone={TONES[state]}>{text(`billing.state.${state}`)}</StateBadge>;
}

export const isEnded = ({ state }: Pick<Schemas['BillingRun'], 'state'>): boolean => state === 'done' || state === 'failed';
