import { Button } from '@mallhive/ui';
import { Comb } from '../components/unavailable.tsx';
import { messages } from '../messages.ts';

export default function Broken() {
  const { title, text, again } = messages.broken;
  return (
    <section className="mh-page grid min-h-[60vh] content-center justify-items-center gap-5 py-16 text-center">
      <Comb />
      <h1>{title}</h1>
      <p className="max-w-prose text-ink-soft">{text}</p>
      <Button onClick={() => location.reload()}>{again}</Button>
    </section>
  );
}
