import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Badge } from '../../ui/badge';
import { Banner } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Ago } from '../../ui/relative-time';
import { ActsDone } from './acts-done';
import type { ActInHand } from './matter-acts';
import type { DeskMatter, MatterFile, ReportFile } from './matters.graphql';
import { MatterConcern } from './matter-concern';
import { MatterHistory } from './matter-history';
import { deskWordsOf } from './report-reasons';
import { useSubjectWords } from './subject-words';

interface MatterFileViewProps {
  matter: DeskMatter;
  file: MatterFile;
  /** Something is about to be done. */
  onAct: (act: ActInHand) => void;
  /** After an act in it; `text` says what was done. */
  onActed: (text: string) => void;
}

/** Every report of a matter: what was forwarded, and nothing else; then what was done since. */
export function MatterFileView({ matter, file, onAct, onActed }: MatterFileViewProps) {
  const { reports, concerns, earlierSuspensions, acts, history } = file;
  const canRemove = matter.viewerCan.includes('removeContent');
  return (
    <>
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
      {reports.map((report) => (
        <ReportView key={report.id} report={report}>
          {report.isRemoved ? (
            <Removed />
          ) : (
            canRemove && <RemoveContent reportId={report.id} onAct={onAct} />
          )}
        </ReportView>
      ))}
      <ActsDone matterId={matter.id} acts={acts} onActed={onActed} />
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
  const subjects = useSubjectWords();
  const { forwarded, context, note, knownAs, reason, subjectName, createdAt } = report;
  return (
    <section className="qa stack stack--3">
      <div className="stack stack--1">
        <span className="eyebrow">
          {subjects[subjectName]} · <Ago at={createdAt} />
        </span>
        <h2>
          <Trans>De {knownAs}</Trans>
        </h2>
        <span className="wrap">
          <Badge look="warn" icon="flag">
            {i18n._(deskWordsOf(reason))}
          </Badge>
        </span>
      </div>
      <Card className="card--flat">
        <p className="said">{forwarded || <Empty />}</p>
      </Card>
      {context && <Part title={<Trans>Lo que estaba alrededor</Trans>} text={context} isQuiet />}
      {note && <Part title={<Trans>Lo que dice quien avisó</Trans>} text={note} />}
      {children}
    </section>
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

interface RemoveContentProps {
  reportId: string;
  onAct: (act: ActInHand) => void;
}

function RemoveContent({ reportId, onAct }: RemoveContentProps) {
  return (
    <Button small icon="trash" onClick={() => onAct({ kind: 'removeContent', reportId })}>
      <Trans>Quitar el contenido</Trans>
    </Button>
  );
}
