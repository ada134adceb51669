import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../../ui/actions/button';
import { Icon } from '../../../ui/display/icon';
import { ASK_STEPS, type AskStep } from './ask-steps';

interface StepProgressProps {
  step: AskStep;
  isStored: boolean;
}

/** Position in the form, and whether the answers are stored on this device. */
export function StepProgress({ step, isStored }: StepProgressProps) {
  const { t } = useLingui();
  const at = ASK_STEPS.indexOf(step) + 1;
  const total = ASK_STEPS.length;
  return (
    <div className="stack stack--2">
      <div className="steps" role="img" aria-label={t`Pregunta ${at} de ${total}`}>
        {ASK_STEPS.map((one, n) => (
          <i key={one} className={n + 1 === at ? 'now' : n + 1 < at ? 'on' : undefined} />
        ))}
      </div>
      <div className="inline between xs muted">
        <span aria-hidden="true">
          <Trans>
            Pregunta {at} de {total}
          </Trans>
        </span>
        {isStored && (
          <span className="inline">
            <Icon name="check" size="xs" />
            <Trans>Guardado en este dispositivo</Trans>
          </span>
        )}
      </div>
    </div>
  );
}

interface QuestionProps {
  title: ReactNode;
  hint?: ReactNode;
  children: ReactNode;
  onNext: () => void;
  /** Whether nothing was written, so that the button says "skip". */
  isBlank?: boolean;
}

/** One question with its button. */
export function Question({ title, hint, children, onNext, isBlank }: QuestionProps) {
  return (
    <form
      className="stack stack--5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <div className="stack stack--2">
        <h1>{title}</h1>
        {hint && <p className="muted">{hint}</p>}
      </div>
      {children}
      <Button kind="primary" block type="submit">
        {isBlank ? <Trans>Saltar</Trans> : <Trans>Continuar</Trans>}
      </Button>
    </form>
  );
}
