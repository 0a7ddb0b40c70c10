import type { Loader } from '@mallhive/federation';
import { texts } from '../messages/index.ts';
import type { OrderLookUpPageProps } from './OrderLookUpPage.tsx';

export const loader: Loader<OrderLookUpPageProps> = async ({ query, locale }) => {
  const { title, description } = texts(locale).lookUp;
  return {
    props: { number: typeof query.number === 'string' ? query.number.slice(0, 32) : '' },
    head: { title, description, noIndex: true },
  };
};
