import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent } from 'react';
import type { Blockable, ReportReason } from '../../gql/types';
import { useAct } from '../../lib/use-act';
import { Banner, Problem } from '../../ui/banner';
import { Button } from '../../ui/button';
import { TextArea } from '../../ui/field';
import { Sheet } from '../../ui/sheet';
import { useToast } from '../../ui/toast';
import { REPORT } from './parting.graphql';
import { ReasonChoice } from './reason-choice';
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
        legend={<Trans>¿Qué pasa?</Trans>}
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
      <ForwardedWords subject={target.subject} />
      <Button kind="primary" type="submit" block icon="flag" isBusy={report.isBusy}>
        <Trans>Enviar el aviso</Trans>
      </Button>
    </form>
  );
}

/** What moderation will read, before it is sent. */
function ForwardedWords({ subject }: { subject: Blockable }) {
  return (
    <Banner look="info" icon="eye">
      <Words subject={subject} />
    </Banner>
  );
}

function Words({ subject }: { subject: Blockable }) {
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
