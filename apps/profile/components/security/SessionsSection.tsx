import { useApi } from '@mallhive/api-client';
import { Badge, Button, useI18n } from '@mallhive/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { deviceOf } from '../../logic/device.ts';
import { useTexts } from '../../texts.ts';
import type { Session } from '../../types.ts';
import { useRefusalText } from '../refusal-text.ts';
import { Section } from './Section.tsx';

interface SessionsSectionProps {
  sessions: readonly Session[];
  onChanged: () => void;
}

/** Where the person is signed in. */
export function SessionsSection({ sessions, onChanged }: SessionsSectionProps) {
  const api = useApi().identity;
  const text = useTexts().security.sessions;
  const { say, date } = useI18n();
  const refusalText = useRefusalText();
  const [news, setNews] = useState<string | null>(null);
  const ended = (count: number) => {
    setNews(say(text.ended, { count }));
    onChanged();
  };
  const one = useMutation(api.revokeSession.mutationOptions({ onSuccess: () => ended(1) }));
  const others = useMutation(api.revokeOtherSessions.mutationOptions({ onSuccess: ({ revoked }) => ended(revoked) }));
  const error = one.error ?? others.error;

  const nameOf = ({ method, userAgent }: Session) => {
    if (method === 'token') return text.app;
    const device = deviceOf(userAgent);
    return device ? say(text.on, device) : text.unknown;
  };

  return (
    <Section title={text.title} failure={error ? refusalText(error) : null} news={news}>
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
            <span className="min-w-0">
              <span className="flex flex-wrap items-center gap-2 font-semibold">
                {nameOf(session)}
                {session.current ? <Badge tone="accent">{text.current}</Badge> : null}
              </span>
              <span className="text-sm text-ink-soft">
                {say(text.used, { moment: date(session.lastUsedAt, { dateStyle: 'medium', timeStyle: 'short' }) })} UTC
              </span>
            </span>
            {session.current ? null : (
              <Button
                variant="secondary"
                size="small"
                busy={one.isPending && one.variables.id === session.id}
                aria-label={say(text.endName, { device: nameOf(session) })}
                onClick={() => one.mutate({ id: session.id })}
              >
                {text.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <p>
          <Button variant="secondary" busy={others.isPending} onClick={() => others.mutate()}>
            {text.endOthers}
          </Button>
        </p>
      ) : null}
    </Section>
  );
}
