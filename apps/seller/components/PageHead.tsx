import type { ReactNode } from 'react';

interface PageHeadProps {
  title: ReactNode;
  /** Badges beside the title. */
  badges?: ReactNode;
  /** One line below. */
  lead?: ReactNode;
  /** What the page is for, at its right. */
  actions?: ReactNode;
}

export function PageHead({ title, badges, lead, actions }: PageHeadProps) {
  return (
    <header className="mb-5 flex flex-wrap items-end gap-x-6 gap-y-3 print:hidden">
      <div className="min-w-0 flex-1 basis-72">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="text-2xl break-words sm:text-3xl">{title}</h1>
          {badges}
        </div>
        {lead ? <p className="mt-1 text-ink-soft">{lead}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}

type PanelProps = Partial<Omit<PageHeadProps, 'badges'>> & { children: ReactNode };

/** A white block of a page, with or without a heading. */
export function Panel({ title, lead, actions, children }: PanelProps) {
  return (
    <section className="min-w-0 rounded-tile border border-line bg-surface p-5 sm:p-6">
      {title ? (
        <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
          <div>
            <h2 className="text-xl">{title}</h2>
            {lead ? <p className="mt-1 text-sm text-ink-soft">{lead}</p> : null}
          </div>
          {actions}
        </div>
      ) : null}
      {children}
    </section>
  );
}
