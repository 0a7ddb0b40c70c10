import { formatMoney } from '@mallhive/ui';
import { hourLabel } from '../logic/figures.ts';
import { niceTop } from '../logic/scale.ts';
import { messages } from '../messages.ts';
import type { Today } from '../types.ts';

const text = messages.today;
const width = 640;
const height = 240;
const left = 52;
const bottom = 24;
const plot = height - bottom - 8;
const slot = (width - left) / 24;

interface HourlyChartProps {
  hourly: Today['hourly'];
  currency: Today['currency'];
}

/** Bars are today, the line is yesterday; the table behind it says the same to a screen reader. */
export function HourlyChart({ hourly, currency }: HourlyChartProps) {
  const top = niceTop(Math.max(0, ...hourly.flatMap(({ today, yesterday }) => [today, yesterday])));
  const y = (amount: number) => plot - (amount / top) * plot;
  const say = (amount: number) => formatMoney({ amount, currency });
  const line = hourly
    .map(({ yesterday }, index) => `${index ? 'L' : 'M'}${slot * (index + 0.5)} ${y(yesterday)}`)
    .join('');
  return (
    <figure>
      <figcaption className="mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <h2 className="text-xl">{text.hourly}</h2>
        <span className="flex gap-5 text-sm text-ink-soft" aria-hidden="true">
          <span className="flex items-center gap-2">
            <span className="size-3 rounded-sm bg-accent" />
            {text.hourlyToday}
          </span>
          <span className="flex items-center gap-2">
            <span className="h-0.5 w-4 bg-ink-soft" />
            {text.hourlyYesterday}
          </span>
        </span>
      </figcaption>
      <svg className="mh-chart" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {[0, top / 2, top].map((value) => (
          <g key={value} transform={`translate(0 ${8 + y(value)})`}>
            <line className="mh-chart-grid" x1={left} x2={width} />
            <text x={left - 8} y={4} textAnchor="end">
              {formatMoney({ amount: value, currency }, { whole: true })}
            </text>
          </g>
        ))}
        <g transform={`translate(${left} 8)`}>
          {hourly.map(({ hour, today }, index) => (
            <rect
              key={hour}
              className="mh-chart-bar"
              x={slot * index + slot * 0.18}
              y={y(today)}
              width={slot * 0.64}
              height={plot - y(today)}
              rx={4}
            >
              <title>{`${hourLabel(hour)}: ${say(today)}`}</title>
            </rect>
          ))}
          <path d={line} className="fill-none stroke-ink-soft" strokeWidth={1.5} strokeDasharray="4 3" />
        </g>
        {hourly
          .filter(({ hour }) => hour % 4 === 0)
          .map(({ hour }) => (
            <text key={hour} x={left + slot * (hour + 0.5)} y={height - 4} textAnchor="middle">
              {hourLabel(hour)}
            </text>
          ))}
      </svg>
      <div className="mh-visually-hidden">
        <table>
          <caption>{text.hourly}</caption>
          <thead>
            <tr>
              <th scope="col">{text.hour}</th>
              <th scope="col">{text.hourlyToday}</th>
              <th scope="col">{text.hourlyYesterday}</th>
            </tr>
          </thead>
          <tbody>
            {hourly.map(({ hour, today, yesterday }) => (
              <tr key={hour}>
                <th scope="row">{hourLabel(hour)}</th>
                <td>{say(today)}</td>
                <td>{say(yesterday)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
