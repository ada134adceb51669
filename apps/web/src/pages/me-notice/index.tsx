import { useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { NoticeView } from '../../features/moderation/notices/notice-view';
import { useNotice } from '../../features/moderation/notices/use-notice';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/display/skeleton';

/** One notice from moderation. */
export default function NoticePage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const { notice, problem, reload } = useNotice(id);
  if (problem?.code === 'NOT_FOUND') return <NotFound />;
  return (
    <Page width={688} back={{ to: '/me/notices', label: t`De moderación` }} title={t`Moderación`}>
      {problem && <LoadFailed problem={problem} onRetry={reload} />}
      {!notice && !problem && <Skeleton rows={4} kind="text" />}
      {notice && <NoticeView notice={notice} onChanged={reload} />}
    </Page>
  );
}
