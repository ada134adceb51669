import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { ReportButton } from '../../features/moderation/reports/report-button';
import { DeclareConflict } from '../../features/vetting/application/declare-conflict';
import type { ApplicationFile } from '../../features/vetting/desk/desk.graphql';
import { ClosedFile } from '../../features/vetting/application/closed-file';
import {
  FileChangedNotice,
  FileUnavailable,
} from '../../features/vetting/application/file-changed-or-unavailable';
import { ApplicationFilePane } from '../../features/vetting/application/application-file-pane';
import { ReviewPane } from '../../features/vetting/application/review-pane';
import { useApplicationFile } from '../../features/vetting/application/use-application-file';
import { usePageNavigate } from '../../lib/page/use-page-navigate';
import type { RequestProblem } from '../../lib/server/errors';
import { Button } from '../../ui/actions/button';
import { usePageLayout } from '../../ui/page/page';
import { useToast } from '../../ui/actions/toast';
import { DeskPanes, DeskQueue } from '../desk/desk-frame';

const CHANGED = <Trans>Algo cambió en esta postulación</Trans>;
const WHY_GONE = (
  <Trans>Puede que ya esté decidida, retirada, o que no te toque por cercanía.</Trans>
);

/** One application: queue, file and the viewer's review, in panes or below each other. */
export default function DeskApplicationPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  usePageLayout({ back: { to: '/desk', label: t`Mesa` }, title: t`Mesa`, isSlim: true });
  return (
    <DeskPanes>
      <DeskQueue currentId={id} />
      <Opened key={id} id={id} />
    </DeskPanes>
  );
}

function Opened({ id }: { id: string }) {
  const { file, problem, isStale, reopen, release } = useApplicationFile(id);
  const navigate = usePageNavigate();
  const toast = useToast();
  const onWritten = (text: string) => {
    toast({ text });
    void reopen();
  };
  const onDone = (text: string) => {
    toast({ text });
    navigate('/desk');
  };
  const leave = async () => {
    await release();
    navigate('/desk');
  };
  return (
    <>
      <main id="main" tabIndex={-1} className="file stack">
        {isStale && <FileChangedNotice title={CHANGED} onOpen={() => void reopen()} />}
        {file && <ApplicationFilePane file={file} />}
        {!file && <NoOpenFile id={id} problem={problem} />}
        {file && <Leaving file={file} onLeave={() => void leave()} onDone={onDone} />}
      </main>
      <Review>
        {file && <ReviewPane key={file.readAs} file={file} onWritten={onWritten} onDone={onDone} />}
      </Review>
    </>
  );
}

function NoOpenFile({ id, problem }: { id: string; problem: RequestProblem | undefined }) {
  return problem?.code === 'NOT_FOUND' ? (
    <ClosedFile id={id} problem={problem} whyGone={WHY_GONE} />
  ) : (
    <FileUnavailable problem={problem} whyGone={WHY_GONE} />
  );
}

interface LeavingProps {
  file: ApplicationFile;
  onLeave: () => void;
  onDone: (text: string) => void;
}

/** Actions that leave a file without a review: release the claim, declare a conflict, report. */
function Leaving({ file, onLeave, onDone }: LeavingProps) {
  const { id, claimEndsAt, viewerCan } = file;
  return (
    <div className="btns">
      {claimEndsAt && (
        <Button kind="text" small onClick={onLeave}>
          <Trans>Dejarla para otra persona</Trans>
        </Button>
      )}
      <DeclareConflict id={id} onDone={onDone} />
      {viewerCan.includes('report') && (
        <ReportButton target={{ subject: 'Application', subjectId: id }} />
      )}
    </div>
  );
}

function Review({ children }: { children: React.ReactNode }) {
  const { t } = useLingui();
  return (
    <aside className="rev stack" aria-label={t`Tu revisión`}>
      {children}
    </aside>
  );
}
