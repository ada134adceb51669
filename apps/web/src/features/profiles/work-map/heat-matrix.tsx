import { useId } from 'react';
import type { WorkMapCell, WorkMapData } from './work-map.graphql';

/** Label of a cell with fewer than five people; zero looks the same. */
export const FEWER_THAN_FIVE = '<5';

/** Formats the range of a cell. */
export const formatCell = ({ from, to }: WorkMapCell): string =>
  from === null ? FEWER_THAN_FIVE : `${from}–${to}`;

const HEAD = 62;
const [WIDE, HIGH, GAP] = [74, 40, 3];
const LABELS = 104;
const LINE = 14;

/** Lower bounds of the darker shades, in people. */
const DARKER = [5, 10, 20];
const shadeOf = ({ from }: WorkMapCell) => DARKER.filter((least) => (from ?? 0) >= least).length;

interface HeatMatrixProps {
  map: WorkMapData;
  /** Text alternative for screen readers. */
  summary: string;
  /** Accessible name of the scroll container. */
  label: string;
}

/**
 * Heat map of issue areas (columns) and territories (rows). Each cell shows its number, so that colour is not the only
 * cue.
 */
export function HeatMatrix({ map: { issueAreas, rows }, summary, label }: HeatMatrixProps) {
  const few = useId();
  const height = HEAD + rows.length * HIGH;
  const top = (at: number) => HEAD + at * HIGH;
  return (
    <div className="heat" tabIndex={0} role="region" aria-label={label}>
      <svg className="heat__names" width={LABELS} height={height} aria-hidden="true">
        {rows.map(({ territory: { id, shortName } }, at) => (
          <Words key={id} words={shortName} x={0} y={top(at) + HIGH / 2} most={13} />
        ))}
      </svg>
      <svg role="img" aria-label={summary} width={issueAreas.length * WIDE} height={height}>
        <Hatched id={few} />
        {issueAreas.map(({ id, shortName }, at) => (
          <Words
            key={id}
            words={shortName}
            x={at * WIDE + WIDE / 2}
            y={HEAD / 2 - 4}
            most={11}
            isCentred
          />
        ))}
        {rows.map(({ territory, cells }, row) =>
          cells.map((cell, at) => (
            <Square
              key={`${territory.id} ${issueAreas[at]!.id}`}
              cell={cell}
              few={few}
              x={at * WIDE}
              y={top(row)}
            />
          )),
        )}
      </svg>
    </div>
  );
}

function Square({ cell, few, x, y }: { cell: WorkMapCell; few: string; x: number; y: number }) {
  const shade = shadeOf(cell);
  return (
    <>
      <rect
        className={`heat__cell heat__cell--${shade}`}
        x={x + GAP / 2}
        y={y + GAP / 2}
        width={WIDE - GAP}
        height={HIGH - GAP}
        rx={6}
        {...(shade === 0 && { fill: `url(#${few})` })}
      />
      <text
        className={`heat__figures heat__figures--${shade}`}
        x={x + WIDE / 2}
        y={y + HIGH / 2 + 4}
        textAnchor="middle"
      >
        {formatCell(cell)}
      </text>
    </>
  );
}

/** Hatched pattern for cells without a number. */
function Hatched({ id }: { id: string }) {
  return (
    <defs>
      <pattern
        id={id}
        width={7}
        height={7}
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line className="heat__hatch" x1={0} y1={0} x2={0} y2={7} />
      </pattern>
    </defs>
  );
}

interface WordsProps {
  words: string;
  x: number;
  y: number;
  /** Maximum number of characters per line. */
  most: number;
  isCentred?: boolean;
}

/** SVG text, wrapped into lines and centred vertically on `y`. */
function Words({ words, x, y, most, isCentred }: WordsProps) {
  const lines = inLines(words, most);
  return (
    <text className="chart__text" textAnchor={isCentred ? 'middle' : 'start'}>
      {lines.map((line, at) => (
        <tspan key={line} x={x} y={y + 4 + (at - (lines.length - 1) / 2) * LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function inLines(words: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most)
      lines[lines.length - 1] += ` ${word}`;
    else lines.push(word);
  }
  return lines.slice(0, 4);
}
