import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import {
  FileChangedNotice,
  FileUnavailable,
} from '../../features/vetting/application/file-changed-or-unavailable';
import { ReopeningPane } from '../../features/vetting/reopenings/reopening-pane';
import { ReopeningForm } from '../../features/vetting/reopenings/reopening-form';
import { useReopening } from '../../features/vetting/reopenings/use-reopening';
import { usePageNavigate } from '../../lib/page/use-page-navigate';
import { Button } from '../../ui/actions/button';
import { usePageLayout } from '../../ui/page/page';
import { useToast } from '../../ui/actions/toast';
import { DeskPanes, DeskQueue } from '../desk/desk-frame';

const CHANGED = <Trans>Algo cambió en esta revisión</Trans>;
const WHY_GONE = (
  <Trans>Puede que dos personas ya coincidieran, o que no te toque por cercanía.</Trans>
);

/** One reopened review: queue, reason and the viewer's answer. */
export default function DeskReopeningPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  usePageLayout({
    back: { to: '/desk', label: t`Mesa` },
    title: t`Revisión reabierta`,
    isSlim: true,
  });
  return (
    <DeskPanes>
      <DeskQueue currentId={id} />
      <Opened key={id} id={id} />
    </DeskPanes>
  );
}

function Opened({ id }: { id: string }) {
  const { t } = useLingui();
  const { file, problem, isStale, reopen, release } = useReopening(id);
  const navigate = usePageNavigate();
  const toast = useToast();
  const onWritten = () => {
    toast({ text: t`Opinión enviada` });
    void reopen();
  };
  const leave = async () => {
    await release();
    navigate('/desk');
  };
  return (
    <>
      <main id="main" tabIndex={-1} className="file stack">
        {isStale && <FileChangedNotice title={CHANGED} onOpen={() => void reopen()} />}
        {file && <ReopeningPane file={file} />}
        {!file && <FileUnavailable problem={problem} whyGone={WHY_GONE} />}
        {file?.claimEndsAt && (
          <Button kind="text" small onClick={() => void leave()}>
            <Trans>Dejarla para otra persona</Trans>
          </Button>
        )}
      </main>
      <aside className="rev stack" aria-label={t`Lo que piensas`}>
        {file && <ReopeningForm file={file} onWritten={onWritten} />}
      </aside>
    </>
  );
}
