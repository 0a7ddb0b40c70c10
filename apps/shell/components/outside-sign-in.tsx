import { Button, useI18n } from '@mallhive/ui';
import { signIn } from 'next-auth/react';
import type { en } from '../messages/en.ts';

export interface OutsideProvider {
  id: string;
  name: string;
}

interface OutsideSignInProps {
  text: Pick<(typeof en)['signIn'], 'or' | 'continueWith'>;
  providers: readonly OutsideProvider[];
  callbackUrl: string;
}

/** A button for each issuer that this shop is configured for. */
export function OutsideSignIn({ text, providers, callbackUrl }: OutsideSignInProps) {
  const { say } = useI18n();
  if (providers.length === 0) return null;
  return (
    <div className="mt-6 grid gap-3">
      <p className="text-center text-ink-soft">{text.or}</p>
      {providers.map(({ id, name }) => (
        <Button key={id} variant="secondary" size="large" block onClick={() => void signIn(id, { callbackUrl })}>
          {say(text.continueWith, { name })}
        </Button>
      ))}
    </div>
  );
}
