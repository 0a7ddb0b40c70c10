import { router } from '@mallhive/trpc';
import type { Analytics } from '../index.ts';
import { sellerToday } from './seller-today.ts';
import { track } from './track.ts';

export default function createAnalyticsRouter(analytics: Analytics) {
  return router({ track: track(analytics), sellerToday: sellerToday(analytics) });
}
