import { useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { IntroductionDetails } from '../../features/introductions/introduction-details';
import { type Introduction } from '../../features/introductions/introductions.graphql';
import { INTRODUCTION_QUERY } from '../../features/introductions/one-introduction.graphql';
import { useNameOrPlaceholder } from '../../features/introductions/use-name-or-placeholder';
import { BlockReportMenu } from '../../features/moderation/blocks/block-report-menu';
import { usePageNavigate } from '../../lib/page/use-page-navigate';
import { requestProblemOf, problemText } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { Banner } from '../../ui/display/banner';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/display/skeleton';

/** One introduction: the person, the reason, and the viewer's answer. */
export default function IntroductionPage() {
  const { t } = useLingui();
  const { id = '' } = useParams();
  const [{ data, error }, execute] = useQuery({
    query: INTRODUCTION_QUERY,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const again = () => execute({ requestPolicy: 'network-only' });
  useNews(['introduction', 'alliance'], again);
  const problem = requestProblemOf(error);
  if (problem?.code === 'NOT_FOUND') return <NotFound />;
  const side = sideOf(data?.introduction);
  const back = { to: `/introductions${side}`, label: t`Presentaciones` };
  return (
    <Page width={688} back={back} title={t`Presentación`}>
      {!data && problem && <Banner look="danger">{problemText(problem)}</Banner>}
      {!data && !problem && <Skeleton />}
      {data && <Loaded introduction={data.introduction} onChanged={again} />}
    </Page>
  );
}

/** Returns the tab of the introductions page that lists this introduction, as in its URL. */
function sideOf(introduction: Introduction | undefined): string {
  if (introduction?.isMine) return '?side=asker';
  return introduction?.toMeet ? '?side=introducer' : '';
}

interface LoadedProps {
  introduction: Introduction;
  onChanged: () => void;
}

function Loaded({ introduction, onChanged }: LoadedProps) {
  const navigate = usePageNavigate();
  const name = useNameOrPlaceholder()(introduction.person.name);
  const menu = (
    <BlockReportMenu
      target={{ subject: 'Introduction', subjectId: introduction.id }}
      name={name}
      viewerCan={introduction.viewerCan}
      isAlly={introduction.state === 'accepted'}
      onChanged={() => navigate('/introductions')}
    />
  );
  return (
    <IntroductionDetails
      introduction={introduction}
      onChanged={onChanged}
      onPassed={() => navigate('/introductions?side=introducer')}
      menu={menu}
    />
  );
}
