import { niceTop } from '../../logic/scale.ts';
import { analyticsMessages } from '../../messages/analytics.ts';

const text = analyticsMessages.chart;
const height = 260;
const left = 84;
const bottom = 24;
const plot = height - bottom - 12;

interface TrendChartProps {
  title: string;
  points: readonly { key: string; label: string; now: number; before: number; unusual: boolean }[];
  say: (amount: number) => string;
  axis: (amount: number) => string;
  /** What the two lines are. */
  names?: { now: string; before: string };
  /** In units of the drawing: less makes its letters larger where it has half the page. */
  width?: number;
}

/**
 * This period as a filled line, the one before dashed: they differ in more than colour. Unusual days have a mark.
 * The table behind it says the same to a screen reader.
 */
export function TrendChart({ title, points, say, axis, names = text, width = 720 }: TrendChartProps) {
  const low = Math.min(0, ...points.flatMap(({ now, before }) => [now, before]));
  const top = niceTop(Math.max(1, ...points.flatMap(({ now, before }) => [now, before])));
  const floor = low < 0 ? -niceTop(-low) : 0;
  const slot = (width - left) / Math.max(points.length, 1);
  const x = (index: number) => left + slot * (index + 0.5);
  const y = (amount: number) => 8 + plot - ((amount - floor) / (top - floor)) * plot;
  const path = (of: (point: TrendChartProps['points'][number]) => number) =>
    points.map((point, index) => `${index ? 'L' : 'M'}${x(index).toFixed(1)} ${y(of(point)).toFixed(1)}`).join('');
  const line = path(({ now }) => now);
  const every = Math.max(1, Math.ceil(points.length / 7));
  return (
    <figure>
      <figcaption className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-ink-soft" aria-hidden="true">
        <span className="flex items-center gap-2">
          <span className="h-1 w-5 rounded-sm bg-accent-strong" />
          {names.now}
        </span>
        <span className="flex items-center gap-2">
          <span className="w-5 border-t-2 border-dashed border-ink-soft" />
          {names.before}
        </span>
        {points.some(({ unusual }) => unusual) ? (
          <span className="flex items-center gap-2">
            <span className="size-3 rotate-45 border-2 border-danger bg-surface" />
            {text.unusual}
          </span>
        ) : null}
      </figcaption>
      <svg
        // Half as wide on a phone, so its letters are drawn larger there.
        className={`mh-chart ${width < 500 ? 'max-sm:text-[15px]' : 'max-sm:text-[22px]'}`}
        viewBox={`0 0 ${width} ${height}`}
        aria-hidden="true"
      >
        {[...new Set([floor, 0, top / 2, top])].map((value) => (
          <g key={value} transform={`translate(0 ${y(value)})`}>
            <line className="mh-chart-grid" x1={left} x2={width} />
            <text x={left - 8} y={4} textAnchor="end">
              {axis(value)}
            </text>
          </g>
        ))}
        {points.length > 1 ? (
          <path className="mh-chart-area" d={`${line}L${x(points.length - 1)} ${y(0)}L${x(0)} ${y(0)}Z`} />
        ) : null}
        <path
          d={path(({ before }) => before)}
          className="fill-none stroke-ink-soft"
          strokeWidth={1.5}
          strokeDasharray="5 4"
        />
        <path className="mh-chart-line" d={line} />
        {points.map((point, index) => (
          <g key={point.key} transform={`translate(${x(index)} ${y(point.now)})`}>
            {point.unusual ? (
              <rect
                className="fill-surface stroke-danger"
                strokeWidth={2}
                x={-4.5}
                y={-4.5}
                width={9}
                height={9}
                transform="rotate(45)"
              />
            ) : null}
            <circle r={Math.max(slot / 2, 4)} className="fill-transparent">
              <title>{`${point.label}: ${say(point.now)} (${names.before}: ${say(point.before)})`}</title>
            </circle>
          </g>
        ))}
        {points.map((point, index) =>
          index % every === 0 ? (
            <text key={point.key} x={x(index)} y={height - 4} textAnchor="middle">
              {point.label}
            </text>
          ) : null,
        )}
      </svg>
      <div className="mh-visually-hidden">
        <table>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{text.day}</th>
              <th scope="col">{names.now}</th>
              <th scope="col">{names.before}</th>
            </tr>
          </thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.key}>
                <th scope="row">
                  {point.label}
                  {point.unusual ? ` (${text.unusual})` : ''}
                </th>
                <td>{say(point.now)}</td>
                <td>{say(point.before)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
