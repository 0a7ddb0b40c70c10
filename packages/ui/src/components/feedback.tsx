import type { CSSProperties, ReactNode } from 'react';
import { cx } from '../cx.ts';
import { useUi } from '../i18n/context.tsx';
import { Button } from './button.tsx';
import { AlertIcon, CheckCircleIcon, InfoIcon, SearchIcon } from './icons.tsx';

/** A grey shape where something will be; give it the size of that thing so that nothing moves. */
export function Skeleton({ className, style }: { className?: string; style?: CSSProperties }) {
  return <span className={cx('mh-skeleton', className)} style={style} aria-hidden="true" />;
}

export type StateProps = {
  title: string;
  children?: ReactNode;
  icon?: ReactNode;
  /** What is no running text and comes under it. */
  more?: ReactNode;
  /** Buttons or links that lead on. */
  actions?: ReactNode;
  className?: string;
  /** Level of the title in the page's outline. */
  level?: 1 | 2 | 3;
};

export function EmptyState({ title, children, icon, more, actions, className, level = 2 }: StateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={cx('mh-state', className)}>
      <span className="mh-state-mark">{icon ?? <SearchIcon />}</span>
      <Heading>{title}</Heading>
      {children ? <p>{children}</p> : null}
      {more}
      {actions ? <div className="mh-state-actions">{actions}</div> : null}
    </div>
  );
}

export function ErrorState({
  title,
  children,
  icon,
  actions,
  className,
  level = 2,
  onRetry,
  retrying,
}: StateProps & { onRetry?: () => void; retrying?: boolean }) {
  const { text } = useUi();
  const Heading = `h${level}` as const;
  return (
    <div className={cx('mh-state', className)} data-tone="danger" role="alert">
      <span className="mh-state-mark">{icon ?? <AlertIcon />}</span>
      <Heading>{title}</Heading>
      {children ? <p>{children}</p> : null}
      {onRetry || actions ? (
        <div className="mh-state-actions">
          {onRetry ? (
            <Button onClick={onRetry} busy={retrying}>
              {text.retry}
            </Button>
          ) : null}
          {actions}
        </div>
      ) : null}
    </div>
  );
}

export type NoticeProps = {
  tone?: 'info' | 'positive' | 'caution' | 'danger';
  title?: string;
  children?: ReactNode;
  /** A button or link at the end. */
  action?: ReactNode;
  /** `alert` interrupts a screen reader; for what came up after an action. */
  role?: 'status' | 'alert';
  className?: string;
};

export function Notice({ tone = 'info', title, children, action, role, className }: NoticeProps) {
  const Icon = tone === 'positive' ? CheckCircleIcon : tone === 'info' ? InfoIcon : AlertIcon;
  return (
    <div className={cx('mh-notice', className)} data-tone={tone} role={role}>
      <Icon />
      <div>
        {title ? <p className="mh-notice-title">{title}</p> : null}
        {children}
      </div>
      {action}
    </div>
  );
}
