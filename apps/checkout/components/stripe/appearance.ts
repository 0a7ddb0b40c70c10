import type { Appearance } from '@stripe/stripe-js';

/** The shop's colours and corners for fields that stand in a frame of Stripe's. */
export function appearance(): Appearance {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--mh-${name}`).trim();
  return {
    theme: style.colorScheme === 'dark' ? 'night' : 'stripe',
    variables: {
      colorPrimary: token('accent-strong'),
      colorBackground: token('surface'),
      colorText: token('ink'),
      colorTextSecondary: token('ink-soft'),
      colorDanger: token('danger'),
      borderRadius: token('radius-control'),
      fontFamily: 'system-ui, sans-serif',
    },
  };
}
