import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Badge } from '../../../ui/display/badge';
import { Card } from '../../../ui/display/card';
import { RelativeTime } from '../../../ui/display/relative-time';
import { DecideAppealForm } from '../matters/decide-appeal-form';
import type { MatterAct } from '../matters/matters.graphql';
import { NOTICE_KIND_LABELS } from '../notices/notice-labels';

interface ActsDoneProps {
  matterId: string;
  /** Name of the reported member, as in the reports. */
  name: string | undefined;
  acts: readonly MatterAct[];
  onActed: (text: string) => void;
}

/** Sanctions of a matter, with the notices, the member's answers and appeals. */
export function SanctionList({ matterId, name, acts, onActed }: ActsDoneProps) {
  if (acts.length === 0) return null;
  return (
    <section className="qa stack stack--3">
      <h2>
        <Trans>Lo que se le dijo</Trans>
      </h2>
      {acts.map((act) => (
        <Card key={act.id} className="card--flat stack--2">
          <Heading act={act} />
          <p className="said">{act.words}</p>
          {act.answer && <Said title={<Trans>Respondió</Trans>} text={act.answer} />}
          <Appealed {...{ matterId, name, act, onActed }} />
        </Card>
      ))}
    </section>
  );
}

function Heading({ act: { kind, shownFrom, liftedAt, endsAt } }: { act: MatterAct }) {
  const { i18n } = useLingui();
  const until = endsAt && i18n.date(endsAt, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <span className="inline between wrap">
      <span className="wrap">
        <Badge>{kind === 'talk' ? <Trans>Mensaje</Trans> : i18n._(NOTICE_KIND_LABELS[kind])}</Badge>
        {until && (
          <Badge>
            <Trans>Hasta {until}</Trans>
          </Badge>
        )}
        {liftedAt && (
          <Badge look="ok">
            <Trans>Quitada</Trans>
          </Badge>
        )}
      </span>
      <span className="xs muted">
        <Trans>
          Se le dice <RelativeTime at={shownFrom} />
        </Trans>
      </span>
    </span>
  );
}

function Said({ title, text }: { title: ReactNode; text: string }) {
  return (
    <div className="stack stack--1">
      <h3 className="xs">{title}</h3>
      <p className="said">{text}</p>
    </div>
  );
}

type AppealedProps = { act: MatterAct } & Omit<ActsDoneProps, 'acts'>;

function Appealed({ matterId, name, act, onActed }: AppealedProps) {
  const { appeal, kind, reason } = act;
  if (!appeal) return null;
  return (
    <>
      <Said title={<Trans>Apela</Trans>} text={appeal.words ?? ''} />
      {appeal.viewerCan.includes('hear') && (
        <DecideAppealForm
          matterId={matterId}
          name={name}
          appealId={appeal.id}
          kind={kind}
          reason={reason ?? 'other'}
          onActed={onActed}
        />
      )}
    </>
  );
}
