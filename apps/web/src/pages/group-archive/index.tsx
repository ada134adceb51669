import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { ArchiveGroup } from '../../features/group-archive/archive-group';
import { ArchivedBanner } from '../../features/group-archive/archived-banner';
import { GROUP_ARCHIVE_QUERY } from '../../features/group-archive/archive.graphql';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/** Confirmation before a steward archives a group: lists what changes for everybody and what stays. */
export default function ArchiveGroupPage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const [{ data, error }, refetch] = useQuery({ query: GROUP_ARCHIVE_QUERY, variables: { slug } });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group'], again);
  const problem = data ? undefined : requestProblemOf(error);
  const group = data?.group;
  const mayNot = group && !group.viewerCan.includes('archive') && group.deletedAt === null;
  if (problem?.code === 'NOT_FOUND' || mayNot) return <NotFound />;
  return (
    <Page
      title={t`Archivar el grupo`}
      back={{ to: `/groups/${slug}`, label: t`El grupo` }}
      width={600}
    >
      {problem && <LoadFailed problem={problem} onRetry={again} />}
      {!group && !problem && <Skeleton kind="text" />}
      {group && (
        <>
          <div className="stack stack--1">
            <h1 className="breakable">
              <Trans>Archivar {group.name}</Trans>
            </h1>
            <p className="muted">
              <Trans>Para un grupo que terminó su trabajo o que hace una pausa larga.</Trans>
            </p>
          </div>
          {group.deletedAt ? <ArchivedBanner group={group} /> : <ArchiveGroup group={group} />}
        </>
      )}
    </Page>
  );
}
