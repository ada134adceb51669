import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { MatterAction } from '../../../gql/types';
import { SHORT_REPORT_REASON_LABELS } from '../../../lib/text/moderation-names';
import { Badge } from '../../../ui/display/badge';
import { Banner } from '../../../ui/display/banner';
import { Button } from '../../../ui/actions/button';
import { Card } from '../../../ui/display/card';
import { RelativeTimeText } from '../../../ui/display/relative-time';
import { SeparationsInForce } from '../acts/lift-separation-form';
import { PendingRemovalNote } from '../acts/request-removal-form';
import { SanctionList } from '../acts/sanction-list';
import { MATTER_OUTCOME_LABELS } from './close-matter-form';
import type { OpenActForm } from './matter-actions';
import type { DeskMatter, MatterFile, ReportFile } from './matters.graphql';
import { MatterConcern } from './matter-concern';
import { ReportedAttachments } from './reported-attachments';
import { MatterHistory } from './matter-history';
import { MatterNotes } from './matter-notes';
import { useSubjectLabels } from '../reports/subject-labels';

interface MatterFileViewProps {
  matter: DeskMatter;
  file: MatterFile;
  /** Called to open the form of an act. */
  onAct: (act: OpenActForm) => void;
  /** Called after an act, with a text that confirms it. */
  onActed: (text: string) => void;
}

/** Contents of a matter: all reports with only the content that was forwarded, then the sanctions and notes. */
export function MatterFileView({ matter, file, onAct, onActed }: MatterFileViewProps) {
  const { reports, concerns, earlierSuspensions, removalId, separations, acts, notes, history } =
    file;
  const { i18n } = useLingui();
  const can = (action: MatterAction) => matter.viewerCan.includes(action);
  return (
    <>
      {file.outcome && (
        <Banner icon="check" title={<Trans>Ya se cerró una vez</Trans>}>
          {i18n._(MATTER_OUTCOME_LABELS[file.outcome])}. <Trans>El porqué está en las notas.</Trans>
        </Banner>
      )}
      <PendingRemovalNote id={removalId} />
      {earlierSuspensions > 0 && (
        <Banner look="warn">
          <Plural
            value={earlierSuspensions}
            one="Ya tuvo # suspensión antes."
            other="Ya tuvo # suspensiones antes."
          />
        </Banner>
      )}
      {concerns.map((concern) => (
        <MatterConcern key={concern.words ?? concern.reason} concern={concern} />
      ))}
      <SeparationsInForce
        separations={separations}
        canLift={can('lift')}
        onLift={(separationId) => onAct({ kind: 'lift', separationId })}
      />
      {reports.map((report) => (
        <ReportView key={report.id} report={report}>
          <ReportActs report={report} can={can} onAct={onAct} />
        </ReportView>
      ))}
      <SanctionList
        matterId={matter.id}
        name={reports.at(-1)?.knownAs}
        acts={acts}
        onActed={onActed}
      />
      <MatterNotes matterId={matter.id} notes={notes} canWrite={can('note')} onWritten={onActed} />
      <MatterHistory steps={history} />
    </>
  );
}

interface ReportViewProps {
  report: ReportFile;
  children: ReactNode;
}

function ReportView({ report, children }: ReportViewProps) {
  const { i18n } = useLingui();
  const subjects = useSubjectLabels();
  const { forwarded, picture, files, context, note, knownAs, reason, subjectName, createdAt } =
    report;
  return (
    <section className="qa stack stack--3">
      <div className="stack stack--1">
        <span className="eyebrow">
          {subjects[subjectName]} · <RelativeTimeText at={createdAt} />
        </span>
        <h2>{knownAs ? <Trans>De {knownAs}</Trans> : <Trans>Sin nombre</Trans>}</h2>
        <span className="wrap">
          <Badge look="warn" icon="flag">
            {i18n._(SHORT_REPORT_REASON_LABELS[reason])}
          </Badge>
        </span>
      </div>
      {subjectName !== 'Supporter' && (
        <Card className="card--flat">
          {picture && <ForwardedPicture picture={picture} />}
          {(forwarded || !picture) && <p className="said">{forwarded || <Empty />}</p>}
          {files.length > 0 && <ReportedAttachments files={files} />}
        </Card>
      )}
      {context && <Part title={<Trans>Lo que estaba alrededor</Trans>} text={context} isQuiet />}
      {note && <Part title={<Trans>Lo que dice quien reportó</Trans>} text={note} />}
      {children}
    </section>
  );
}

/** A picture forwarded with a report: moderators can view it without access to where it appears. */
function ForwardedPicture({ picture }: { picture: string }) {
  const { t } = useLingui();
  return (
    <img
      src={`data:image/webp;base64,${picture}`}
      width={256}
      height={256}
      alt={t`La foto reportada`}
    />
  );
}

function Empty() {
  return (
    <i className="muted">
      <Trans>Sin texto</Trans>
    </i>
  );
}

function Part(props: { title: ReactNode; text: string; isQuiet?: boolean }) {
  return (
    <div className="stack stack--1">
      <h3 className="xs">{props.title}</h3>
      <p className={props.isQuiet ? 'said muted' : 'said'}>{props.text}</p>
    </div>
  );
}

function Removed() {
  return (
    <span className="wrap">
      <Badge look="ok" icon="check">
        <Trans>Contenido quitado</Trans>
      </Badge>
    </span>
  );
}

interface ReportActsProps {
  report: ReportFile;
  can: (action: MatterAction) => boolean;
  onAct: (act: OpenActForm) => void;
}

function ReportActs({ report: { id, isRemoved, subjectName }, can, onAct }: ReportActsProps) {
  const canRemove = can('removeContent') && !isRemoved && subjectName !== 'Supporter';
  return (
    <>
      {isRemoved && <Removed />}
      <span className="wrap">
        {canRemove && <RemoveContent reportId={id} onAct={onAct} />}
        {can('separate') && <Separate reportId={id} onAct={onAct} />}
      </span>
    </>
  );
}

interface ReportActProps {
  reportId: string;
  onAct: (act: OpenActForm) => void;
}

function RemoveContent({ reportId, onAct }: ReportActProps) {
  return (
    <Button small icon="trash" onClick={() => onAct({ kind: 'removeContent', reportId })}>
      <Trans>Quitar el contenido</Trans>
    </Button>
  );
}

function Separate({ reportId, onAct }: ReportActProps) {
  return (
    <Button small icon="people" onClick={() => onAct({ kind: 'separate', reportId })}>
      <Trans>Separar de quien reportó</Trans>
    </Button>
  );
}
