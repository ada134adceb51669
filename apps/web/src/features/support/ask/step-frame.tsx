import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { focusFirstInvalidField } from '../../../lib/page/first-invalid-field';
import { useMe } from '../../../lib/server/session';
import { Button } from '../../../ui/actions/button';
import { ConfirmButton } from '../../../ui/actions/confirm';
import { Icon } from '../../../ui/display/icon';
import { type AskStep, askStepsFor } from './ask-steps';

interface StepProgressProps {
  step: AskStep;
  isStored: boolean;
  /** Whether the answers have voice notes, which are deleted for good. */
  hasVoices: boolean;
  /** Deletes the answers. */
  onDiscard: () => void;
}

/** Position in the form, whether the answers are stored on this device, and a button that deletes them. */
export function StepProgress({ step, isStored, ...discarding }: StepProgressProps) {
  const { t } = useLingui();
  const { standing } = useMe();
  const steps = askStepsFor(standing);
  const at = steps.indexOf(step) + 1;
  const total = steps.length;
  // The answers of an account are stored while it types: the lines that say so keep their place, so that nothing moves.
  // The first step leads on with its answer.
  const hasLines = isStored || (standing !== 'guest' && at > 1);
  const unlessStored = isStored ? undefined : ({ visibility: 'hidden' } as const);
  return (
    <div className="stack stack--2">
      <div className="steps" role="img" aria-label={t`Paso ${at} de ${total}`}>
        {steps.map((one, n) => (
          <i key={one} className={n + 1 === at ? 'now' : n + 1 < at ? 'on' : undefined} />
        ))}
      </div>
      <div className="inline between xs muted">
        <span aria-hidden="true">
          <Trans>
            Paso {at} de {total}
          </Trans>
        </span>
        {hasLines && (
          <span style={unlessStored}>
            <Discard {...discarding} />
          </span>
        )}
      </div>
      {hasLines && (
        <span className="inline xs muted" style={unlessStored}>
          <Icon name="check" size="xs" />
          <Trans>Guardado en este teléfono o computadora hasta que lo envíes</Trans>
        </span>
      )}
    </div>
  );
}

/** Asks first if there are voice notes: the server deletes them at once, and only what was written can come back. */
function Discard({ hasVoices, onDiscard }: Pick<StepProgressProps, 'hasVoices' | 'onDiscard'>) {
  const isGuest = useMe().standing === 'guest';
  const label = <Trans>Borrar lo escrito</Trans>;
  if (!hasVoices) {
    return (
      <Button kind="text" small onClick={onDiscard}>
        {label}
      </Button>
    );
  }
  return (
    <ConfirmButton
      kind="text"
      label={label}
      title={<Trans>¿Borrar también lo que grabaste?</Trans>}
      actLabel={<Trans>Borrar todo</Trans>}
      actKind="danger"
      isBusy={false}
      message={undefined}
      onAct={() => {
        onDiscard();
        return Promise.resolve(true);
      }}
    >
      {isGuest ? (
        <Trans>Se borra lo que escribiste y lo que grabaste. No se puede recuperar.</Trans>
      ) : (
        <Trans>
          Lo que grabaste se borra para siempre. Lo que escribiste puedes recuperarlo durante 30
          segundos.
        </Trans>
      )}
    </ConfirmButton>
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
  const form = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  useEffect(() => {
    // After the render that marks the missing answer.
    if (attempts > 0) focusFirstInvalidField(form.current ?? undefined);
  }, [attempts]);
  return (
    <form
      ref={form}
      className="stack stack--5"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAttempts((count) => count + 1);
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
