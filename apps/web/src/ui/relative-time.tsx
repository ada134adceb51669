import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';

const MONTH = 2_592_000;
/** A unit, its seconds, and from how many seconds on it is used: "next month" could be any day from tomorrow on. */
const STEPS: readonly [Intl.RelativeTimeFormatUnit, number, number][] = [
  ['year', 31_536_000, 31_536_000],
  ['month', MONTH, 2 * MONTH],
  ['day', 86_400, 86_400],
  ['hour', 3_600, 3_600],
  ['minute', 60, 60],
];

/** "hace 2 horas" in the reader's language. `now` and `at` in milliseconds. */
export function relative(locale: string, at: number, now: number): string {
  const seconds = Math.round((at - now) / 1000);
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const step = STEPS.find(([, , least]) => Math.abs(seconds) >= least);
  return step ? format.format(Math.trunc(seconds / step[1]), step[0]) : format.format(0, 'second');
}

interface RelativeTimeProps {
  /** An instant as ISO text. */
  at: string;
}

/** A moment in words; the exact one, in the reader's zone, on hover, and on tap instead of the words. */
export function RelativeTime({ at }: RelativeTimeProps) {
  const { i18n } = useLingui();
  const [isExact, setExact] = useState(false);
  const now = useMinute();
  const exact = i18n.date(at, { dateStyle: 'medium', timeStyle: 'short' });
  const short = relative(i18n.locale, Date.parse(at), now);
  return (
    <time dateTime={at} title={exact}>
      <button
        type="button"
        className="time"
        aria-pressed={isExact}
        onClick={() => setExact(!isExact)}
      >
        {isExact ? exact : short}
      </button>
    </time>
  );
}

function useMinute(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** The same as plain words, for places that are links themselves. */
export function Ago({ at }: { at: string }) {
  const { i18n } = useLingui();
  const now = useMinute();
  return <time dateTime={at}>{relative(i18n.locale, Date.parse(at), now)}</time>;
}
