import { z } from 'zod';

/** `stripe:150+20,test:140+20`: by provider a share in basis points and a fixed sum in minor units. */
export const paymentFees = z
  .string()
  .regex(/^[a-z]+:\d{1,4}\+\d{1,6}(,[a-z]+:\d{1,4}\+\d{1,6})*$/, 'must look like stripe:150+20,test:140+20')
  .default('test:140+20')
  .transform((text) =>
    Object.fromEntries(
      [...text.matchAll(/([a-z]+):(\d+)\+(\d+)/g)].map(([, code = '', share, fixed]) => [
        code,
        { basisPoints: Number(share), fixed: Number(fixed) },
      ]),
    ),
  );
