import { Button } from '@mallhive/ui';
import { signIn } from 'next-auth/react';
import { messages } from '../messages.ts';

const text = messages.signIn;

export interface Issuer {
  id: string;
  name: string;
}

interface IssuerButtonsProps {
  issuers: readonly Issuer[];
  /** A path of the dashboard. */
  callbackUrl: string;
  disabled: boolean;
}

/** A button for each outside issuer that this shop is configured for. */
export function IssuerButtons({ issuers, callbackUrl, disabled }: IssuerButtonsProps) {
  if (issuers.length === 0) return null;
  return (
    <div className="grid gap-3">
      <p className="text-center text-ink-soft">{text.or}</p>
      {issuers.map(({ id, name }) => (
        <Button
          key={id}
          variant="secondary"
          size="large"
          block
          disabled={disabled}
          onClick={() => void signIn(id, { callbackUrl })}
        >
          {text.continueWith(name)}
        </Button>
      ))}
    </div>
  );
}
