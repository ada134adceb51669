import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { ReportReason } from '../../../gql/types';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { TextArea } from '../../../ui/forms/field';
import { ActForm, ActSection } from './act-form';
import {
  REMOVE_REPORTED_CONTENT,
  SUSPEND_REPORTED_MEMBER,
  TALK_TO_REPORTED_MEMBER,
  WARN_REPORTED_MEMBER,
} from './moderation-acts.graphql';
import { useActDraft } from './use-act-draft';
import './act-error-texts';

export interface MatterActFormProps {
  matterId: string;
  /** Name of the reported member, as in the report; undefined or blank if it is not known. */
  name: string | undefined;
  reason?: ReportReason;
  onBack: () => void;
  /** Called with the confirmation text, and with the id of the notice if the act can be undone. */
  onActed: (text: string, undoId?: string) => void;
}

/** Sends a message that the person can answer. */
export function TalkToMemberForm({ matterId, name, onBack, onActed }: MatterActFormProps) {
  const { t } = useLingui();
  const talk = useMutationState(TALK_TO_REPORTED_MEMBER);
  const [words, setWords] = useState('');
  const act = async () => {
    const done = await talk.run({ input: { matterId, words } });
    const text = name ? t`Mensaje enviado a ${name}` : t`Mensaje enviado`;
    if (done) onActed(text, done.talkToReported.id);
  };
  return (
    <ActSection
      title={<Trans>Escribirle</Trans>}
      consequence={
        <Trans>
          Lo lee en su página y puede responder una vez. El asunto espera su respuesta en tus manos
          hasta siete días.
        </Trans>
      }
      problem={talk.problem}
      isBusy={talk.isBusy}
      actLabel={<Trans>Enviar</Trans>}
      actKind="primary"
      onAct={() => void act()}
      onBack={onBack}
    >
      <TextArea
        label={t`Tu mensaje`}
        hint={t`Sin decir quién reportó ni con qué palabras.`}
        rows={6}
        maxLength={2000}
        value={words}
        onChange={({ target }) => setWords(target.value)}
        error={talk.fieldMessage('words')}
      />
    </ActSection>
  );
}

export function WarnMemberForm(props: MatterActFormProps) {
  const { matterId, name, reason, onBack, onActed } = props;
  const { t } = useLingui();
  const warn = useMutationState(WARN_REPORTED_MEMBER);
  const draft = useActDraft(matterId, 'warning', reason);
  const act = async () => {
    const ready = draft.ready();
    const done = ready && (await warn.run({ input: { matterId, ...ready } }));
    const text = name ? t`Advertencia enviada a ${name}` : t`Advertencia enviada`;
    if (done) onActed(text, done.warnReported.id);
  };
  return (
    <ActForm
      title={<Trans>Advertir</Trans>}
      consequence={
        <Trans>Su cuenta sigue igual. La advertencia queda en su página y puede apelarla.</Trans>
      }
      draft={draft}
      {...warn}
      actLabel={<Trans>Advertir</Trans>}
      actKind="primary"
      onAct={() => void act()}
      onBack={onBack}
    />
  );
}

export function RemoveContentForm(props: MatterActFormProps & { reportId: string }) {
  const { matterId, name, reportId, reason, onBack, onActed } = props;
  const { t } = useLingui();
  const remove = useMutationState(REMOVE_REPORTED_CONTENT);
  const draft = useActDraft(matterId, 'contentRemoved', reason);
  const act = async () => {
    const ready = draft.ready();
    if (ready && (await remove.run({ input: { reportId, ...ready } })))
      onActed(name ? t`Quitaste contenido de ${name}` : t`Contenido quitado`);
  };
  return (
    <ActForm
      title={<Trans>Quitar el contenido</Trans>}
      consequence={
        <Trans>Desaparece ahora para todas las personas, y no se puede volver a poner.</Trans>
      }
      draft={draft}
      {...remove}
      actLabel={<Trans>Quitar el contenido</Trans>}
      actKind="danger"
      onAct={() => void act()}
      onBack={onBack}
    />
  );
}

/** One moderator may suspend an account for at most 72 hours. */
const HOURS = [24, 48, 72] as const;

export function SuspendMemberForm(props: MatterActFormProps) {
  const { matterId, name, reason, onBack, onActed } = props;
  const { t } = useLingui();
  const suspend = useMutationState(SUSPEND_REPORTED_MEMBER);
  const draft = useActDraft(matterId, 'suspension', reason);
  const [hours, setHours] = useState<number>(HOURS[0]);
  const act = async () => {
    const ready = draft.ready();
    if (ready && (await suspend.run({ input: { matterId, hours, ...ready } })))
      onActed(name ? t`Cuenta de ${name} suspendida` : t`Cuenta suspendida`);
  };
  return (
    <ActForm
      title={<Trans>Suspender la cuenta</Trans>}
      consequence={
        <Trans>
          Sus sesiones se cierran ahora. Vuelve por sí sola al terminar el plazo. No se puede
          repetir hasta treinta días después, ni más de dos veces.
        </Trans>
      }
      draft={draft}
      {...suspend}
      actLabel={<Trans>Suspender</Trans>}
      actKind="danger"
      onAct={() => void act()}
      onBack={onBack}
    >
      <HowLong hours={hours} onChange={setHours} />
    </ActForm>
  );
}

function HowLong({ hours, onChange }: { hours: number; onChange: (hours: number) => void }) {
  return (
    <ChoiceGroup legend={<Trans>Por cuánto tiempo</Trans>}>
      {HOURS.map((value) => (
        <Choice key={value} name="hours" checked={hours === value} onChange={() => onChange(value)}>
          <Trans>{value} horas</Trans>
        </Choice>
      ))}
    </ChoiceGroup>
  );
}
