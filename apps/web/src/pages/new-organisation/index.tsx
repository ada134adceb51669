import { Trans, useLingui } from '@lingui/react/macro';
import {
  OrganisationForm,
  type OrganisationInput,
} from '../../features/organisations/organisation-form';
import { CREATE_ORGANISATION } from '../../features/organisations/organisations.graphql';
import { useMutationState } from '../../lib/server/use-mutation-state';
import { Page } from '../../ui/page/page';
import { useOpenResult } from '../../ui/page/use-open-result';

const NOTHING: OrganisationInput = {
  ...{ name: '', about: '' },
  ...{ issueAreas: [], practices: [], territories: [], languages: [] },
  ...{ audience: 'members', groupIds: [] },
};

/** Form for a new organisation. Its creator becomes its spokesperson. */
export default function NewOrganisationPage() {
  const { t } = useLingui();
  const open = useOpenResult();
  const found = useMutationState(CREATE_ORGANISATION);
  const submit = async (input: OrganisationInput) => {
    const data = await found.run({ input });
    if (data) open(`/organisations/${data.foundOrganisation.slug}`, { replace: true });
  };
  const back = { to: '/organisations', label: t`Organizaciones` };
  return (
    <Page title={t`Crear una organización`} back={back} width={600}>
      <h1>
        <Trans>Crear una organización</Trans>
      </h1>
      <OrganisationForm
        said={NOTHING}
        act={found}
        label={<Trans>Crear la organización</Trans>}
        onSubmit={(said) => void submit(said)}
      />
    </Page>
  );
}
