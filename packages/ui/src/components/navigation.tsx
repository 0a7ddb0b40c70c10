import { type ElementType, type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { cx } from '../cx.ts';
import { useUi } from '../i18n/context.tsx';
import { Button } from './button.tsx';
import { ChevronLeftIcon, ChevronRightIcon } from './icons.tsx';

export type BreadcrumbsProps = {
  /** From the root; the last one is the page itself and needs no address. */
  items: Array<{ label: string; href?: string }>;
  /** `next/link`; a plain anchor without it. */
  as?: ElementType;
  className?: string;
};

export function Breadcrumbs({ items, as, className }: BreadcrumbsProps) {
  const { text } = useUi();
  const Link: ElementType = as ?? 'a';
  return (
    <nav className={cx('mh-breadcrumbs', className)} aria-label={text.breadcrumbs}>
      <ol>
        {items.map((item, index) => (
          <li key={`${item.href ?? ''}${item.label}`}>
            {item.href && index < items.length - 1 ? (
              <Link href={item.href}>{item.label}</Link>
            ) : (
              <span aria-current={index === items.length - 1 ? 'page' : undefined}>{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

export type PaginationProps = { page: number; pages: number; onPage: (page: number) => void; className?: string };

export function Pagination({ page, pages, onPage, className }: PaginationProps) {
  const { text, say } = useUi();
  return (
    <nav className={cx('mh-pagination', className)} aria-label={say(text.page, { page, pages })}>
      <Button variant="secondary" size="small" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        <ChevronLeftIcon />
        {text.previous}
      </Button>
      <span aria-current="page">{say(text.page, { page, pages })}</span>
      <Button variant="secondary" size="small" disabled={page >= pages} onClick={() => onPage(page + 1)}>
        {text.next}
        <ChevronRightIcon />
      </Button>
    </nav>
  );
}

export type LoadMoreProps = {
  shown: number;
  total?: number;
  hasMore: boolean;
  busy?: boolean;
  onLoadMore: () => void;
  className?: string;
};

export function LoadMore({ shown, total, hasMore, busy, onLoadMore, className }: LoadMoreProps) {
  const { text, say } = useUi();
  return (
    <div className={cx('mh-load-more', className)}>
      {total === undefined ? null : (
        <>
          <span>{say(text.shown, { shown, total })}</span>
          <progress value={shown} max={Math.max(total, 1)} aria-label={say(text.shown, { shown, total })} />
        </>
      )}
      {hasMore ? (
        <Button variant="secondary" busy={busy} onClick={onLoadMore}>
          {text.loadMore}
        </Button>
      ) : null}
    </div>
  );
}

export type TabsProps = {
  label: string;
  tabs: Array<{ id: string; label: string; count?: number; panel: ReactNode }>;
  selected: string;
  onSelect: (id: string) => void;
  className?: string;
};

/** Tabs after the ARIA pattern: arrow keys, Home and End move and select. */
export function Tabs({ label, tabs, selected, onSelect, className }: TabsProps) {
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);
  const current = tabs.find((tab) => tab.id === selected) ?? tabs[0];
  const move = (event: KeyboardEvent) => {
    const index = tabs.findIndex((tab) => tab.id === current?.id);
    const target = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    const next = tabs[(target + tabs.length) % tabs.length];
    if (!next) return;
    onSelect(next.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
  };
  return (
    <div className={className}>
      <div className="mh-tabs" role="tablist" aria-label={label} ref={list} onKeyDown={move}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            data-tab={tab.id}
            id={`${prefix}-${tab.id}`}
            className="mh-tab"
            aria-selected={tab.id === current?.id}
            aria-controls={`${prefix}-${tab.id}-panel`}
            tabIndex={tab.id === current?.id ? 0 : -1}
            onClick={() => onSelect(tab.id)}
          >
            {tab.label}
            {tab.count === undefined ? null : <span className="mh-tab-count">{tab.count}</span>}
          </button>
        ))}
      </div>
      {current ? (
        <div role="tabpanel" id={`${prefix}-${current.id}-panel`} aria-labelledby={`${prefix}-${current.id}`}>
          {current.panel}
        </div>
      ) : null}
    </div>
  );
}
