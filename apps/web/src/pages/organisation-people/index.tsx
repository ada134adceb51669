import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { OrganisationPeople } from '../../features/organisations/organisation-people';
import { ORGANISATION_QUERY } from '../../features/organisations/organisations.graphql';
import { INVITE_TO_ORGANISATION } from '../../features/organisations/affiliations.graphql';
import '../../features/organisations/error-texts';
import { SentOrganisationInvitations } from '../../features/organisations/sent-organisation-invitations';
import { PersonPicker } from '../../features/profiles/person/person-picker';
import { requestProblemOf } from '../../lib/server/errors';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { ErrorBanner } from '../../ui/display/banner';
import { Button } from '../../ui/actions/button';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/display/skeleton';
import { useToast } from '../../ui/actions/toast';

/** People and open invitations of an organisation, for its spokespersons. */
export default function OrganisationPeoplePage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const [{ data, error }, refetch] = useQuery({ query: ORGANISATION_QUERY, variables: { slug } });
  const problem = data ? undefined : requestProblemOf(error);
  const mayNot = data && !data.organisation.viewerCan.includes('invite');
  if (problem?.code === 'NOT_FOUND' || mayNot) return <NotFound />;
  const back = { to: `/organisations/${slug}`, label: t`La organización` };
  return (
    <Page title={t`Personas e invitaciones`} back={back} width={688}>
      <h1>
        <Trans>Personas e invitaciones</Trans>
      </h1>
      {problem && <LoadFailed problem={problem} onRetry={() => refetch()} />}
      {data && <Inside organisationId={data.organisation.id} />}
      {!data && !problem && <Skeleton kind="row" />}
    </Page>
  );
}

function Inside({ organisationId }: { organisationId: string }) {
  const { t } = useLingui();
  const toast = useToast();
  const invite = useMutationState(INVITE_TO_ORGANISATION);
  const [isPicking, setPicking] = useState(false);
  const [sent, setSent] = useState(0);
  const pick = async (personId: string) => {
    setPicking(false);
    if (!(await invite.run({ input: { organisationId, personId } }))) return;
    toast({ text: t`Invitación enviada` });
    setSent((count) => count + 1);
  };
  return (
    <>
      <ErrorBanner text={invite.message} />
      <Button
        kind="primary"
        icon="plus"
        isBusy={invite.isBusy}
        onClick={() => setPicking(true)}
        aria-haspopup="dialog"
      >
        <Trans>Invitar a alguien</Trans>
      </Button>
      <PersonPicker
        isOpen={isPicking}
        onClose={() => setPicking(false)}
        onPick={({ id }) => void pick(id)}
      />
      <SentOrganisationInvitations key={sent} organisationId={organisationId} />
      <section className="stack stack--3">
        <h2>
          <Trans>Personas</Trans>
        </h2>
        <OrganisationPeople organisationId={organisationId} />
      </section>
    </>
  );
}
