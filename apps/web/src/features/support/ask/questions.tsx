import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useCallback, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useQuery } from 'urql';
import type { SupportDanger, SupportKind } from '../../../gql/types';
import type { EmergencyState } from '../../../lib/page/emergency-state';
import { fieldProblemText, requestProblemOf } from '../../../lib/server/errors';
import { useMe } from '../../../lib/server/session';
import { useTaxonomy } from '../../../lib/server/taxonomy';
import { Button } from '../../../ui/actions/button';
import { Banner } from '../../../ui/display/banner';
import { IconTile } from '../../../ui/display/card';
import { Icon, type IconName } from '../../../ui/display/icon';
import { Skeleton } from '../../../ui/display/skeleton';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { TextArea, TextField } from '../../../ui/forms/field';
import { SUPPORT_ASKING } from '../own/own-requests.graphql';
import { DANGER_LABELS, KIND_LABELS, KIND_NOTES } from '../support-labels';
import { LanguageChoice } from '../language-choice';
import { useRecorder, VoiceAnswerField } from '../voice/voice-answer-field';
import type { DraftVoice } from '../voice/voice-requests';
import type { AskDraft } from './ask-draft';
import { askPath, isFromCheckPage } from './ask-steps';
import { EmergencyAdvice } from './emergency-advice';
import { AskingClosed } from './asking-closed';
import { Question } from './step-frame';
import { SupporterChoice, withFormerSupporters } from './supporter-choice';
import { VoicesToRecord } from './voices-to-record';

export interface StepProps {
  draft: AskDraft;
  onChange: (changed: Partial<AskDraft>) => void;
  onNext: () => void;
}

const DANGERS: readonly { danger: SupportDanger; icon: IconName; look?: 'clay' | 'plain' }[] = [
  { danger: 'yes', icon: 'alert', look: 'clay' },
  { danger: 'unknown', icon: 'support', look: 'plain' },
  { danger: 'no', icon: 'check' },
];

/** The first question. The answer leads to the next page by itself, and to the emergency list before if there may be danger. */
export function DangerStep({ draft, onChange }: StepProps) {
  const { t, i18n } = useLingui();
  const { state } = useLocation();
  const isGuest = useMe().standing === 'guest';
  const next = askPath(isFromCheckPage(state) ? 'check' : 'kind');
  const notes = {
    yes: <Trans>Antes te mostramos a quién llamar. Tu pedido irá al frente de la cola.</Trans>,
    unknown: (
      <Trans>
        Te mostramos a quién llamar. El pedido se atiende como no urgente: hasta 3 días hábiles.
      </Trans>
    ),
    no: isGuest ? (
      <Trans>6 preguntas más; puedes saltarte 4</Trans>
    ) : (
      <Trans>7 preguntas más; puedes saltarte 5</Trans>
    ),
  };
  return (
    <>
      <div className="stack stack--2">
        <h1>
          <Trans>¿Hay peligro ahora?</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Por ejemplo: una detención, un allanamiento, amenazas, o alguien dentro de tus cuentas
            en este momento.
          </Trans>
        </p>
      </div>
      {!isGuest && <AskingClosed />}
      <nav className="stack stack--3" aria-label={t`Tu respuesta`}>
        {DANGERS.map(({ danger, icon, look }) => (
          <Link
            key={danger}
            className={danger === 'yes' ? 'card row card--wait' : 'card row'}
            to={danger === 'no' ? next : '/emergency'}
            state={danger === 'no' ? undefined : listState(next, danger)}
            aria-current={draft.danger === danger || undefined}
            onClick={() => onChange({ danger })}
          >
            <IconTile icon={icon} {...(look && { look })} />
            <span className="grow">
              <span className="row__t">{i18n._(DANGER_LABELS[danger])}</span>
              <span className="row__s">{notes[danger]}</span>
            </span>
            <Icon name="next" size="s" />
          </Link>
        ))}
      </nav>
      <BeforeStarting />
    </>
  );
}

/** State of the link to the list, which then leads on to the next question. */
const listState = (next: string, danger: SupportDanger): EmergencyState => ({
  ...{ back: askPath('danger'), next, isUrgent: danger === 'yes' },
});

