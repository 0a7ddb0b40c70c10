import type { RouterInputs, RouterOutputs } from '@mallhive/api-client';

export type Checkout = RouterOutputs['orders']['checkout']['checkout'];
export type Parcel = Checkout['parcels'][number];
export type Placed = RouterOutputs['orders']['place'];
export type Order = RouterOutputs['orders']['order']['order'];
export type Address = Required<RouterInputs['orders']['place']['shippingAddress']>;
export type Confirmation = RouterOutputs['payments']['confirmTest'];
/** A way to pay that the shop offers. */
export type Method = RouterOutputs['payments']['providers']['providers'][number];
export type SavedAddress = RouterOutputs['identity']['addresses']['addresses'][number];
export type ShippingCode = NonNullable<Parcel['chosenShipping']>;
/** What gift cards and credit give. */
export type PayWith = RouterInputs['orders']['place']['payWith'];
export type Money = Checkout['totals']['total'];
