import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { IconTile, Row, Rows } from '../../ui/card';
import type { IconName } from '../../ui/icon';

export interface FirstStep {
  key: string;
  to: string;
  icon: IconName;
  title: ReactNode;
  note?: ReactNode;
  isDone: boolean;
}

/**
 * The first tasks, in this order: who sees you, your topics, one group. Each is a hook of its feature
 * that gives the step, or nothing while it is not known.
 */
const STEPS: readonly (() => FirstStep | undefined)[] = [];

/** A few small tasks; gone once all are done. */
export function FirstSteps() {
  const { t } = useLingui();
  const steps = STEPS.map((useStep) => useStep()).filter((step) => step !== undefined);
  const done = steps.filter((step) => step.isDone).length;
  const total = steps.length;
  if (done === total) return null;
  return (
    <section className="stack stack--3">
      <div className="inline between">
        <h2>
          <Trans>Tus primeros pasos</Trans>
        </h2>
        <span className="xs muted num">{t`${done} de ${total}`}</span>
      </div>
      <Rows>
        {steps.map((step) =>
          step.isDone ? (
            <Row
              key={step.key}
              start={<IconTile icon="check" look="done" />}
              title={<span className="muted">{step.title}</span>}
            />
          ) : (
            <Row
              key={step.key}
              to={step.to}
              start={<IconTile icon={step.icon} look="plain" />}
              title={step.title}
              note={step.note}
            />
          ),
        )}
      </Rows>
    </section>
  );
}
