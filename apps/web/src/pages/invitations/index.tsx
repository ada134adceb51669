import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { InvitationForm } from '../../features/vetting/invitations/invitation-form';
import { InvitationLink } from '../../features/vetting/invitations/invitation-link';
import { InvitationList } from '../../features/vetting/invitations/invitation-list';
import { MY_INVITATIONS_QUERY } from '../../features/vetting/invitations/invitations.graphql';
import { useNow } from '../../lib/page/use-now';
import { requestProblemOf } from '../../lib/server/errors';
import { useMe } from '../../lib/server/session';
import { Banner } from '../../ui/display/banner';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/display/skeleton';

/** Invites people to apply. */
export default function InvitationsPage() {
  const { t } = useLingui();
  const { probationEndsAt, standing, duties } = useMe();
  const now = useNow();
  const isOnProbation = probationEndsAt !== null && Date.parse(probationEndsAt) > now;
  if (standing !== 'member' && !duties.includes('administer')) return <NotFound />;
  return (
    <Page title={t`Invitar`} back={{ to: '/account', label: t`Tu cuenta` }} width={640}>
      <div className="stack stack--2">
        <h1>
          <Trans>Invitar a alguien</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Invitas a postular; no es un aval. Dos personas leen su postulación como cualquier otra,
            y no sabrás si la envió ni qué se decidió.
          </Trans>
        </p>
      </div>
      {isOnProbation ? (
        <Banner icon="clock" title={<Trans>Todavía no</Trans>}>
          <Trans>Podrás invitar cuando termine tu primer mes.</Trans>
        </Banner>
      ) : (
        <Inviting />
      )}
    </Page>
  );
}

function Inviting() {
  const [path, setPath] = useState<string>();
  const [{ data, error }, execute] = useQuery({
    query: MY_INVITATIONS_QUERY,
    requestPolicy: 'cache-and-network',
  });
  const reload = () => execute({ requestPolicy: 'network-only' });
  const problem = requestProblemOf(error);
  const left = data?.myInvitations.left;
  const made = (link: string) => {
    setPath(link);
    reload();
  };
  return (
    <>
      {left !== undefined && <Left left={left} />}
      {path ? (
        <InvitationLink path={path} onDone={() => setPath(undefined)} />
      ) : (
        <InvitationForm isSpent={left === 0} onMade={made} />
      )}
      {!data && problem && <LoadFailed problem={problem} onRetry={reload} />}
      {!data && !problem && <Skeleton kind="row" rows={2} />}
      {data && <InvitationList invitations={data.myInvitations.items} />}
    </>
  );
}

function Left({ left }: { left: number }) {
  return (
    <p className="xs muted">
      <Plural
        value={left}
        _0="Ya tienes tres abiertas. Cuando una termine podrás hacer otra."
        one="Puedes hacer # más."
        other="Puedes hacer # más."
      />
    </p>
  );
}
