import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { problemText, type RequestProblem } from '../../../lib/server/errors';
import { usePageNavigate } from '../../../lib/page/use-page-navigate';
import { useMe } from '../../../lib/server/session';
import { formatDuration } from '../../../lib/text/format-duration';
import { useTermNames } from '../../../lib/server/taxonomy';
import { Button, ButtonLink } from '../../../ui/actions/button';
import { Banner, ErrorBanner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import { Icon } from '../../../ui/display/icon';
import { useQueuedForm } from '../../../ui/forms/use-queued-form';
import '../ask-error-texts';
import { ASK_SUPPORT } from '../ask-support.graphql';
import { SUPPORT_ASKING } from '../own/own-requests.graphql';
import { BENEFICIARY_LABELS, DANGER_LABELS, KIND_LABELS } from '../support-labels';
import type { VoiceQuestion } from '../voice/voice-requests';
import { GuestSend } from '../guests/guest-send';
import {
  asAnotherRequest,
  type AskDraft,
  askInputOf,
  deleteSentDraft,
  KEY_SPENT,
  useMissingVoices,
} from './ask-draft';
import { askPath, type AskStep, FROM_CHECK_PAGE } from './ask-steps';
import { CallNowLink } from './call-now-link';
import { EmergencyAdvice } from './emergency-advice';
import type { StepProps } from './questions';
import { isExclusionProblem, UnknownExclusion } from './unknown-exclusion';
import { VoicesToRecord } from './voices-to-record';

/** The last page: shows the answers, each with a link to change it, and sends the request. */
export function CheckStep(props: Pick<StepProps, 'draft' | 'onChange'>) {
  const { draft } = props;
  const { standing } = useMe();
  return (
    <>
      <div className="stack stack--2">
        <h1>
          <Trans>Revisa tu pedido</Trans>
        </h1>
        <p className="muted">
          <Trans>Lo abre solo quien lo tome. Puedes retirarlo o borrarlo cuando quieras.</Trans>
        </p>
      </div>
      {draft.danger !== 'no' && <EmergencyAdvice />}
      <Answers draft={draft} />
      <VoicesToRecord questions={draft.voicesToRecord} hasLinks />
      {!draft.safeWay && (
        <Banner
          look="warn"
          icon="alert"
          title={<Trans>Falta una forma segura de contactarte</Trans>}
        >
          <Trans>
            Sin ella solo pueden contestarte aquí. Puedes{' '}
            <Link to={askPath('reach')} state={FROM_CHECK_PAGE}>
              agregarla ahora
            </Link>{' '}
            o después de enviar el pedido.
          </Trans>
        </Banner>
      )}
      {standing === 'guest' ? <GuestSend {...props} /> : <Send {...props} />}
    </>
  );
}

function Send({ draft, onChange }: Pick<StepProps, 'draft' | 'onChange'>) {
  const { t } = useLingui();
  const navigate = usePageNavigate();
  const { standing } = useMe();
  const { send, isBusy, problem, clear } = useQueuedForm('support', ASK_SUPPORT);
  useMissingVoices(problem?.reason, draft);
  const submit = async () => {
    const texts = {
      said: t`Recibimos tu pedido`,
      // The work that sends forms runs on the pages of the app, and applicants have only those of support.
      ...(standing === 'applicant' && {
        queuedText: t`Sin señal. Quedó guardado en este teléfono o computadora. Deja abierta la página «Apoyo» para que se envíe.`,
      }),
    };
    const input = { ...askInputOf(draft) };
    const details = { voices: draft.voices ?? [] };
    const outcome = await send({ subjectId: draft.sendKey, about: '', input, details, ...texts });
    if (!outcome) return;
    await deleteSentDraft(draft);
    navigate('/support', { replace: true, state: { isSent: outcome === 'sent' } });
  };
  return (
    <>
      {problem && (
        <SendProblem
          problem={problem}
          onNewKey={() => {
            clear();
            onChange(asAnotherRequest(draft));
          }}
        />
      )}
      <Button kind="primary" block isBusy={isBusy} onClick={() => void submit()}>
        <Trans>Enviar el pedido</Trans>
      </Button>
    </>
  );
}

function Answers({ draft }: { draft: AskDraft }) {
  const { t, i18n } = useLingui();
  const names = useTermNames();
  const { danger = 'unknown', kind = 'unsure', beneficiary } = draft;
  const { standing } = useMe();
  const isGuest = standing === 'guest';
  const [{ data }] = useQuery({ query: SUPPORT_ASKING, pause: isGuest });
  const { supporters = [] } = data?.supportAsking ?? {};
  const excluded = draft.excludedIds.map(
    (id) => supporters.find((one) => one.id === id)?.workName ?? t`alguien que no está en la lista`,
  );
  return (
    <Card className="stack--3">
      <dl className="qa stack stack--3">
        <Answer step="danger" about={t`¿Hay peligro ahora?`}>
          {i18n._(DANGER_LABELS[danger])}
        </Answer>
        <Answer step="kind" about={t`En qué te apoyamos`}>
          {i18n._(KIND_LABELS[kind])}
        </Answer>
        <Answer step="goal" about={t`Qué quieres lograr`}>
          {longAnswer(draft, 'goal')}
        </Answer>
        <Answer step="tried" about={t`Qué has probado`}>
          {longAnswer(draft, 'tried')}
        </Answer>
        <Answer step="whom" about={t`Para quién es`}>
          {[beneficiary && i18n._(BENEFICIARY_LABELS[beneficiary]), draft.beneficiaryNote]
            .filter(Boolean)
            .join(' · ')}
        </Answer>
        {!isGuest && (
          <Answer step="readers" about={t`Quién no debe leerlo`}>
            {excluded.length > 0 ? excluded.join(', ') : t`Nadie`}
          </Answer>
        )}
        <Answer step="languages" about={t`Idiomas`}>
          {draft.languages.map((id) => names(id) ?? '…').join(', ')}
        </Answer>
        <Answer step="reach" about={t`Cómo te contactamos`}>
          {[draft.safeWay, draft.times].filter(Boolean).join(' · ')}
        </Answer>
        <Answer step="reach" about={t`Tu nombre o un alias`}>
          {draft.name}
        </Answer>
      </dl>
    </Card>
  );
}

interface SendProblemProps {
  problem: RequestProblem;
  /** Gives the draft a new key, so that it can be sent as another request. */
  onNewKey: () => void;
}

function SendProblem({ problem, onNewKey }: SendProblemProps) {
  if (isExclusionProblem(problem)) {
    return (
      <Banner look="danger" role="alert">
        <Link to={askPath('readers')} state={FROM_CHECK_PAGE}>
          <UnknownExclusion />
        </Link>
      </Banner>
    );
  }
  return (
    <>
      <ErrorBanner text={problemText(problem)} />
      <CallNowLink reason={problem.reason} />
      {KEY_SPENT.includes(problem.reason) && (
        <span className="btns">
          <ButtonLink to="/support">
            <Trans>Ver tus pedidos</Trans>
          </ButtonLink>
          <Button onClick={onNewKey}>
            <Trans>Enviarlo como otro pedido</Trans>
          </Button>
        </span>
      )}
    </>
  );
}

/** A long answer: its text and the length of its voice note; undefined if it was skipped. */
function longAnswer(draft: AskDraft, question: VoiceQuestion): ReactNode {
  const note = draft.voices?.find((one) => one.question === question);
  if (!note) return draft[question] || undefined;
  const duration = formatDuration(note.seconds);
  return (
    <>
      {draft[question]}
      <span className="inline xs muted">
        <Icon name="mic" size="xs" />
        <Trans>Nota de voz de {duration}</Trans>
      </span>
    </>
  );
}

interface AnswerProps {
  step: AskStep;
  about: string;
  children: ReactNode;
}

function Answer({ step, about, children }: AnswerProps) {
  const { t } = useLingui();
  return (
    <div>
      <dt className="inline between">
        <span>{about}</span>
        <Link
          className="xs"
          to={askPath(step)}
          state={FROM_CHECK_PAGE}
          aria-label={t`Cambiar: ${about}`}
        >
          <Trans>Cambiar</Trans>
        </Link>
      </dt>
      <dd className={children ? 'said' : 'muted'}>{children || <Trans>En blanco</Trans>}</dd>
    </div>
  );
}