function BeforeStarting() {
  return (
    <section className="stack stack--3">
      <h2>
        <Trans>Antes de empezar</Trans>
      </h2>
      <ul className="points">
        <li>
          <Icon name="heart" size="s" />
          <span>
            <Trans>
              Es gratis, para quienes trabajan por la justicia social en América Latina y el Caribe.
            </Trans>
          </span>
        </li>
        <li>
          <Icon name="lock" size="s" />
          <span>
            <Trans>Lo que escribas lo abre solo la persona que toma tu pedido.</Trans>
          </span>
        </li>
        <li>
          <Icon name="clock" size="s" />
          <span>
            <Trans>
              Contesta una persona. Si hay peligro ahora, buscamos hacerlo en 2 horas. Si no, en 3
              días hábiles.
            </Trans>
          </span>
        </li>
      </ul>
    </section>
  );
}

export function KindStep({ draft, onChange, onNext }: StepProps) {
  const { i18n } = useLingui();
  // Loads what later questions show, so that nothing moves under a finger there.
  useRecorder();
  useTaxonomy();
  const [isSent, setSent] = useState(false);
  const next = () => {
    setSent(true);
    if (draft.kind) onNext();
  };
  return (
    <>
      {draft.danger !== 'no' && <EmergencyAdvice />}
      <Question
        title={<Trans>¿En qué te apoyamos?</Trans>}
        hint={<Trans>Elige lo que más se acerque.</Trans>}
        onNext={next}
      >
        <ChoiceGroup
          legend={<Trans>¿En qué te apoyamos?</Trans>}
          isLegendHidden
          error={isSent && !draft.kind ? fieldProblemText('missing') : undefined}
        >
          {(Object.keys(KIND_LABELS) as SupportKind[]).map((kind) => (
            <Choice
              key={kind}
              name="kind"
              checked={draft.kind === kind}
              isPlain={kind === 'unsure'}
              note={KIND_NOTES[kind] && i18n._(KIND_NOTES[kind])}
              onChange={() => onChange({ kind })}
            >
              {i18n._(KIND_LABELS[kind])}
            </Choice>
          ))}
        </ChoiceGroup>
      </Question>
    </>
  );
}

export function GoalStep(props: StepProps) {
  const { t } = useLingui();
  return (
    <TextStep
      {...props}
      answer="goal"
      title={<Trans>¿Qué quieres lograr?</Trans>}
      hint={<Trans>Cuenta solo lo que quieras, sin nombres de otras personas.</Trans>}
      label={t`Qué quieres lograr`}
    />
  );
}

export function TriedStep(props: StepProps) {
  const { t } = useLingui();
  return (
    <TextStep
      {...props}
      answer="tried"
      title={<Trans>¿Qué has probado ya?</Trans>}
      hint={<Trans>Aunque no haya funcionado: ahorra tiempo.</Trans>}
      label={t`Qué has probado`}
    />
  );
}

interface TextStepProps extends StepProps {
  answer: 'goal' | 'tried';
  title: ReactNode;
  hint: ReactNode;
  label: string;
}

/** A question with a long text or a voice note as its answer, which can be skipped. */
function TextStep({ answer, title, hint, label, draft, onChange, onNext }: TextStepProps) {
  const { voices = [], voicesToRecord = [] } = draft;
  const note = voices.find(({ question }) => question === answer);
  const isLost = voicesToRecord.includes(answer);
  const otherLost = voicesToRecord.filter((question) => question !== answer);
  const [isPending, setPending] = useState(false);
  const [isRefused, setRefused] = useState(false);
  const text = useRef<HTMLTextAreaElement>(null);
  const onPending = useCallback((is: boolean) => {
    setPending(is);
    if (!is) setRefused(false);
  }, []);
  const setNote = (next: DraftVoice | undefined) => {
    const others = voices.filter(({ question }) => question !== answer);
    onChange({ voices: next ? [...others, next] : others, voicesToRecord: otherLost });
  };
  const next = () => {
    setRefused(isPending);
    if (isPending) return;
    if (isLost) onChange({ voicesToRecord: otherLost });
    onNext();
  };
  const isBlank = draft[answer] === '' && !note && !isPending;
  return (
    <Question {...{ title, hint, isBlank }} onNext={next}>
      <TextArea
        ref={text}
        label={label}
        isOptional
        rows={7}
        maxLength={4_000}
        value={draft[answer]}
        onChange={({ target }) => onChange({ [answer]: target.value })}
      />
      <VoicesToRecord questions={isLost ? [answer] : []} />
      <VoiceAnswerField
        {...{ note, isRefused, onPending }}
        draft={draft.sendKey}
        question={answer}
        onChange={setNote}
        onWrite={() => text.current?.focus()}
      />
    </Question>
  );
}

