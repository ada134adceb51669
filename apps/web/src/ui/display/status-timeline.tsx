import type { ReactNode } from 'react';
import { Icon } from './icon';

export interface TimelineStep {
  key: string;
  state: 'done' | 'now' | 'next';
  title: ReactNode;
  note?: ReactNode;
}

/** The stages of something that takes days. */
export function StatusTimeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <ol className="tl">
      {steps.map(({ key, state, title, note }) => (
        <li
          key={key}
          className={state === 'next' ? undefined : state}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <i className="tl__dot">{state === 'done' && <Icon name="check" size="xs" />}</i>
          <b>{title}</b>
          {note && <span>{note}</span>}
        </li>
      ))}
    </ol>
  );
}
