import type { ReactNode } from 'react';
import { labelEvery, linePath, niceScale } from './chart-scale.ts';
import { cx } from './cx.ts';
import { useUi } from './i18n/context.tsx';

export type ChartPoint = { label: string; value: number };
export type ChartProps = {
  /** What is drawn; read out, and the caption of the table behind it. */
  label: string;
  points: ChartPoint[];
  format?: (value: number) => string;
  height?: number;
  className?: string;
};

const width = 640;
const left = 52;
const bottom = 24;

function Frame({
  label,
  points,
  format = String,
  height = 240,
  className,
  top,
  step,
  children,
}: ChartProps & { top: number; step: number; children: ReactNode }) {
  const { text, say } = useUi();
  const plot = height - bottom - 8;
  const rows = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step);
  const every = labelEvery(points.length, 8);
  const slot = (width - left) / Math.max(points.length, 1);
  return (
    <figure className={className}>
      <svg className="mh-chart" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {rows.map((value) => {
          const y = 8 + plot - (value / top) * plot;
          return (
            <g key={value}>
              <line className="mh-chart-grid" x1={left} x2={width} y1={y} y2={y} />
              <text x={left - 8} y={y + 4} textAnchor="end">
                {format(value)}
              </text>
            </g>
          );
        })}
        <g transform={`translate(${left} 8)`}>{children}</g>
        {points.map((point, index) =>
          index % every === 0 ? (
            <text key={point.label} x={left + slot * (index + 0.5)} y={height - 4} textAnchor="middle">
              {point.label}
            </text>
          ) : null,
        )}
      </svg>
      {/* A table cannot be made one pixel high; what is around it can. */}
      <div className="mh-visually-hidden">
        <table>
          <caption>{say(text.tableOf, { label })}</caption>
          <tbody>
            {points.map((point) => (
              <tr key={point.label}>
                <th scope="row">{point.label}</th>
                <td>{format(point.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

export function BarChart(props: ChartProps) {
  const { points, format = String, height = 240 } = props;
  const { top, step } = niceScale(Math.max(0, ...points.map((point) => point.value)));
  const plot = height - bottom - 8;
  const slot = (width - left) / Math.max(points.length, 1);
  const bar = Math.min(slot * 0.64, 56);
  return (
    <Frame {...props} top={top} step={step}>
      {points.map((point, index) => {
        const size = (point.value / top) * plot;
        return (
          <rect
            key={point.label}
            className="mh-chart-bar"
            x={slot * index + (slot - bar) / 2}
            y={plot - size}
            width={bar}
            height={size}
            rx={Math.min(5, bar / 2)}
          >
            <title>{`${point.label}: ${format(point.value)}`}</title>
          </rect>
        );
      })}
    </Frame>
  );
}

export function LineChart(props: ChartProps) {
  const { points, format = String, height = 240 } = props;
  const { top, step } = niceScale(Math.max(0, ...points.map((point) => point.value)));
  const plot = height - bottom - 8;
  const slot = (width - left) / Math.max(points.length, 1);
  const span = slot * Math.max(points.length - 1, 0);
  const path = linePath(
    points.map((point) => point.value),
    span,
    plot,
    top,
  );
  return (
    <Frame {...props} top={top} step={step}>
      <g transform={`translate(${slot / 2} 0)`}>
        {points.length > 1 ? <path className="mh-chart-area" d={`${path}L${span} ${plot}L0 ${plot}Z`} /> : null}
        <path className="mh-chart-line" d={path} />
        {points.length <= 31
          ? points.map((point, index) => (
              <circle
                key={point.label}
                className="mh-chart-dot"
                cx={slot * index}
                cy={plot - (point.value / top) * plot}
                r="3.5"
              >
                <title>{`${point.label}: ${format(point.value)}`}</title>
              </circle>
            ))
          : null}
      </g>
    </Frame>
  );
}

/** A line without axes, for a table cell or a tile. */
export function Sparkline({ label, values, className }: { label: string; values: number[]; className?: string }) {
  const top = Math.max(1, ...values);
  return (
    <svg
      className={cx('mh-chart', 'mh-sparkline', className)}
      viewBox="0 0 100 30"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path className="mh-chart-line" d={linePath(values, 100, 30, top)} />
    </svg>
  );
}
