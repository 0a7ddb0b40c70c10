import { useApi } from '@mallhive/api-client';
import { Button, Drawer, Notice } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { momentOf } from '../../logic/days.ts';
import { sayRefusal } from '../../logic/say-refusal.ts';
import { webhookMessages } from '../../messages/webhooks.ts';
import type { WebhookDelivery } from '../../types.ts';
import { Loaded } from '../Loaded.tsx';
import { useOrganisation } from '../organisation.tsx';
import { answerOf, Outcome } from './Outcome.tsx';

const { delivery: text, events, refused, failed } = webhookMessages;
const code = 'max-h-80 overflow-auto rounded-control bg-sunken p-3 text-sm break-words whitespace-pre-wrap';

function pretty(payload: string): string {
  try {
    return JSON.stringify(JSON.parse(payload), null, 2);
  } catch {
    return payload;
  }
}

interface DeliveryDrawerProps {
  webhookId: string;
  delivery: WebhookDelivery;
  onClose: () => void;
}

/** One delivery: what was sent, and every try. */
export function DeliveryDrawer({ webhookId, delivery: listed, onClose }: DeliveryDrawerProps) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { sellerId } = useOrganisation();
  const ids = { sellerId, webhookId, deliveryId: listed.id };
  const query = useQuery(api.notifications.webhookDelivery.queryOptions(ids));
  // The list may be older.
  const delivery = query.data?.delivery ?? listed;
  const replay = useMutation(
    api.notifications.replayWebhookDelivery.mutationOptions({
      onSuccess: () => {
        toast.show({ message: text.replayed });
        onClose();
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.notifications.pathKey() }),
    }),
  );
  return (
    <Drawer
      open
      onClose={onClose}
      title={events[delivery.type] ?? delivery.type}
      footer={
        <div className="flex justify-end">
          <Button disabled={delivery.status === 'pending'} busy={replay.isPending} onClick={() => replay.mutate(ids)}>
            {text.replay}
          </Button>
        </div>
      }
    >
      <div className="grid gap-6">
        {replay.isError ? (
          <Notice tone="danger" role="alert">
            {sayRefusal(replay.error, refused, failed)}
          </Notice>
        ) : null}
        <div className="grid gap-2">
          <Outcome delivery={delivery} />
          <p className="text-sm text-ink-soft">
            {momentOf(delivery.createdAt)} · {text.id} <code className="break-all">{delivery.id}</code>
          </p>
        </div>
        <Loaded query={query}>
          {({ payload, attempts }) => (
            <>
              <section>
                <h3 className="mb-2 text-lg">{text.attempts}</h3>
                {attempts.length === 0 ? <p className="text-ink-soft">{text.noAttempts}</p> : null}
                <ol className="divide-y divide-line">
                  {attempts.map((attempt) => (
                    <li key={attempt.number} className="grid gap-1 py-3">
                      <div className="flex flex-wrap justify-between gap-x-3">
                        <span className="font-semibold">{answerOf(attempt)}</span>
                        <time dateTime={attempt.at} className="text-sm text-ink-soft">
                          {momentOf(attempt.at)}
                        </time>
                      </div>
                      <p className="text-sm text-ink-soft">{text.attempt(attempt.number, attempt.durationMs)}</p>
                      {attempt.response ? (
                        <details className="text-sm">
                          <summary className="cursor-pointer font-semibold text-ink-soft">{text.response}</summary>
                          <pre className={`mt-2 ${code}`}>{attempt.response}</pre>
                        </details>
                      ) : null}
                    </li>
                  ))}
                </ol>
              </section>
              <section>
                <h3 className="mb-2 text-lg">{text.payload}</h3>
                {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
                <pre className={code} tabIndex={0}>
                  {pretty(payload)}
                </pre>
              </section>
            </>
          )}
        </Loaded>
      </div>
    </Drawer>
  );
}
