import type { ReactNode } from 'react';

interface FormPageProps {
  title: string;
  lead: string;
  /** Below the form. */
  footer: ReactNode;
  children: ReactNode;
}

export function FormPage({ title, lead, footer, children }: FormPageProps) {
  return (
    <div className="mh-page grid justify-items-center py-10 lg:py-16">
      <div className="w-full max-w-md">
        <h1>{title}</h1>
        <p className="mt-3 mb-8 text-ink-soft">{lead}</p>
        {children}
        <div className="mt-8 grid gap-2 border-line border-t pt-6 text-ink-soft">{footer}</div>
      </div>
    </div>
  );
}
