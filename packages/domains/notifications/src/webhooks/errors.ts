import { AppError } from '@mallhive/kernel';

/** Thrown for an organisation that the caller does not belong to. */
export const notAMember = () => new AppError('forbidden', 'not_a_member', 'You do not belong to this organisation.');

/** Thrown when the caller's role in the organisation does not reach. */
export const roleTooLow = () => new AppError('forbidden', 'role_too_low', 'Your role does not allow this.');

/** Thrown for an address or a delivery that does not exist, or belongs to somebody else. */
export const webhookNotFound = () => new AppError('not_found', 'webhook_not_found', 'This does not exist.');

/** Thrown for an address that nothing is ever sent to. */
export const webhookUrlRefused = () =>
  new AppError('unprocessable', 'webhook_url_refused', 'Nothing can be sent to this address.');

/** Thrown when an organisation has as many addresses as it may have; `details.maximum`. */
export const tooManyWebhooks = (maximum: number) =>
  new AppError('conflict', 'too_many_webhooks', 'There are too many addresses already.', { details: { maximum } });

/** Thrown when something should be sent to an address that is switched off. */
export const webhookOff = () => new AppError('conflict', 'webhook_off', 'This address is switched off.');

/** Thrown by a shop that has nothing to send webhooks with. */
export const webhooksUnavailable = () =>
  new AppError('unavailable', 'webhooks_unavailable', 'This shop does not send webhooks.');
