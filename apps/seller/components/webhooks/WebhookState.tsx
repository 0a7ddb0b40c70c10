import { Badge } from '@mallhive/ui';
import { webhookMessages as text } from '../../messages/webhooks.ts';
import type { Webhook } from '../../types.ts';

const tones = { active: 'positive', paused: 'neutral', disabled: 'danger' } as const;

export function WebhookState({ webhook: { status, failingSince } }: { webhook: Webhook }) {
  if (status === 'active' && failingSince) return <Badge tone="caution">{text.state.failing}</Badge>;
  return <Badge tone={tones[status]}>{text.state[status]}</Badge>;
}