/** Selects the supporters who must not read the request. Offline, the list cannot load; the requester can change it after sending. */
export function ReadersStep({ draft, onChange, onNext }: StepProps) {
  const [{ data, error }] = useQuery({ query: SUPPORT_ASKING });
  const problem = data ? undefined : requestProblemOf(error);
  return (
    <Question
      title={<Trans>¿Hay alguien que no deba leerlo?</Trans>}
      hint={
        <Trans>
          Son los nombres que usan quienes dan apoyo. A quien excluyas no le aparece tu pedido, ni
          que lo excluiste.
        </Trans>
      }
      isBlank={draft.excludedIds.length === 0}
      onNext={onNext}
    >
      {problem && (
        <Banner look="warn">
          <Trans>
            No pudimos cargar la lista. Si envías el pedido así, puede leerlo cualquiera de las
            personas que dan apoyo. Si eso te preocupa, vuelve a esta pregunta cuando tengas
            conexión.
          </Trans>
        </Banner>
      )}
      {!data && !problem && <Skeleton rows={3} />}
      {data && (
        <SupporterChoice
          supporters={withFormerSupporters(data.supportAsking.supporters, draft.excludedIds)}
          excludedIds={draft.excludedIds}
          onChange={(excludedIds) => onChange({ excludedIds })}
        />
      )}
    </Question>
  );
}

export function LanguagesStep({ draft, onChange, onNext }: StepProps) {
  const { t } = useLingui();
  const [isSent, setSent] = useState(false);
  const next = () => {
    setSent(true);
    if (draft.languages.length > 0) onNext();
  };
  return (
    <Question title={<Trans>¿En qué idiomas puedes conversar?</Trans>} onNext={next}>
      <LanguageChoice
        legend={t`Idiomas en que puedes conversar`}
        value={draft.languages}
        error={isSent && draft.languages.length === 0 ? fieldProblemText('missing') : undefined}
        onChange={(languages) => onChange({ languages })}
      />
    </Question>
  );
}

export function ReachStep({ draft, onChange, onNext }: StepProps) {
  const { t } = useLingui();
  const { personName } = useMe();
  const isBlank = draft.safeWay === '' && draft.times === '' && draft.name === '';
  return (
    <Question
      title={<Trans>¿Cómo te contactamos sin riesgo?</Trans>}
      hint={
        <Trans>
          Por ahí te contacta quien tome tu pedido. Si lo dejas en blanco, conversan solo aquí, en
          tu caso.
        </Trans>
      }
      isBlank={isBlank}
      onNext={onNext}
    >
      <TextField
        label={t`Una forma segura`}
        hint={t`Un número, un correo o un usuario que nadie más mire`}
        isOptional
        maxLength={300}
        autoComplete="off"
        value={draft.safeWay}
        onChange={({ target }) => onChange({ safeWay: target.value })}
      />
      <TextField
        label={t`Cuándo es buen momento`}
        isOptional
        maxLength={300}
        autoComplete="off"
        value={draft.times}
        onChange={({ target }) => onChange({ times: target.value })}
      />
      <TextField
        label={t`Tu nombre o un alias`}
        isOptional
        maxLength={60}
        autoComplete="off"
        value={draft.name}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      {personName && draft.name === '' && (
        <span>
          <Button small onClick={() => onChange({ name: personName })}>
            <Trans>Usar el nombre de tu perfil</Trans>
          </Button>
        </span>
      )}
    </Question>
  );
}
