import { msg } from '@lingui/core/macro';
import type { MessageDescriptor } from '@lingui/core';
import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { CASE_STEPS, type CaseProgress, type CaseStep, isDone, stepOf } from './stage-of';

const STEP_LABELS: Record<CaseStep, MessageDescriptor> = {
  received: msg`Recibido`,
  call: msg`Llamada`,
  running: msg`En marcha`,
  end: msg`Cierre`,
};

interface StageLineProps extends CaseProgress {
  /** The next step of the viewer, as a sentence. */
  children: ReactNode;
}

/** The way of a request from its sending to its end, with the present step and what comes next. */
export function StageLine({ children, ...progress }: StageLineProps) {
  const { t, i18n } = useLingui();
  const now = stepOf(progress);
  return (
    <div className="stack stack--2">
      <ol className="steps" aria-label={t`Etapas`}>
        {CASE_STEPS.map((step) => {
          const label = i18n._(STEP_LABELS[step]);
          const isOver = isDone(step, progress);
          return (
            <li key={step} className="grow" aria-current={step === now ? 'step' : undefined}>
              <span className="steps" aria-hidden="true">
                <i className={step === now ? 'now' : isOver ? 'on' : undefined} />
              </span>
              {step === now ? (
                <b className="xs">{label}</b>
              ) : (
                <span className="xs muted">
                  {label}
                  {isOver && (
                    <span className="vh">
                      {' '}
                      <Trans>(hecho)</Trans>
                    </span>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <p>
        <b>
          <Trans>Ahora:</Trans>
        </b>{' '}
        {children}
      </p>
    </div>
  );
}
