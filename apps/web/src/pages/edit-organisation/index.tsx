import { Trans, useLingui } from '@lingui/react/macro';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import {
  OrganisationForm,
  type OrganisationInput,
} from '../../features/organisations/organisation-form';
import {
  EDIT_ORGANISATION,
  ORGANISATION_QUERY,
  type Organisation,
} from '../../features/organisations/organisations.graphql';
import { requestProblemOf } from '../../lib/server/errors';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Banner } from '../../ui/display/banner';
import { LoadFailed } from '../../ui/page/load-failed';
import { NotFound } from '../../ui/page/not-found';
import { Page } from '../../ui/page/page';
import { Skeleton } from '../../ui/display/skeleton';
import { useOpenResult } from '../../ui/page/use-open-result';

/** Form in which a spokesperson edits an organisation and its audience. */
export default function EditOrganisationPage() {
  const { t } = useLingui();
  const { slug = '' } = useParams();
  const [{ data, error }, refetch] = useQuery({ query: ORGANISATION_QUERY, variables: { slug } });
  const problem = data ? undefined : requestProblemOf(error);
  const mayNot = data && !data.organisation.viewerCan.includes('edit');
  if (problem?.code === 'NOT_FOUND' || mayNot) return <NotFound />;
  const back = { to: `/organisations/${slug}`, label: t`La organización` };
  return (
    <Page title={t`Editar la organización`} back={back} width={600}>
      <h1>
        <Trans>Editar la organización</Trans>
      </h1>
      {problem && <LoadFailed problem={problem} onRetry={() => refetch()} />}
      {data && <Form organisation={data.organisation} />}
      {!data && !problem && <Skeleton kind="text" />}
    </Page>
  );
}

function Form({ organisation }: { organisation: Organisation }) {
  const open = useOpenResult();
  const edit = useMutationState(EDIT_ORGANISATION);
  const { id, slug, name, about, audience, groupIds } = organisation;
  const { issueAreas, practices, territories, languages } = organisation;
  const terms = { issueAreas, practices, territories, languages };
  const said: OrganisationInput = {
    name,
    about,
    ...terms,
    audience: audience ?? 'members',
    groupIds,
  };
  const submit = async (input: OrganisationInput) => {
    const data = await edit.run({ input: { ...input, organisationId: id } });
    if (data) open(`/organisations/${slug}`, { replace: true });
  };
  return (
    <>
      <Banner icon="lock">
        <Trans>
          Si la abres a más gente, de las demás personas se ve solo lo que cada una vuelva a elegir.
        </Trans>
      </Banner>
      <OrganisationForm
        said={said}
        act={edit}
        label={<Trans>Guardar los cambios</Trans>}
        onSubmit={(next) => void submit(next)}
      />
    </>
  );
}
