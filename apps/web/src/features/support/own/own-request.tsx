import { Trans, useLingui } from '@lingui/react/macro';
import type { ComponentType, ReactNode } from 'react';
import { Link } from 'react-router';
import { useNow } from '../../../lib/page/use-now';
import { DAY_AND_TIME } from '../../../lib/text/day-and-time';
import { Banner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import { ContentList, UrgentBadge } from '../content-list';
import { EmergencyLink } from '../emergency-link';
import { PastCalls } from '../calls/past-calls';
import { OwnCallRow } from '../calls/own-call-row';
import { Openings } from '../openings';
import { SilenceNotice } from '../silence-notice';
import { KIND_LABELS, REASON_LABELS } from '../support-labels';
import { AnsweredConsents, WaitingConsents } from '../helpers/own-consents';
import { CaseLinks } from '../links/case-links';
import { LeftCase } from '../pauses/left-case';
import { OwnSide } from '../partners/own-side';
import { EarlierQuestions, OpenQuestions } from '../questions/own-questions';
import { OwnStages } from '../stages/own-stages';
import { isLate } from '../summary/can-summarise';
import { EarlierSupporters } from '../team/earlier-supporters';
import { SupportersOfLeftCase } from '../team/former-cases';
import { OwnOffers, OwnTeam, type ReportButtonOf } from '../team/own-team';
import { OwnThreadRow } from '../threads/thread-rows';
import { ContactForm } from './contact-form';
import { ExclusionForm } from './exclusion-form';
import type { OwnRequest } from './own-requests.graphql';
import { ReopenCase } from './reopen-case';
import { RequestRows } from './request-rows';

/** The dialog that chooses a person; the page provides it, because it belongs to another feature. */
export type PickPerson = ComponentType<{
  isOpen: boolean;
  onClose: () => void;
  onPick: (person: { readonly id: string; readonly name: string }) => void;
}>;

interface OwnRequestViewProps {
  request: OwnRequest;
  onChanged: () => void;
  pickPerson: PickPerson;
  reportButton: ReportButtonOf;
}

/** One request of the viewer. First stands what waits for them, then the answer, the people, the texts and the actions. */
export function OwnRequestView(props: OwnRequestViewProps) {
  const { request, onChanged, reportButton } = props;
  const { id, content, languages, viewerCan } = request;
  return (
    <>
      <RequestHeader request={request} />
      {request.hasLeft ? (
        <>
          <LeftCase {...{ request, onChanged }} />
          <EndedBanner request={request} />
          <SupportersOfLeftCase requestId={id} reportButton={reportButton} />
        </>
      ) : (
        <OwnCase {...props} />
      )}
      <Card className="stack--3">
        <h2>
          <Trans>El pedido</Trans>
        </h2>
        <ContentList content={content} languages={languages} reader="own" />
      </Card>
      {viewerCan.includes('readOpenings') && <Openings id={id} />}
      <RequestRows request={request} />
    </>
  );
}

/** Everything that waits for the viewer, the answer, the people and the texts. */
function OwnCase({ request, onChanged, pickPerson, reportButton }: OwnRequestViewProps) {
  const { id, viewerCan } = request;
  return (
    <>
      <OwnStages request={request} />
      <OpenQuestions request={request} />
      {request.silenceEndsAt && (
        <SilenceNotice id={id} endsAt={request.silenceEndsAt} onKept={onChanged} />
      )}
      <State request={request} />
      <WaitingConsents requestId={id} />
      {request.stage === 'accepted' && <OwnOffers requestId={id} onChanged={onChanged} />}
      <OwnThreadRow requestId={id} stage={request.stage} />
      <OwnCallRow request={request} />
      <Answer request={request} />
      <EarlierQuestions request={request} />
      <PastCalls requestId={id} side="requester" />
      <ReopenCase request={request} onReopened={onChanged} />
      {request.stage === 'accepted' && <OwnTeam requestId={id} {...{ onChanged, reportButton }} />}
      <EarlierSupporters requestId={id} reportButton={reportButton} />
      <AnsweredConsents requestId={id} />
      {viewerCan.includes('readPartners') && (
        <OwnSide requestId={id} {...{ viewerCan, pickPerson }} />
      )}
      <CaseLinks requestId={id} canManage={viewerCan.includes('manageLinks')} />
      {viewerCan.includes('changeContact') && <ContactForm request={request} />}
      {viewerCan.includes('exclude') && <ExclusionForm request={request} />}
    </>
  );
}

function RequestHeader({ request: { number, kind, isUrgent } }: { request: OwnRequest }) {
  const { i18n } = useLingui();
  const kindLabel = i18n._(KIND_LABELS[kind]);
  return (
    <div className="stack stack--1">
      <span className="eyebrow">
        <Trans>Pedido {number}</Trans>
      </span>
      <h1>{kindLabel}</h1>
      {isUrgent && (
        <span className="wrap">
          <UrgentBadge />
        </span>
      )}
    </div>
  );
}

function State({ request }: { request: OwnRequest }) {
  const { stage, duplicateOfId, waitsForRequesterUntil, isUrgent } = request;
  if (waitsForRequesterUntil) return <OnHoldBanner isUrgent={isUrgent} />;
  if (stage === 'waiting' || stage === 'claimed') return <Unanswered request={request} />;
  if (stage === 'duplicate') {
    return (
      <Banner look="info" title={<Trans>Sigue en otro pedido</Trans>}>
        {duplicateOfId ? (
          <>
            <Trans>
              Trata de lo mismo que otro pedido tuyo. Quien atiende ese lee también lo que
              escribiste aquí, menos tu contacto: vale el del otro pedido. Quienes excluiste de este
              tampoco pueden tomar el otro.
            </Trans>{' '}
            <Link to={`/support/${duplicateOfId}`}>
              <Trans>Abrir el otro pedido</Trans>
            </Link>
          </>
        ) : (
          <Trans>Ese pedido ya no está.</Trans>
        )}
      </Banner>
    );
  }
  return <EndedBanner request={request} />;
}

/** A date without a time is read as midnight in UTC. */
const DAY = { dateStyle: 'long', timeZone: 'UTC' } as const;

/** A request whose requester is asked: the deadline is on hold. */
function OnHoldBanner({ isUrgent }: Pick<OwnRequest, 'isUrgent'>) {
  return (
    <Banner look="info" icon="clock" title={<Trans>Esperamos tu respuesta</Trans>}>
      <Trans>El plazo para contestarte se detiene mientras tanto, y sigue cuando contestes.</Trans>{' '}
      {isUrgent && (
        <EmergencyLink>
          <Trans>A quién llamar ahora</Trans>
        </EmergencyLink>
      )}
    </Banner>
  );
}

/** A request that waits for its first answer, in the queue or while a supporter reads it. */
function Unanswered({ request }: { request: OwnRequest }) {
  const { dueAt, answersResumeAt, returnedAt, isWithoutSupporter, hasOneCandidate } = request;
  const { isUrgent, stage } = request;
  const { i18n } = useLingui();
  const now = useNow();
  if (isWithoutSupporter) {
    return (
      <Banner look="warn" icon="alert" title={<Trans>Ahora nadie puede tomarlo</Trans>}>
        <Trans>Por ahora ninguna de las personas que dan apoyo puede tomar tu pedido.</Trans>{' '}
        <Options request={request} />
      </Banner>
    );
  }
  const when = i18n.date(dueAt, DAY_AND_TIME);
  const isRead = stage === 'claimed';
  if (isLate(request, now)) {
    // The same text for every late request, so that it does not reveal the reason.
    return (
      <Banner look="warn" icon="clock" title={<Trans>Nos estamos tardando</Trans>}>
        <Trans>Queríamos contestarte antes del {when}.</Trans>{' '}
        {isRead ? <Trans>Alguien lo está leyendo.</Trans> : <Trans>Sigue en la cola.</Trans>}{' '}
        {hasOneCandidate ? <OneCandidate request={request} /> : <Options request={request} />}{' '}
        <Trans>
          Si hay peligro, no esperes: <EmergencyLink>a quién llamar ahora</EmergencyLink>.
        </Trans>
      </Banner>
    );
  }
  const title = isRead ? (
    <Trans>Alguien lo está leyendo</Trans>
  ) : returnedAt ? (
    <Trans>Otra vez en espera</Trans>
  ) : (
    <Trans>En espera</Trans>
  );
  return (
    <Banner look="info" icon={isRead ? 'eye' : 'clock'} title={title}>
      {isRead && (
        <>
          <Trans>Te contesta aquí.</Trans>{' '}
        </>
      )}
      <Trans>Contesta una persona. Buscamos hacerlo antes del {when}.</Trans>{' '}
      {answersResumeAt && <OutsideHours until={answersResumeAt} />}
      {hasOneCandidate && <OneCandidate request={request} />}{' '}
      {isUrgent && (
        <EmergencyLink>
          <Trans>A quién llamar ahora</Trans>
        </EmergencyLink>
      )}
    </Banner>
  );
}

/** The page cannot tell whether the only supporter who may read it still supports: that would reveal when they stop. */
function OneCandidate({ request }: { request: OwnRequest }) {
  return (
    <>
      <Trans>Según a quién excluiste, solo una persona puede leerlo, y podría no estar.</Trans>{' '}
      <Options request={request} />
    </>
  );
}

/** The ways on for a request that is late, or that possibly nobody takes. */
function Options({ request: { id, excluded, viewerCan } }: { request: OwnRequest }) {
  const canAllow = excluded.length > 0 && viewerCan.includes('exclude');
  return (
    <>
      {canAllow ? (
        <Trans>
          Puedes esperar, permitir que lo lea alguien que excluiste o{' '}
          <Link to={`/support/${id}/end`}>borrar el pedido</Link>.
        </Trans>
      ) : (
        <Trans>
          Puedes esperar o <Link to={`/support/${id}/end`}>borrar el pedido</Link>.
        </Trans>
      )}{' '}
      <Trans>
        También puedes <Link to={`/support/${id}/summary`}>descargar un resumen</Link> y llevarlo a
        otra organización. Mira también <EmergencyLink>a quién llamar ahora</EmergencyLink>.
      </Trans>
    </>
  );
}

/** Tells when the working hours begin again, in the zone of the device. */
function OutsideHours({ until }: { until: string }) {
  const { i18n } = useLingui();
  const when = i18n.date(until, DAY_AND_TIME);
  return (
    <Trans>
      Ahora estamos fuera del horario de apoyo: volvemos desde el {when} (hora de tu teléfono o
      computadora).
    </Trans>
  );
}

/** A request that ended, with the day on which it will be destroyed. */
function EndedBanner({ request: { destroyedAt, stage, closeReason } }: { request: OwnRequest }) {
  const { i18n } = useLingui();
  if (!destroyedAt) return null;
  const day = i18n.date(destroyedAt, { dateStyle: 'long' });
  return (
    <Banner
      look="info"
      icon="trash"
      title={stage === 'withdrawn' ? <Trans>Lo retiraste</Trans> : <Trans>Terminó</Trans>}
    >
      {closeReason === 'silence' && (
        <>
          <Trans>Se cerró de forma automática: en cuatro meses nada cambió aquí.</Trans>{' '}
        </>
      )}
      {closeReason === 'left' && (
        <>
          <Trans>Se cerró de forma automática: en 30 días nadie retomó el caso.</Trans>{' '}
        </>
      )}
      {closeReason === 'conduct' && (
        <>
          <Trans>
            Quien te acompañaba cerró el caso por insultos o amenazas. No se puede reabrir. Si pides
            apoyo otra vez, esa persona no lo leerá.
          </Trans>{' '}
        </>
      )}
      <Trans>Se destruye el {day}, con todo lo escrito.</Trans>
    </Banner>
  );
}

function Answer({ request }: { request: OwnRequest }) {
  const { i18n } = useLingui();
  const { supporterName, reply, reason, closingWords, alternatives, content } = request;
  const askAgainDay = request.askAgainOn && i18n.date(request.askAgainOn, DAY);
  const reasonTitle =
    reason === 'other' ? <Trans>Por qué no</Trans> : reason && i18n._(REASON_LABELS[reason]);
  const closingTitle = request.closedAt ? (
    <Trans>Cómo terminó</Trans>
  ) : (
    <Trans>Cómo terminó la vez anterior</Trans>
  );
  return (
    <>
      {reply && supporterName && (
        <SupporterMessage title={<Trans>Respuesta de {supporterName}</Trans>} text={reply}>
          {request.stage === 'accepted' && (
            <p className="xs muted">
              {content.safeWay ? (
                <Trans>Te escribe o llama por la forma segura que diste.</Trans>
              ) : (
                <Trans>
                  No diste una forma de contactarte, así que solo puede contestarte aquí.
                </Trans>
              )}
            </p>
          )}
        </SupporterMessage>
      )}
      {closingWords && (
        <SupporterMessage title={reasonTitle ?? closingTitle} text={closingWords}>
          {askAgainDay && (
            <p>
              <Trans>Te sugiere pedir apoyo otra vez desde el {askAgainDay}.</Trans>
            </p>
          )}
        </SupporterMessage>
      )}
      {alternatives && (
        <SupporterMessage title={<Trans>Dónde más buscar</Trans>} text={alternatives} />
      )}
    </>
  );
}

interface SupporterMessageProps {
  title: ReactNode;
  text: string;
  children?: ReactNode;
}

function SupporterMessage({ title, text, children }: SupporterMessageProps) {
  return (
    <Card className="stack--2">
      <h2>{title}</h2>
      <p className="said">{text}</p>
      {children}
    </Card>
  );
}
