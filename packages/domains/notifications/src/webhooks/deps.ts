import type { Clock } from '@mallhive/kernel';
import type { Logger } from '@mallhive/observability';
import type { DeliveryRepository } from './delivery.repository.ts';
import type { DeliveryLogRepository } from './delivery-log.repository.ts';
import type { EndpointRepository } from './endpoint.repository.ts';
import type { ApprovedSellers, SecretBox, WebhookSender } from './ports.ts';

/** What every use case of this folder gets. */
export interface WebhookDeps {
  endpoints: EndpointRepository;
  deliveries: DeliveryRepository;
  log: DeliveryLogRepository;
  sender: WebhookSender;
  secrets: SecretBox;
  approved: ApprovedSellers;
  clock: Clock;
  logger: Logger;
}
