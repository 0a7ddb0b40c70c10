import type { Loader } from '@mallhive/federation';
import { messages } from '../messages.ts';
import type { OrderLookUpPageProps } from './OrderLookUpPage.tsx';

export const loader: Loader<OrderLookUpPageProps> = async ({ query }) => ({
  props: { number: typeof query.number === 'string' ? query.number.slice(0, 32) : '' },
  head: { title: messages.lookUp.title, description: messages.lookUp.description, noIndex: true },
});
