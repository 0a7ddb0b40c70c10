import { changePercent } from '../../logic/figures.ts';

/** Against an earlier figure: with a sign and an arrow, so that colour is not needed. */
export function Change({ now, before }: { now: number; before: number }) {
  const change = changePercent(now, before);
  if (change === null) return <span className="text-ink-soft">–</span>;
  const tone = change > 0 ? 'text-positive' : change < 0 ? 'text-danger' : 'text-ink-soft';
  return (
    <span className={`whitespace-nowrap ${tone}`}>
      {change > 0 ? '▲ +' : change < 0 ? '▼ ' : ''}
      {change.toLocaleString('en-GB')} %
    </span>
  );
}
