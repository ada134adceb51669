import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useMe } from '../../../lib/server/session';
import { Banner } from '../../../ui/display/banner';
import { Card, IconTile, Row, Rows } from '../../../ui/display/card';
import { ContentList, UrgentBadge } from '../content-list';
import { KIND_LABELS, REASON_LABELS } from '../support-labels';
import { ExclusionForm } from './exclusion-form';
import type { OwnRequest } from './own-requests.graphql';

/**
 * One request of the viewer: its state, the answer, what they wrote and what they can do. An applicant has no page with
 * the acts of others; their status page is outside of the app.
 */
export function OwnRequestView({ request }: { request: OwnRequest }) {
  const { i18n } = useLingui();
  const { standing } = useMe();
  const { id, number, kind, isUrgent, content, languages, viewerCan } = request;
  const kindLabel = i18n._(KIND_LABELS[kind]);
  return (
    <>
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
      <State request={request} />
      <Answer request={request} />
      {viewerCan.includes('exclude') && <ExclusionForm request={request} />}
      <Card className="stack--3">
        <h2>
          <Trans>Lo que escribiste</Trans>
        </h2>
        <ContentList content={content} languages={languages} />
      </Card>
      <Rows>
        {standing !== 'applicant' && (
          <Row
            to="/me/data"
            start={<IconTile icon="eye" look="plain" />}
            title={<Trans>Quién lo abrió y cuándo</Trans>}
            note={<Trans>En Tus datos</Trans>}
          />
        )}
        <Row
          to={`/support/${id}/end`}
          start={<IconTile icon="trash" look="plain" />}
          title={
            viewerCan.includes('withdraw') ? (
              <Trans>Retirar o borrar el pedido</Trans>
            ) : (
              <Trans>Borrar el pedido</Trans>
            )
          }
        />
      </Rows>
    </>
  );
}

function State({ request }: { request: OwnRequest }) {
  const { stage, duplicateOfId } = request;
  if (stage === 'waiting') return <Waiting request={request} />;
  if (stage === 'claimed') {
    return (
      <Banner look="info" icon="eye" title={<Trans>Alguien lo está leyendo</Trans>}>
        <Trans>Te contesta aquí.</Trans>
      </Banner>
    );
  }
  if (stage === 'duplicate') {
    return (
      <Banner look="info" title={<Trans>Sigue en otro pedido</Trans>}>
        {duplicateOfId ? (
          <Link to={`/support/${duplicateOfId}`}>
            <Trans>Abrir el otro pedido</Trans>
          </Link>
        ) : (
          <Trans>Ese pedido ya no está.</Trans>
        )}
      </Banner>
    );
  }
  return <Kept request={request} />;
}

const DAY_AND_TIME = {
  ...({ weekday: 'long', day: 'numeric', month: 'long' } as const),
  ...({ hour: 'numeric', minute: '2-digit' } as const),
};

function Waiting({
  request: { dueAt, returnedAt, isWithoutSupporter, id },
}: {
  request: OwnRequest;
}) {
  const { i18n } = useLingui();
  if (isWithoutSupporter) {
    return (
      <Banner look="warn" icon="alert" title={<Trans>Ahora nadie puede tomarlo</Trans>}>
        <Trans>
          Quienes dan apoyo te conocen de cerca o los marcaste. Puedes esperar a que haya alguien
          más, quitar una marca o <Link to={`/support/${id}/end`}>borrar el pedido</Link>.
        </Trans>
      </Banner>
    );
  }
  const when = i18n.date(dueAt, DAY_AND_TIME);
  return (
    <Banner
      look="info"
      icon="clock"
      title={
        returnedAt ? <Trans>Espera otra vez a alguien</Trans> : <Trans>Espera a alguien</Trans>
      }
    >
      <Trans>Te contesta una persona, a más tardar el {when}.</Trans>
    </Banner>
  );
}

/** A request that ended, with the day on which it will be destroyed. */
function Kept({ request: { destroyedAt, stage } }: { request: OwnRequest }) {
  const { i18n } = useLingui();
  if (!destroyedAt) return null;
  const day = i18n.date(destroyedAt, { dateStyle: 'long' });
  return (
    <Banner
      look="info"
      icon="trash"
      title={stage === 'withdrawn' ? <Trans>Lo retiraste</Trans> : <Trans>Terminó</Trans>}
    >
      <Trans>Se destruye el {day}, con todo lo escrito.</Trans>
    </Banner>
  );
}

function Answer({ request }: { request: OwnRequest }) {
  const { i18n } = useLingui();
  const { supporterName, reply, reason, closingWords, alternatives } = request;
  return (
    <>
      {reply && supporterName && (
        <Words title={<Trans>Te acompaña {supporterName}</Trans>} words={reply}>
          {request.stage === 'accepted' && (
            <p className="xs muted">
              <Trans>Sigue la conversación por la forma segura que indicaste.</Trans>
            </p>
          )}
        </Words>
      )}
      {closingWords && (
        <Words
          title={reason ? i18n._(REASON_LABELS[reason]) : <Trans>Cómo terminó</Trans>}
          words={closingWords}
        />
      )}
      {alternatives && <Words title={<Trans>Dónde más buscar</Trans>} words={alternatives} />}
    </>
  );
}

interface WordsProps {
  title: ReactNode;
  words: string;
  children?: ReactNode;
}

function Words({ title, words, children }: WordsProps) {
  return (
    <Card className="stack--2">
      <h2>{title}</h2>
      <p className="said">{words}</p>
      {children}
    </Card>
  );
}
