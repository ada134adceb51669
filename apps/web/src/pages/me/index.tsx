import { Trans, useLingui } from '@lingui/react/macro';
import { Link, Navigate } from 'react-router';
import { useQuery } from 'urql';
import { Availability } from '../../features/profiles/own/availability';
import { WorkMapOptOut } from '../../features/profiles/own/work-map-opt-out';
import { OwnFieldRow } from '../../features/profiles/own/own-field';
import { MY_PROFILE_QUERY } from '../../features/profiles/own/own-profile.graphql';
import { requestProblemOf, problemText } from '../../lib/server/errors';
import { useMe } from '../../lib/server/session';
import { Banner } from '../../ui/display/banner';
import { Icon } from '../../ui/display/icon';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/display/skeleton';

/** The viewer's own profile: each field with its audience. */
export default function OwnProfilePage() {
  const { t } = useLingui();
  return (
    <Page title={t`Tu perfil`} back={{ to: '/account', label: t`Tu cuenta` }} width={688}>
      <h1>
        <Trans>Tu perfil</Trans>
      </h1>
      <Link className="forest weave inline inline--3 forest--link" to="/me/view-as">
        <Icon name="eye" />
        <span className="grow">
          <b>
            <Trans>Cómo me ven</Trans>
          </b>
          <br />
          <span className="xs muted">
            <Trans>Mira tu perfil con otros ojos</Trans>
          </span>
        </span>
        <Icon name="next" size="s" />
      </Link>
      <Fields />
    </Page>
  );
}

function Fields() {
  const { language } = useMe();
  const [{ data, error }, refetch] = useQuery({ query: MY_PROFILE_QUERY, variables: { language } });
  const problem = requestProblemOf(error);
  if (!data && problem) {
    return (
      <Banner look="danger" role="alert">
        {problemText(problem)}
      </Banner>
    );
  }
  if (!data) return <Skeleton rows={4} />;
  if (data.myProfile.mayBeFound === null) return <Navigate to="/joining" replace />;
  const again = () => refetch({ requestPolicy: 'network-only' });
  return (
    <>
      <Availability takesRequests={data.myProfile.takesRequests} onChanged={again} />
      <div>
        {data.myProfile.fields.map((field) => (
          <OwnFieldRow key={field.id} field={field} onChanged={again} />
        ))}
        <WorkMapOptOut isCounted={data.myProfile.isCounted} onChanged={again} />
      </div>
    </>
  );
}
