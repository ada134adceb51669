import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useAct } from '../../lib/use-act';
import { Badge } from '../../ui/badge';
import { Banner, Problem } from '../../ui/banner';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { Ago } from '../../ui/relative-time';
import { type MatterFile, REMOVE_CONTENT, type ReportFile } from './matters.graphql';
import { MatterHistory } from './matter-history';
import { deskWordsOf } from './report-reasons';
import { useSubjectWords } from './subject-words';

interface MatterFileViewProps {
  file: MatterFile;
  /** After an act in it; `text` says what was done. */
  onActed: (text: string) => void;
}

/** Every report of a matter: what was forwarded, and nothing else; then what was done since. */
export function MatterFileView({ file, onActed }: MatterFileViewProps) {
  const { reports, earlierSuspensions, history } = file;
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
      {reports.map((report) => (
        <ReportView key={report.id} report={report} onActed={onActed} />
      ))}
      <MatterHistory steps={history} />
    </>
  );
}

interface ReportViewProps {
  report: ReportFile;
  onActed: (text: string) => void;
}

function ReportView({ report, onActed }: ReportViewProps) {
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
      <RemoveContent report={report} onActed={onActed} />
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

function Part(props: { title: React.ReactNode; text: string; isQuiet?: boolean }) {
  return (
    <div className="stack stack--1">
      <h3 className="xs">{props.title}</h3>
      <p className={props.isQuiet ? 'said muted' : 'said'}>{props.text}</p>
    </div>
  );
}

function RemoveContent({ report: { id }, onActed }: ReportViewProps) {
  const { t } = useLingui();
  const remove = useAct(REMOVE_CONTENT);
  const act = async () => {
    if (await remove.run({ id })) onActed(t`Contenido quitado`);
  };
  return (
    <div className="stack stack--2">
      <Problem text={remove.message} />
      <Button small icon="trash" isBusy={remove.isBusy} onClick={() => void act()}>
        <Trans>Quitar el contenido</Trans>
      </Button>
    </div>
  );
}
