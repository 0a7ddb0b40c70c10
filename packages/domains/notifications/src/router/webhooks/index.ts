import type { NotificationsFacade } from '../../index.ts';
import { createWebhook } from './create-webhook.ts';
import { pingWebhook } from './ping-webhook.ts';
import { removeWebhook } from './remove-webhook.ts';
import { replayFailedWebhooks } from './replay-failed-webhooks.ts';
import { replayWebhookDelivery } from './replay-webhook-delivery.ts';
import { rotateWebhookSecret } from './rotate-webhook-secret.ts';
import { updateWebhook } from './update-webhook.ts';
import { webhook } from './webhook.ts';
import { webhookDeliveries } from './webhook-deliveries.ts';
import { webhookDelivery } from './webhook-delivery.ts';
import { webhooks } from './webhooks.ts';

/** What a seller's own systems hear of. */
export const webhookProcedures = (notifications: NotificationsFacade) => ({
  webhooks: webhooks(notifications),
  webhook: webhook(notifications),
  createWebhook: createWebhook(notifications),
  updateWebhook: updateWebhook(notifications),
  removeWebhook: removeWebhook(notifications),
  rotateWebhookSecret: rotateWebhookSecret(notifications),
  pingWebhook: pingWebhook(notifications),
  webhookDeliveries: webhookDeliveries(notifications),
  webhookDelivery: webhookDelivery(notifications),
  replayWebhookDelivery: replayWebhookDelivery(notifications),
  replayFailedWebhooks: replayFailedWebhooks(notifications),
});
