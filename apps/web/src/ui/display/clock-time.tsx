import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';

/** Time of day. The full date and time in the reader's time zone appear on hover, and replace it on tap. */
export function ClockTime({ at }: { at: string }) {
  const { i18n } = useLingui();
  const [isExact, setExact] = useState(false);
  const exact = i18n.date(at, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <time dateTime={at} title={exact}>
      <button
        type="button"
        className="time"
        aria-pressed={isExact}
        onClick={() => setExact(!isExact)}
      >
        {isExact ? exact : i18n.date(at, { timeStyle: 'short' })}
      </button>
    </time>
  );
}
