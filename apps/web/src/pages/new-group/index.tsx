import { Trans, useLingui } from '@lingui/react/macro';
import { CreateGroupForm } from '../../features/groups/create-group-form';
import { Page } from '../../ui/page/page';

export default function NewGroupPage() {
  const { t } = useLingui();
  return (
    <Page title={t`Fundar un grupo`} back={{ to: '/groups', label: t`Grupos` }} width={600}>
      <h1>
        <Trans>Fundar un grupo</Trans>
      </h1>
      <CreateGroupForm />
    </Page>
  );
}
