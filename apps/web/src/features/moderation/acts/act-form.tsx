import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ReportReason } from '../../../gql/types';
import { Button, type ButtonKind } from '../../../ui/actions/button';
import { Select, TextArea } from '../../../ui/forms/field';
import { FormProblem } from '../../../ui/forms/form-problem';
import type { RequestProblem } from '../../../lib/server/errors';
import { SHORT_REPORT_REASON_LABELS } from '../../../lib/text/moderation-names';
import { DelayChoice } from './delay-choice';
import { REPORT_REASONS } from '../reports/report-reasons';
import type { ActDraft } from './use-act-draft';

interface ActFormProps {
  title: ReactNode;
  consequence: ReactNode;
  draft: ActDraft;
  problem: RequestProblem | undefined;
  isBusy: boolean;
  fieldMessage: (field: string) => string | undefined;
  actLabel: ReactNode;
  actKind: ButtonKind;
  onAct: () => void;
  onBack: () => void;
  /** Fields that only this act has. */
  children?: ReactNode;
}

/** Form of a sanction: consequence, reason, text of the notice, and whether the notice is delayed. */
export function ActForm(props: ActFormProps) {
  const { draft, fieldMessage } = props;
  return (
    <ActSection {...props}>
      {props.children}
      <Reason draft={draft} />
      <Words draft={draft} error={fieldMessage('words')} />
      <DelayChoice draft={draft} error={fieldMessage('delayReason')} />
    </ActSection>
  );
}

/** Frame of the form for a moderation act. Its heading takes the focus when the form opens. */
export function ActSection(props: Omit<ActFormProps, 'draft' | 'fieldMessage'>) {
  const { title, consequence, problem, isBusy, actLabel, actKind, onAct, onBack, children } = props;
  return (
    <section className="stack stack--3">
      <h2 tabIndex={-1} ref={(heading) => heading?.focus()}>
        {title}
      </h2>
      <p className="muted">{consequence}</p>
      <FormProblem problem={problem} />
      {children}
      <Button kind={actKind} block isBusy={isBusy} onClick={onAct}>
        {actLabel}
      </Button>
      <Button block onClick={onBack}>
        <Trans>Volver</Trans>
      </Button>
    </section>
  );
}

function Reason({ draft }: { draft: ActDraft }) {
  const { t, i18n } = useLingui();
  return (
    <Select
      label={t`Por qué`}
      value={draft.reason ?? ''}
      onChange={({ target }) => target.value && draft.setReason(target.value as ReportReason)}
      error={draft.isTried && !draft.reason ? t`Elige una opción.` : undefined}
    >
      <option value="">{t`Elige una`}</option>
      {REPORT_REASONS.map(([reason]) => (
        <option key={reason} value={reason}>
          {i18n._(SHORT_REPORT_REASON_LABELS[reason])}
        </option>
      ))}
    </Select>
  );
}

function Words({ draft, error }: { draft: ActDraft; error: string | undefined }) {
  const { t } = useLingui();
  return (
    <TextArea
      label={t`Lo que le decimos`}
      hint={t`Lo lee esa persona, en su idioma. Nunca quién reportó ni sus palabras.`}
      rows={7}
      maxLength={2000}
      value={draft.words}
      onChange={({ target }) => draft.setWords(target.value)}
      error={error}
    />
  );
}
