import { GetRecommendationsCommand, PersonalizeRuntimeClient } from '@aws-sdk/client-personalize-runtime';
import type { RailKind, Recommender } from '@mallhive/search/ports';

export interface PersonalizeOptions {
  /** ARN of a recommender or a campaign for each rail that Personalize fills; the others stay the shop's own. */
  rails: Partial<Record<RailKind, string>>;
  region?: string | undefined;
  /** Another address than AWS's own, for tests and private endpoints. */
  endpoint?: string | undefined;
}

/** Rails that are about people; Personalize has nothing to say of a guest. */
const personal: readonly RailKind[] = ['for-you'];
/** Rails that are about a product. */
const aboutProduct: readonly RailKind[] = ['also-bought', 'bought-together', 'similar', 'cart'];

/** Amazon Personalize chooses. One try: whoever waits does so for a quarter of a second, then the shop's own rails answer. */
export function createPersonalize({ rails, region, endpoint }: PersonalizeOptions): Recommender & { close(): void } {
  const client = new PersonalizeRuntimeClient({
    ...(region && { region }),
    ...(endpoint && { endpoint }),
    maxAttempts: 1,
  });
  return {
    name: 'Amazon Personalize',
    recommend: async ({ kind, userId, productIds, limit }, signal) => {
      const arn = rails[kind];
      const itemId = productIds[0];
      if (!arn || (personal.includes(kind) && !userId) || (aboutProduct.includes(kind) && !itemId)) return [];
      const command = new GetRecommendationsCommand({
        ...(arn.includes(':campaign/') ? { campaignArn: arn } : { recommenderArn: arn }),
        ...(userId && { userId }),
        ...(aboutProduct.includes(kind) && { itemId }),
        numResults: Math.min(limit, 500),
      });
      const { itemList = [] } = await client.send(command, { abortSignal: signal });
      return itemList.flatMap((item) => item.itemId ?? []).slice(0, limit);
    },
    close: () => client.destroy(),
  };
}
