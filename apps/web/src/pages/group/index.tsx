import { Trans, useLingui } from '@lingui/react/macro';
import { Navigate, useParams } from 'react-router';
import { useQuery } from 'urql';
import { ArchivedBanner } from '../../features/group-archive/archived-banner';
import { AgreementsBanner } from '../../features/groups/agreements/agreements-banner';
import { AgreementsText } from '../../features/groups/agreements/agreements-text';
import { usePinnedAgreements } from '../../features/groups/agreements/pinned-agreements';
import { OwnEndedRequests } from '../../features/groups/ended-requests/own-ended-requests';
import { GROUP_QUERY } from '../../features/groups/groups.graphql';
import { JoinPanel } from '../../features/groups/join-panel';
import { StewardshipOffers } from '../../features/groups/stewardship-offers';
import { ShowMeInList } from '../../features/groups/member-list/show-me-in-list';
import { StewardSearch } from '../../features/groups/succession/steward-search';
import { ReportButton } from '../../features/moderation/reports/report-button';
import type { GroupQuery } from '../../gql/types';
import { groupPath } from '../../lib/page/group-path';
import { requestProblemOf } from '../../lib/server/errors';
import { useTermNames } from '../../lib/server/taxonomy';
import { useNews } from '../../lib/server/use-news';
import { ButtonLink } from '../../ui/actions/button';
import { Tags } from '../../ui/display/chip';
import { GroupPicture } from '../../ui/display/group-picture';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/display/skeleton';
import { GroupCoalitions } from './group-coalitions';
import { GroupPlaces } from './group-places';

type Group = GroupQuery['group'];

/** Group page: its purpose and, for members, its channels and people. */
export default function GroupPage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const [{ data, error }, refetch] = useQuery({
    query: GROUP_QUERY,
    variables: { slug },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group', 'channels', 'channel', 'joinRequest'], again);
  if (requestProblemOf(error)?.code === 'NOT_FOUND') return <NotFound />;
  if (data?.group.kind === 'coalition') return <Navigate to={groupPath(data.group)} replace />;
  const back = { to: '/groups', label: t`Grupos` };
  return (
    <Page title={t`Grupo`} back={back} width={688}>
      {data ? <Inside group={data.group} onChanged={again} /> : <Skeleton rows={4} kind="row" />}
    </Page>
  );
}

function Inside({ group, onChanged }: { group: Group; onChanged: () => void }) {
  const nameOf = useTermNames();
  return (
    <>
      <div className="inline inline--3 top">
        <GroupPicture group={group} size="l" />
        <div className="grow stack stack--1">
          <h1>{group.name}</h1>
          <p className="muted">{group.purpose}</p>
        </div>
      </div>
      <ArchivedBanner group={group} />
      <AgreementsBanner group={group} />
      {group.myRole && group.myRole !== 'steward' && (
        <StewardshipOffers groupId={group.id} onChanged={onChanged} />
      )}
      <StewardSearch group={group} />
      <Tags items={group.issueAreas.flatMap((id) => nameOf(id) ?? [])} />
      {group.myMembershipId === null && (
        <Entrance key={group.id} group={group} onChanged={onChanged} />
      )}
      {/* Stewards read everybody's answers beside the requests. */}
      {group.hasMyEndedRequest && !group.viewerCan.includes('readRequests') && (
        <OwnEndedRequests groupId={group.id} />
      )}
      <ShowMeInList group={group} onChanged={onChanged} />
      {group.myMembershipId !== null && <GroupPlaces group={group} />}
      <GroupCoalitions group={group} />
      {group.myMembershipId !== null && <AgreementsText text={group.agreements.text} />}
      <div className="btns">
        {group.myMembershipId !== null && (
          <ButtonLink kind="danger-line" icon="exit" to={`/groups/${group.slug}/leave`}>
            <Trans>Salir del grupo</Trans>
          </ButtonLink>
        )}
        {group.viewerCan.includes('report') && (
          <ReportButton target={{ subject: 'Group', subjectId: group.id }} />
        )}
      </div>
    </>
  );
}

/** For outsiders: the agreements, and the way in under the version that they read. */
function Entrance({ group, onChanged }: { group: Group; onChanged: () => void }) {
  const { pinned, notice } = usePinnedAgreements(group);
  const { agreements } = pinned;
  return (
    <>
      <AgreementsText text={agreements.text} />
      {notice}
      <JoinPanel group={{ ...group, agreements }} onChanged={onChanged} />
    </>
  );
}
