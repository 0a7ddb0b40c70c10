import type { Inngest, InngestFunction } from 'inngest';
import type { WorkflowDependencies } from '../dependencies.ts';
import { deliverWebhooks } from './deliver-webhooks.ts';
import { expireWebhooks, wakeWebhooks } from './keep-webhooks-going.ts';
import { tellOfDisabledWebhook } from './tell-of-disabled-webhook.ts';
import { tellSystems } from './tell-systems.ts';

/** What sellers' own systems hear of the shop. */
const functions = [tellSystems, deliverWebhooks, wakeWebhooks, expireWebhooks, tellOfDisabledWebhook];

export function createWebhookFunctions(
  inngest: Inngest.Any,
  dependencies: WorkflowDependencies,
): InngestFunction.Any[] {
  return functions.map((create) => create(inngest, dependencies));
}
