import { Trans } from '@lingui/react/macro';
import { useId } from 'react';
import { usePrinting } from './use-printing';

export interface BarChartData {
  /** Table header of the row labels, such as "Semana". */
  rowHead: string;
  /** Labels of one or two series. The first is drawn as an outline, the last is filled. */
  series: readonly string[];
  rows: readonly { label: string; values: readonly number[] }[];
}

interface BarChartProps extends BarChartData {
  /** The chart described in one sentence, for people who cannot see it. */
  summary: string;
}

const HEIGHT = 150;
const FOOT = 22;
const LEFT = 7; // left margin for the numbers of the scale, in percent of the width
const PLOT = HEIGHT - FOOT - 8;

/**
 * Vertical bar chart with a text summary and a table of the same data. Widths are percentages, so that text keeps its
 * size.
 */
export function BarChart({ summary, ...bars }: BarChartProps) {
  const { rows, series } = bars;
  const top = topOf(rows.flatMap(({ values }) => values));
  const wide = (100 - LEFT) / rows.length;
  return (
    <figure className="chart stack stack--2">
      <figcaption>{summary}</figcaption>
      {series.length > 1 && <Legend series={series} />}
      <svg role="img" aria-label={summary} width="100%" height={HEIGHT}>
        {[top, top / 2, 0].map((value) => (
          <ScaleLine key={value} value={value} top={top} />
        ))}
        {rows.map(({ label, values }, at) => (
          <Group
            key={label}
            label={label}
            values={values}
            top={top}
            at={at}
            wide={wide}
            of={rows.length}
          />
        ))}
      </svg>
      <BarTable {...bars} />
    </figure>
  );
}

/** Returns the smallest even number that is not below any value, so that the scale has a middle line. */
const topOf = (values: readonly number[]) => Math.max(2, 2 * Math.ceil(Math.max(0, ...values) / 2));
const yOf = (value: number, top: number) => 8 + PLOT * (1 - value / top);

function ScaleLine({ value, top }: { value: number; top: number }) {
  const y = yOf(value, top);
  return (
    <>
      <line className="chart__line" x1={`${LEFT}%`} x2="100%" y1={y} y2={y} />
      <text className="chart__text" x={0} y={y + 4}>
        {value}
      </text>
    </>
  );
}

interface GroupProps {
  label: string;
  values: readonly number[];
  top: number;
  at: number;
  wide: number;
  of: number;
}

/** Bars of one row, with its label where there is space for it. */
function Group({ label, values, top, at, wide, of }: GroupProps) {
  const start = LEFT + at * wide;
  const bar = Math.min(14, (wide * 0.76) / values.length);
  const gap = (wide - bar * values.length) / 2;
  const isLabelled = of <= 6 || (of - 1 - at) % 3 === 0;
  return (
    <>
      {values.map((value, n) => (
        <rect
          key={n}
          className={n === values.length - 1 ? 'chart__bar' : 'chart__bar chart__bar--first'}
          x={`${start + gap + n * bar}%`}
          width={`${bar * 0.88}%`}
          y={yOf(value, top)}
          height={PLOT * (value / top)}
          rx={2}
        />
      ))}
      {isLabelled && (
        <text
          className="chart__text"
          x={`${start + wide / 2}%`}
          y={HEIGHT - 4}
          textAnchor={at === of - 1 && of > 6 ? 'end' : 'middle'}
          dx={at === of - 1 && of > 6 ? 12 : 0}
        >
          {label}
        </text>
      )}
    </>
  );
}

function Legend({ series }: { series: readonly string[] }) {
  return (
    <span className="wrap xs muted">
      {series.map((name, at) => (
        <span key={name} className="chart__key">
          <i className={at === series.length - 1 ? 'chart__box' : 'chart__box chart__box--first'} />
          {name}
        </span>
      ))}
    </span>
  );
}

/** Collapsed table of the data; expanded in print. */
function BarTable({ rowHead, series, rows }: BarChartData) {
  const id = useId();
  const isPrinting = usePrinting();
  return (
    <details open={isPrinting || undefined}>
      <summary id={id} className="xs">
        <Trans>Ver los números</Trans>
      </summary>
      <table aria-labelledby={id}>
        <thead>
          <tr>
            {[rowHead, ...series].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, values }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {values.map((value, at) => (
                <td key={series[at]} className="num">
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
