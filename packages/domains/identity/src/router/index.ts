import { router } from '@mallhive/trpc';
import type { Identity } from '../index.ts';
import { addresses } from './addresses.ts';
import { me } from './me.ts';
import { register } from './register.ts';
import { removeAddress } from './remove-address.ts';
import { revokeSession } from './revoke-session.ts';
import { saveAddress } from './save-address.ts';
import { sessions } from './sessions.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

export default function createIdentityRouter(identity: Identity) {
  return router({
    register: register(identity),
    signIn: signIn(identity),
    me: me(),
    signOut: signOut(identity),
    sessions: sessions(identity),
    revokeSession: revokeSession(identity),
    addresses: addresses(identity),
    saveAddress: saveAddress(identity),
    removeAddress: removeAddress(identity),
  });
}
