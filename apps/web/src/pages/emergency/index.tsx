import { Trans, useLingui } from '@lingui/react/macro';
import { EmergencyLines } from '../../features/emergency-list/emergency-lines';
import { Page } from '../../ui/page/page';

/** The emergency list of the instance, for people in danger. It also opens without a connection. */
export default function EmergencyPage() {
  const { t } = useLingui();
  return (
    <Page width={640} back={{ to: '/account', label: t`Tu cuenta` }} title={t`Peligro ahora`}>
      <h1>
        <Trans>Peligro ahora</Trans>
      </h1>
      <EmergencyLines />
    </Page>
  );
}
