export { createPublicFetcher } from './fetcher.ts';
export { createWebhookSender } from './webhook-sender.ts';
