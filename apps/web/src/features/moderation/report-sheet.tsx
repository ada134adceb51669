import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import type { Blockable, ReportReason } from '../../gql/types';
import { useAct } from '../../lib/use-act';
import { Banner, Problem } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Choice, ChoiceGroup } from '../../ui/choice';
import { TextArea } from '../../ui/field';
import { Sheet } from '../../ui/sheet';
import { useToast } from '../../ui/toast';
import { REPORT } from './parting.graphql';
import { REPORT_REASONS } from './report-reasons';
import './reasons';

export interface PartingTarget {
  subject: Blockable;
  subjectId: string;
}

interface ReportSheetProps {
  target: PartingTarget;
  isOpen: boolean;
  onClose: () => void;
}

/** Forwards something to moderation: says what goes along, and that nobody learns who wrote it. */
export function ReportSheet({ isOpen, onClose, target }: ReportSheetProps) {
  return (
    <Sheet isOpen={isOpen} onClose={onClose} title={<Trans>Avisar a moderación</Trans>}>
      <ReportForm target={target} onClose={onClose} />
    </Sheet>
  );
}

function ReportForm({ target, onClose }: Omit<ReportSheetProps, 'isOpen'>) {
  const { t } = useLingui();
  const toast = useToast();
  const report = useAct(REPORT);
  const [reason, setReason] = useState<ReportReason>();
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!reason || !(await report.run({ input: { ...target, reason, note } }))) return;
    toast({ text: t`Aviso enviado. Lo verá alguien de moderación.` });
    onClose();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <Problem text={report.message} />
      <ReasonChoice
        reason={reason}
        error={isTried && !reason ? t`Elige una opción.` : undefined}
        onChange={setReason}
      />
      <TextArea
        label={t`¿Quieres contar algo más?`}
        isOptional
        rows={4}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        error={report.fieldMessage('note')}
      />
      <Banner look="info" icon="eye">
        <ForwardedWords subject={target.subject} />
      </Banner>
      <Button kind="primary" type="submit" block icon="flag" isBusy={report.isBusy}>
        <Trans>Enviar el aviso</Trans>
      </Button>
    </form>
  );
}

interface ReasonChoiceProps {
  reason: ReportReason | undefined;
  error: string | undefined;
  onChange: (reason: ReportReason) => void;
}

function ReasonChoice({ reason, error, onChange }: ReasonChoiceProps) {
  const { i18n } = useLingui();
  return (
    <ChoiceGroup id="report-reason" legend={<Trans>¿Qué pasa?</Trans>} error={error}>
      {REPORT_REASONS.map(([value, words]) => (
        <Choice
          key={value}
          name="reason"
          value={value}
          checked={reason === value}
          onChange={() => onChange(value)}
        >
          {i18n._(words)}
        </Choice>
      ))}
    </ChoiceGroup>
  );
}

function ForwardedWords({ subject }: { subject: Blockable }) {
  if (subject === 'Message') {
    return (
      <Trans>
        Moderación verá este mensaje, los dos de antes y los dos de después, y lo que escribas aquí.
        Nadie sabrá que fuiste tú.
      </Trans>
    );
  }
  if (subject === 'Introduction') {
    return (
      <Trans>Moderación verá la nota y lo que escribas aquí. Nadie sabrá que fuiste tú.</Trans>
    );
  }
  return (
    <Trans>
      Moderación verá los textos del perfil que tú ves y lo que escribas aquí. Nadie sabrá que
      fuiste tú.
    </Trans>
  );
}
