import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';

export interface FieldProblem {
  /** Id of the control or fieldset. */
  field?: string;
  text: string;
}

interface ErrorSummaryProps {
  problems: readonly FieldProblem[];
  title?: string;
  /** Number of submits, so that unchanged errors take the focus again after the next submit. */
  attempt?: number;
}

/** List of errors above the form. It takes the focus when an error appears; its links lead to the fields. */
export function ErrorSummary({ problems, title, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLElement>(null);
  const { t } = useLingui();
  const shown = useRef<readonly string[]>([]);
  const content = problems.map(({ field, text }) => `${field}:${text}`).join('\n');
  useEffect(() => {
    const lines = content.split('\n');
    // An error that disappears must not take the focus from where the person is.
    if (content && lines.some((line) => !shown.current.includes(line))) box.current?.focus();
    shown.current = lines;
  }, [content]);
  useEffect(() => box.current?.focus(), [attempt]);
  if (problems.length === 0) return null;
  return (
    <section className="errsum stack stack--1" role="alert" tabIndex={-1} ref={box}>
      <h2>{title ?? t`Falta poco`}</h2>
      <p>
        <Trans>Revisa esto. Lo demás quedó como lo escribiste.</Trans>
      </p>
      <ul>
        {problems.map(({ field, text }) => (
          <li key={`${field}${text}`}>
            {field ? (
              <a href={`#${field}`} onClick={(event) => focusField(event, field)}>
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A link scrolls to a form control but does not focus it. */
function focusField(event: React.MouseEvent, id: string) {
  event.preventDefault();
  const target = document.getElementById(id);
  const control = target?.matches('fieldset')
    ? target.querySelector<HTMLElement>('input,select,textarea,button')
    : target;
  control?.focus();
  target?.scrollIntoView({ block: 'center' });
}
