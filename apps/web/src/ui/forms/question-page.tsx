import { Trans, useLingui } from '@lingui/react/macro';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '../actions/button';

/** The woven progress: `step` of `total`, from 1. */
export function Steps({ step, total, end }: { step: number; total: number; end?: ReactNode }) {
  const { t } = useLingui();
  return (
    <div className="stack stack--2">
      <div className="steps" role="img" aria-label={t`Pregunta ${step} de ${total}`}>
        {Array.from({ length: total }, (_, at) => (
          <i key={at} className={at + 1 < step ? 'on' : at + 1 === step ? 'now' : ''} />
        ))}
      </div>
      <div className="inline between xs muted">
        <span>
          <Trans>
            Pregunta {step} de {total}
          </Trans>
        </span>
        {end}
      </div>
    </div>
  );
}

interface QuestionPageProps {
  title: ReactNode;
  lead?: ReactNode;
  progress?: ReactNode;
  /** Over the title: the error summary. */
  summary?: ReactNode;
  children: ReactNode;
  onSubmit: (form: FormData) => void;
  submit?: ReactNode;
  isBusy?: boolean;
}

/** One question, one button at the bottom of the screen. */
export function QuestionPage({
  title,
  lead,
  progress,
  summary,
  children,
  onSubmit,
  submit,
  isBusy,
}: QuestionPageProps) {
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget));
  };
  return (
    <form className="stack question" noValidate onSubmit={send}>
      {summary}
      {progress}
      <div className="stack stack--2">
        <h1>{title}</h1>
        {lead && <p className="muted">{lead}</p>}
      </div>
      {children}
      <div className="actionbar">
        <Button type="submit" kind="primary" block isBusy={isBusy}>
          {submit ?? <Trans>Continuar</Trans>}
        </Button>
      </div>
    </form>
  );
}
