// What both pages of endpoints show and do: the state as a word, the secret told once, and asking before what cannot be taken back.
import { api, type Schemas } from '../../app/api.ts';
import { useText } from '../../i18n/text-provider.tsx';
import { useAct } from '../../parts/act.ts';
import { StateBadge } from '../../parts/badge.tsx';
import { useConfirm } from '../../parts/confirm.tsx';
import { SecretOnce } from '../../parts/secret-once.tsx';

export type Endpoint = Schemas['WebhookEndpoint'];

export function EndpointState({ endpoint }: { readonly endpoint: Endpoint }) {
  const text = useText();
  if (endpoint.enabled) return <StateBadge tone="good">{text('webhooks.state.on')}</StateBadge>;
  if (endpoint.disabled === null) return <StateBadge tone="quiet">{text('webhooks.state.off')}</StateBadge>;
  return <StateBadge tone="bad">{text(`webhooks.state.${endpoint.disabled.reason}`)}</StateBadge>;
}

export function useTypes(): (endpoint: Endpoint) => string {
  const text = useText();
  return (endpoint) => (endpoint.types.length === 0 ? text('webhooks.types.all') : endpoint.types.join(', '));
}

interface EndpointSecretProps {
  readonly secret: string | null;
  readonly onClose: () => void;
}

export function EndpointSecret({ secret, onClose }: EndpointSecretProps) {
  const text = useText();
  return <SecretOnce title={text('webhooks.secret')} what={text('webhooks.secret.what')} secret={secret} onClose={onClose} />;
}

interface EndpointActions {
  readonly test: () => Promise<void>;
  /** The new secret; undefined where nothing was replaced. */
  readonly rotate: () => Promise<string | undefined>;
  /** Whether it is gone. */
  readonly remove: () => Promise<boolean>;
}

export function useEndpointActions(endpoint: Endpoint): EndpointActions {
  const text = useText();
  const confirm = useConfirm();
  const act = useAct('webhook-endpoints');
  const params = { path: { endpoint: endpoint.id } };
  return {
    test: async () => {
      await act(() => api().post('/v1/webhook-endpoints/{endpoint}/test', { params }), text('webhooks.tested'));
    },
    rotate: async () => {
      const isSure = await confirm({
        title: text('webhooks.rotate.title', { url: endpoint.url }),
        consequences: [text('webhooks.rotate.what')],
        action: text('webhooks.rotate'),
      });
      if (!isSure) return undefined;
      const rotated = await act(() => api().post('/v1/webhook-endpoints/{endpoint}/rotate-secret', { params, body: {} }));
      return rotated?.data.secret;
    },
    remove: async () => {
      const isSure = await confirm({
        title: text('webhooks.remove.title', { url: endpoint.url }),
        consequences: [text('webhooks.remove.what')],
        action: text('common.remove'),
      });
      if (!isSure) return false;
      return (await act(() => api().delete('/v1/webhook-endpoints/{endpoint}', { params }), text('webhooks.removed'))) !== undefined;
    },
  };
}
