import { Badge, BellIcon, Button, EmptyState, ErrorState, LinkButton, Skeleton, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { useTexts } from '../../texts.ts';
import type { Inbox } from '../../types.ts';
import { AccountLayout } from '../AccountLayout.tsx';

export interface InboxViewProps {
  messages: Inbox['messages'] | undefined;
  /** Ids of those shown that are unread. */
  unread: readonly string[];
  failed: boolean;
  hasMore: boolean;
  loadingMore: boolean;
  marking: boolean;
  onMore: () => void;
  onRetry: () => void;
  onRead: (ids: readonly string[]) => void;
}

/** Opening a message marks it as read; so does the button, for all that are shown. */
export function InboxView(props: InboxViewProps) {
  const { messages, unread, failed, hasMore, loadingMore, marking, onMore, onRetry, onRead } = props;
  const text = useTexts().inbox;
  return (
    <AccountLayout current="inbox">
      <div className="mb-6 flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1>{text.title}</h1>
          <p className="mt-2 max-w-prose text-ink-soft">{text.lead}</p>
        </div>
        {unread.length > 0 ? (
          <Button variant="secondary" busy={marking} onClick={() => onRead(unread)}>
            {text.allRead}
          </Button>
        ) : null}
      </div>
      {!messages && failed ? (
        <ErrorState title={text.failedTitle} onRetry={onRetry}>
          {text.failedText}
        </ErrorState>
      ) : null}
      {!messages && !failed ? (
        <div role="status" aria-label={text.loading} className="grid gap-4">
          {['a', 'b', 'c'].map((key) => (
            <Skeleton key={key} className="h-24" />
          ))}
        </div>
      ) : null}
      {messages?.length === 0 ? (
        <EmptyState
          icon={<BellIcon />}
          title={text.empty}
          actions={
            <LinkButton as={Link} href="/account/notifications">
              {text.settings}
            </LinkButton>
          }
        >
          {text.emptyText}
        </EmptyState>
      ) : null}
      {messages && messages.length > 0 ? (
        <ul className="grid gap-3">
          {messages.map((message) => (
            <Entry key={message.id} message={message} onRead={onRead} />
          ))}
        </ul>
      ) : null}
      {hasMore ? (
        <p className="mt-6 text-center">
          <Button variant="secondary" busy={loadingMore} onClick={onMore}>
            {text.more}
          </Button>
        </p>
      ) : null}
      {messages && failed ? (
        <p role="alert" className="mt-4 text-center text-danger text-sm">
          {text.failedText}
        </p>
      ) : null}
    </AccountLayout>
  );
}

function Entry({ message, onRead }: { message: Inbox['messages'][number]; onRead: InboxViewProps['onRead'] }) {
  const text = useTexts().inbox;
  const { locale } = useI18n();
  const { id, subject, body, createdAt, readAt, link } = message;
  const day = new Intl.DateTimeFormat(locale === 'ar' ? 'ar-u-nu-latn' : locale, {
    dateStyle: 'medium',
    timeZone: 'UTC',
  }).format(new Date(createdAt));
  return (
    <li className={`rounded-tile border border-line p-5 ${readAt ? '' : 'bg-surface'}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="font-sans font-semibold text-base">
          {subject} {readAt ? null : <Badge tone="accent">{text.unread}</Badge>}
        </h2>
        <time dateTime={createdAt} className="text-ink-soft text-sm">
          {day}
        </time>
      </div>
      <p className="mt-2 whitespace-pre-line text-ink-soft">{body}</p>
      {link ? (
        <a
          href={link}
          className="mt-3 inline-block font-semibold text-accent-strong underline underline-offset-4"
          onClick={() => (readAt ? undefined : onRead([id]))}
        >
          {text.open}
        </a>
      ) : null}
    </li>
  );
}
