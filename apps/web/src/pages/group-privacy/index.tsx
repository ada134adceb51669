import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { MemberListSetting } from '../../features/groups/member-list/member-list-setting';
import { PrivacyForm } from '../../features/groups/privacy/privacy-form';
import { GROUP_PRIVACY_QUERY } from '../../features/groups/privacy/privacy.graphql';
import { usePasswordConfirmation } from '../../features/signin/use-password-confirmation';
import { requestProblemOf } from '../../lib/server/errors';
import { useNews } from '../../lib/server/use-news';
import { ButtonLink } from '../../ui/actions/button';
import { Banner } from '../../ui/display/banner';
import { Skeleton } from '../../ui/display/skeleton';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';

/**
 * Changes the privacy of a group. A steward can make it more private alone; to make it less private, a second person
 * must approve.
 */
export default function GroupPrivacyPage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const { confirm, sheet } = usePasswordConfirmation();
  const [{ data, error }, refetch] = useQuery({
    query: GROUP_PRIVACY_QUERY,
    variables: { slug },
    requestPolicy: 'cache-and-network',
  });
  const again = () => refetch({ requestPolicy: 'network-only' });
  useNews(['group', 'twoPersonAct'], again);
  const problem = requestProblemOf(error);
  const mayNot = data && !data.group.viewerCan.includes('edit');
  if (problem?.code === 'NOT_FOUND' || mayNot) return <NotFound />;
  const group = data?.group;
  return (
    <Page
      title={t`Quién ve el grupo`}
      back={{ to: `/groups/${slug}`, label: t`El grupo` }}
      width={600}
    >
      <div className="stack stack--1">
        <h1>
          <Trans>Quién lo ve y cómo se entra</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Hacerlo más privado vale enseguida. Hacerlo más visible o abierto lo deciden dos
            personas.
          </Trans>
        </p>
      </div>
      {problem && !data && <LoadFailed problem={problem} onRetry={again} />}
      {group?.lessPrivateRequestId && <Asked actId={group.lessPrivateRequestId} />}
      {group && (
        <PrivacyForm
          key={`${group.isListed} ${group.access} ${group.lessPrivateRequestId}`}
          group={group}
          onConfirm={confirm}
          onChanged={again}
        />
      )}
      {group && <MemberListSetting slug={slug} onConfirm={confirm} />}
      {!data && !problem && <Skeleton kind="text" />}
      {sheet}
    </Page>
  );
}

/** A pending request to make the group less private; an approver can also decide it here. */
function Asked({ actId }: { actId: string }) {
  return (
    <Banner look="info" icon="clock" title={<Trans>Hay un pedido</Trans>}>
      <span className="stack stack--2">
        <Trans>
          Alguien pidió hacer el grupo más visible o abierto. Falta que otra persona lo apruebe.
        </Trans>
        <ButtonLink to={`/approvals/${actId}`}>
          <Trans>Ver el pedido</Trans>
        </ButtonLink>
      </span>
    </Banner>
  );
}
