import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { relativeTime, shortTime } from '../../lib/text/relative-time';

interface RelativeTimeProps {
  /** ISO 8601 instant. */
  at: string;
}

/** Relative time. The exact time in the reader's time zone appears on hover, and replaces it on tap. */
export function RelativeTime({ at }: RelativeTimeProps) {
  const { i18n } = useLingui();
  const [isExact, setExact] = useState(false);
  const now = useMinute();
  const exact = i18n.date(at, { dateStyle: 'medium', timeStyle: 'short' });
  const short = relativeTime(i18n.locale, Date.parse(at), now);
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

/** The relative time as plain text, for use inside a link. */
export function RelativeTimeText({ at }: { at: string }) {
  const { i18n } = useLingui();
  const now = useMinute();
  return <time dateTime={at}>{relativeTime(i18n.locale, Date.parse(at), now)}</time>;
}

/** The shortest form of a time, for a list row. */
export function ShortTime({ at }: { at: string }) {
  const { i18n } = useLingui();
  const now = useMinute();
  return <time dateTime={at}>{shortTime(i18n.locale, Date.parse(at), now)}</time>;
}
