import type { BehaviourSink } from '@mallhive/analytics/ports';
import type { Handover, MailChannel, PushChannel, SmsChannel, WebhookSender } from '@mallhive/notifications/ports';
import type { Recommender } from '@mallhive/search/ports';
import type { BusinessFigures } from './metrics.ts';

const secondsSince = (start: number): number => (performance.now() - start) / 1_000;

/** The moment that an id of version 7 was made, in milliseconds. */
export function madeAt(id: string): number {
  return Number.parseInt(id.replace('-', '').slice(0, 12), 16);
}

const outcomeOf = (handover: Handover): string =>
  'providerRef' in handover ? 'taken' : 'unclear' in handover ? 'unclear' : 'undeliverable';

/** Wraps what leads out of the shop, so that each call is counted and timed. Answers and errors pass unchanged. */
export function createMeter(figures: BusinessFigures, now: () => number = Date.now) {
  function timed<Message extends { id: string }>(
    channel: string,
    provider: string,
    send: (message: Message) => Promise<Handover>,
  ) {
    return async (message: Message): Promise<Handover> => {
      const start = performance.now();
      let outcome = 'failed';
      try {
        const handover = await send(message);
        outcome = outcomeOf(handover);
        if (outcome === 'taken') {
          figures.messageDelay.observe({ channel }, Math.max(0, now() - madeAt(message.id)) / 1_000);
        }
        return handover;
      } finally {
        figures.handovers.inc({ channel, provider, outcome });
        figures.handoverSeconds.observe({ channel, provider }, secondsSince(start));
      }
    };
  }
  return {
    mail: (own: MailChannel): MailChannel => ({
      ...own,
      send: timed('email', own.name, (message) => own.send(message)),
    }),
    sms: (own: SmsChannel): SmsChannel => ({ ...own, send: timed('sms', own.name, (message) => own.send(message)) }),
    push: (own: PushChannel): PushChannel => ({
      ...own,
      send: timed('push', own.name, (message) => own.send(message)),
    }),
    webhooks: (own: WebhookSender): WebhookSender => ({
      accepts: (url) => own.accepts(url),
      send: async (request) => {
        const answer = await own.send(request);
        const { status, problem, durationMs } = answer;
        const outcome = problem ?? (status !== null && status >= 200 && status < 300 ? 'taken' : 'refused');
        figures.webhooks.inc({ outcome });
        figures.webhookSeconds.observe(durationMs / 1_000);
        return answer;
      },
    }),
    sink: (own: BehaviourSink): BehaviourSink => ({
      name: own.name,
      write: async (events) => {
        try {
          await own.write(events);
          figures.sinkEvents.inc({ sink: own.name }, events.length);
        } catch (error) {
          figures.sinkFailures.inc({ sink: own.name });
          throw error;
        }
      },
    }),
    recommender: (own: Recommender): Recommender => ({
      name: own.name,
      recommend: async (question, signal) => {
        const start = performance.now();
        let outcome = 'failed';
        try {
          const ids = await own.recommend(question, signal);
          outcome = ids.length > 0 ? 'answered' : 'nothing';
          return ids;
        } finally {
          if (signal.aborted) outcome = 'late';
          figures.recommender.observe({ rail: question.kind, outcome }, secondsSince(start));
        }
      },
    }),
    /** Of what browsers tell, once it is stored. */
    collect:
      <Batch extends { events: readonly { type: string; results?: number }[] }, Rest extends unknown[]>(
        own: (batch: Batch, ...rest: Rest) => Promise<{ accepted: number }>,
      ) =>
      async (batch: Batch, ...rest: Rest): Promise<{ accepted: number }> => {
        const { length } = batch.events;
        const answer = await own(batch, ...rest).catch((error: unknown) => {
          figures.behaviour.inc({ outcome: 'refused' }, length);
          throw error;
        });
        figures.behaviour.inc({ outcome: 'accepted' }, answer.accepted);
        if (answer.accepted < length) figures.behaviour.inc({ outcome: 'left_out' }, length - answer.accepted);
        for (const { type, results } of answer.accepted > 0 ? batch.events : []) {
          if (type === 'search') figures.searches.inc({ found: results === 0 ? 'no' : 'yes' });
          if (type === 'rail_shown') figures.rails.inc({ action: 'shown' });
          if (type === 'rail_clicked') figures.rails.inc({ action: 'clicked' });
        }
        return answer;
      },
  };
}
