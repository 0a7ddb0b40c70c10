import { refusalOf } from '@mallhive/api-client';
import type { Loader } from '@mallhive/federation';
import { texts } from '../messages/index.ts';
import type { CheckoutPageProps } from './CheckoutPage.tsx';

/** Per request: the shopper's cart becomes a checkout, or is the open one already. */
export const loader: Loader<CheckoutPageProps> = async ({ api, query, locale, currency }) => {
  const { title, description } = texts(locale).page;
  const head = { title, description, noIndex: true };
  const returned = query.returned !== undefined;
  const [user, savedAddresses, providers] = await Promise.all([
    api.identity.me.query().then(
      ({ user: found }) => found,
      () => null,
    ),
    // Refused when nobody is signed in: then there are none.
    api.identity.addresses.query().then(
      ({ addresses }) => addresses,
      () => [],
    ),
    api.payments.providers.query().then(
      ({ providers: offered }) => offered,
      () => [],
    ),
  ]);
  const rest = {
    returned,
    email: user?.email ?? '',
    signedIn: user !== null,
    savedAddresses,
    methods: providers,
  };
  const country = (savedAddresses.find(({ isDefault }) => isDefault) ?? savedAddresses[0])?.country ?? 'GB';
  try {
    const { checkout } = await api.orders.startCheckout.mutate({ country, currency, locale });
    const unavailable = providers.length === 0;
    return { props: { checkout: unavailable ? null : checkout, unavailable, ...rest }, head };
  } catch (error) {
    return { props: { checkout: null, unavailable: refusalOf(error)?.reason !== 'cart_empty', ...rest }, head };
  }
};
