import { Badge, Button, Picture, TextAreaField } from '@mallhive/ui';
import { type FormEvent, useState } from 'react';
import { momentLabel } from '../../logic/figures.ts';
import { adminMessages } from '../../messages/admin.ts';
import { frameMessages } from '../../messages/frame.ts';
import type { ModerationCase as Case } from '../../types.ts';

const text = adminMessages.moderation;

function Face({ label, face, other }: { label: string; face: Case['after']; other: Case['before'] }) {
  const changed = (differs: boolean) => (other && differs ? 'rounded-control bg-accent-soft px-2 -mx-2' : '');
  return (
    <section className="grid content-start gap-3" aria-label={label}>
      <h3 className="text-sm font-semibold tracking-wide text-ink-soft uppercase">{label}</h3>
      <p className={`text-lg font-semibold break-words ${changed(other?.title !== face.title)}`}>{face.title}</p>
      {face.images.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {face.images.slice(0, 8).map((image) => (
            <li
              key={image.url}
              className={
                other && !other.images.some(({ url }) => url === image.url) ? 'rounded-control ring-3 ring-accent' : ''
              }
            >
              <Picture image={image} alt={image.alt} sizes="6rem" ratio={1} rounded className="w-24" />
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-ink-soft">{text.noPictures}</p>
      )}
      <p
        className={`max-h-40 overflow-y-auto text-sm whitespace-pre-line ${changed(other?.description !== face.description)}`}
      >
        {face.description || text.noText}
      </p>
    </section>
  );
}

interface ModerationCaseProps {
  item: Case;
  busy: boolean;
  onDecide: (decision: 'approve' | 'reject', reason: string) => void;
}

/** What was approved last beside what waits, with what differs marked. */
export function ModerationCase({ item, busy, onDecide }: ModerationCaseProps) {
  const [rejecting, setRejecting] = useState(false);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const reject = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (reason.trim()) onDecide('reject', reason.trim());
  };
  return (
    <article className="rounded-tile border border-line bg-surface" aria-label={item.after.title}>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-line px-5 py-3">
        <Badge tone="accent">{text.kinds[item.kind]}</Badge>
        <span className="text-sm text-ink-soft">{text.by(item.seller.name, momentLabel(item.submittedAt))}</span>
        {item.reason ? <span className="text-sm">{text.decidedReason(item.reason)}</span> : null}
      </header>
      <div className="grid gap-6 p-5 md:grid-cols-2">
        {item.before ? (
          <Face label={text.before} face={item.before} other={null} />
        ) : (
          <p className="self-center text-ink-soft">{text.nothingBefore}</p>
        )}
        <Face label={text.after} face={item.after} other={item.before} />
      </div>
      {item.status === 'pending' ? (
        <footer className="border-t border-line px-5 py-4">
          {rejecting ? (
            <form noValidate onSubmit={reject} className="grid gap-3">
              <TextAreaField
                label={text.reason}
                hint={text.rejectText}
                rows={3}
                maxLength={1000}
                value={reason}
                error={tried && !reason.trim() ? text.reasonMissing : null}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <div className="flex gap-3">
                <Button type="submit" variant="danger" busy={busy}>
                  {text.reject}
                </Button>
                <Button variant="quiet" onClick={() => setRejecting(false)}>
                  {frameMessages.confirm.cancel}
                </Button>
              </div>
            </form>
          ) : (
            <div className="flex gap-3">
              <Button
                variant="accent"
                busy={busy}
                aria-label={`${text.approve} ${item.after.title}`}
                onClick={() => onDecide('approve', '')}
              >
                {text.approve}
              </Button>
              <Button
                variant="danger"
                aria-label={`${text.reject} ${item.after.title}`}
                onClick={() => setRejecting(true)}
              >
                {text.reject}
              </Button>
            </div>
          )}
        </footer>
      ) : null}
    </article>
  );
}
