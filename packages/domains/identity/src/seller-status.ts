import type { SellerDecision } from './contract-organisations.ts';
import type { SellerStatus } from './contract-shapes.ts';

/** The life of a seller organisation. `reapply` is the seller's own move, the rest are an administrator's. */
export type SellerMove = SellerDecision | 'reapply';

const transitions: Record<SellerMove, { from: SellerStatus; to: SellerStatus }> = {
  approve: { from: 'pending', to: 'approved' },
  reject: { from: 'pending', to: 'rejected' },
  reapply: { from: 'rejected', to: 'pending' },
  suspend: { from: 'approved', to: 'suspended' },
  reinstate: { from: 'suspended', to: 'approved' },
};

export const transitionOf = (move: SellerMove): { from: SellerStatus; to: SellerStatus } => transitions[move];
