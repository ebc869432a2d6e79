// The state of an upload as a word.
import type { Schemas } from '../../app/api.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { StateBadge, type Tone } from '../../parts/badge.tsx';

type State = Schemas['UsageUpload']['state'];

const TONES: Readonly<Record<State, Tone>> = { waiting: 'waiting', running: 'news', done: 'good' };

export function UploadState({ state }: { readonly state: State }) {
  const text = useText();
  return <StateBadge tone={TONES[state]}>{text(`usage.upload.state.${state}`)}</StateBadge>;
}
