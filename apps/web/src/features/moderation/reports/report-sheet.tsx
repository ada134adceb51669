import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { Blockable, Reportable, ReportReason } from '../../../gql/types';
import { Banner, ErrorBanner } from '../../../ui/display/banner';
import { Button } from '../../../ui/actions/button';
import { TextArea } from '../../../ui/forms/field';
import { Sheet } from '../../../ui/actions/sheet';
import { useQueuedForm } from '../../../ui/forms/use-queued-form';
import { SEND_REPORT } from '../blocks/block-and-report.graphql';
import { fieldProblemText } from '../../../lib/server/errors';
import { ReportContext, useReportContext } from './report-context';
import { ReasonChoice } from './reason-choice';
import '../matters/error-texts';

export interface ReportTarget {
  subject: Reportable;
  subjectId: string;
}

/** A target whose author can also be blocked. */
export interface BlockableTarget extends ReportTarget {
  subject: Blockable;
}

interface ReportSheetProps {
  target: ReportTarget;
  /** For something in a case: what moderators see of it, in place of the usual notice. */
  caseNotice?: ReactNode;
  isOpen: boolean;
  onClose: () => void;
}

/** Sends a report. It shows what is forwarded, and explains that the reporter stays anonymous. */
export function ReportSheet({ isOpen, ...form }: ReportSheetProps) {
  return (
    <Sheet isOpen={isOpen} onClose={form.onClose} title={<Trans>Reportar</Trans>}>
      <ReportForm {...form} />
    </Sheet>
  );
}

function useReporting({ target, caseNotice, onClose }: Omit<ReportSheetProps, 'isOpen'>) {
  const { t } = useLingui();
  const isOfCase = caseNotice !== undefined;
  // Nothing about a case waits on the device, and guests have no page that would send it later.
  const report = useQueuedForm('report', SEND_REPORT, { isStored: !isOfCase });
  const [reason, setReason] = useState<ReportReason>();
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const context = useReportContext(target, isOfCase);
  const needsNote = target.subject === 'Supporter' && note.trim() === '';
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!reason || needsNote) return;
    const input = { ...target, reason, note, contextIds: context.chosen };
    const said = t`Reporte enviado. Lo verá alguien de moderación.`;
    const { subjectId } = target;
    if (await report.send({ subjectId, about: '', input, said })) onClose();
  };
  const noteError = isTried && needsNote;
  return { report, reason, setReason, note, setNote, isTried, noteError, context, submit };
}

function ReportForm(props: Omit<ReportSheetProps, 'isOpen'>) {
  const { t } = useLingui();
  const { report, reason, setReason, note, setNote, isTried, noteError, context, submit } =
    useReporting(props);
  const { target, caseNotice } = props;
  const isOfSupporter = target.subject === 'Supporter';
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <ErrorBanner text={report.message} />
      <ReasonChoice
        legend={<Trans>¿Qué pasa?</Trans>}
        reason={reason}
        error={isTried && !reason ? t`Elige una opción.` : undefined}
        onChange={setReason}
      />
      <TextArea
        label={isOfSupporter ? t`Cuenta qué pasó` : t`¿Quieres contar algo más?`}
        isOptional={!isOfSupporter}
        rows={4}
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
        error={noteError ? fieldProblemText('missing') : report.fieldMessage('note')}
      />
      <ReportContext context={context} />
      {caseNotice ?? <ForwardedWords subject={target.subject} />}
      <Button kind="primary" type="submit" block icon="flag" isBusy={report.isBusy}>
        <Trans>Enviar el reporte</Trans>
      </Button>
    </form>
  );
}

/** Preview of the content that moderators will read. */
function ForwardedWords({ subject }: { subject: Reportable }) {
  return (
    <Banner look="info" icon="eye">
      <Words subject={subject} />
    </Banner>
  );
}

function Words({ subject }: { subject: Reportable }) {
  if (subject === 'Message') {
    return (
      <Trans>
        Moderación verá este mensaje, lo que marcaste y lo que escribas aquí. Nadie sabrá que fuiste
        tú.
      </Trans>
    );
  }
  if (subject === 'Introduction' || subject === 'Suggestion') {
    return (
      <Trans>Moderación verá la nota y lo que escribas aquí. Nadie sabrá que fuiste tú.</Trans>
    );
  }
  if (subject === 'Organisation') return <OfAnOrganisation />;
  if (subject === 'Membership') return <OfAPicture />;
  if (subject === 'Group') {
    return (
      <Trans>
        Moderación verá el nombre, los textos de la página, la foto si hay una y lo que escribas
        aquí. Quienes sostienen el grupo o la coalición no se enteran, y nadie sabrá que fuiste tú.
      </Trans>
    );
  }
  if (subject === 'Application') {
    return (
      <Trans>
        Moderación verá las respuestas escritas y lo que escribas aquí. Quien postuló no se entera,
        y nadie sabrá que fuiste tú.
      </Trans>
    );
  }
  return (
    <Trans>
      Moderación verá los textos y la foto del perfil que tú ves, y lo que escribas aquí. Nadie
      sabrá que fuiste tú.
    </Trans>
  );
}

function OfAPicture() {
  return (
    <Trans>
      Moderación verá la foto, el nombre que lleva en este grupo y lo que escribas aquí. Nadie sabrá
      que fuiste tú.
    </Trans>
  );
}

function OfAnOrganisation() {
  return (
    <Trans>
      Moderación verá el nombre de la organización, lo que dice de sí y lo que escribas aquí. Quien
      habla por ella no se entera, y nadie sabrá que fuiste tú.
    </Trans>
  );
}
