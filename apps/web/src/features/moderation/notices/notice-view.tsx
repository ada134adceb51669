import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { SHORT_REPORT_REASON_LABELS } from '../../../lib/text/moderation-names';
import { Badge } from '../../../ui/display/badge';
import { Banner } from '../../../ui/display/banner';
import { Card } from '../../../ui/display/card';
import { RelativeTime } from '../../../ui/display/relative-time';
import { NoticeReply } from './notice-reply';
import { NOTICE_KIND_LABELS } from './notice-labels';
import type { OwnNotice } from './notices.graphql';

interface NoticeViewProps {
  notice: OwnNotice;
  onChanged: () => void;
}

/** A notice: the sanction, its reason, its end, and the ways to answer. */
export function NoticeView({ notice, onChanged }: NoticeViewProps) {
  const { words, groupsLeft, answer, appeal } = notice;
  return (
    <>
      <Heading notice={notice} />
      <Card>{words === null ? <Destroyed /> : <p className="said">{words}</p>}</Card>
      {groupsLeft.length > 0 && (
        <Own title={<Trans>Grupos que dejas</Trans>} text={groupsLeft.join('\n')} />
      )}
      {answer && <Own title={<Trans>Tu respuesta</Trans>} text={answer} />}
      {appeal?.words && <Own title={<Trans>Tu apelación</Trans>} text={appeal.words} />}
      {appeal && <AppealState appeal={appeal} />}
      <NoticeReply notice={notice} onChanged={onChanged} />
    </>
  );
}

/** Shown when the text has been deleted: sanctions are stored longer than notices. */
function Destroyed() {
  return (
    <p className="muted">
      <Trans>El texto se destruyó cuando llegó su plazo.</Trans>
    </p>
  );
}

function Heading({ notice: { kind, reason, shownFrom, endsAt, liftedAt } }: { notice: OwnNotice }) {
  const { i18n } = useLingui();
  const until = endsAt && i18n.date(endsAt, { dateStyle: 'full', timeStyle: 'short' });
  return (
    <div className="stack stack--2">
      <span className="eyebrow">
        <RelativeTime at={shownFrom} />
      </span>
      <h1>{i18n._(NOTICE_KIND_LABELS[kind])}</h1>
      <span className="wrap">
        {reason && <Badge look="warn">{i18n._(SHORT_REPORT_REASON_LABELS[reason])}</Badge>}
        {liftedAt && (
          <Badge look="ok" icon="check">
            <Trans>Quitada</Trans>
          </Badge>
        )}
      </span>
      {until && !liftedAt && (
        <p className="muted">
          <Trans>Hasta el {until}.</Trans>
        </p>
      )}
    </div>
  );
}

function Own({ title, text }: { title: ReactNode; text: string }) {
  return (
    <section className="stack stack--1">
      <h2 className="h3">{title}</h2>
      <p className="said">{text}</p>
    </section>
  );
}

function AppealState({ appeal }: { appeal: NonNullable<OwnNotice['appeal']> }) {
  if (appeal.decidedAt) {
    return (
      <Banner look="ok">
        {appeal.outcome === 'lifted' ? (
          <Trans>Otra persona lo revisó y la medida se quitó.</Trans>
        ) : (
          <Trans>Otra persona lo revisó y la medida se mantiene.</Trans>
        )}
      </Banner>
    );
  }
  return (
    <Banner look="info" icon="clock">
      <Trans>La va a revisar una persona que no tomó la decisión, en cuanto alguien pueda.</Trans>
    </Banner>
  );
}
