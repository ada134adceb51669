import { Trans, useLingui } from '@lingui/react/macro';
import { EmergencyLines } from '../../features/emergency-list/emergency-lines';
import { useMe } from '../../lib/server/session';
import { Page } from '../../ui/page/page';

/** The emergency list of the instance, for people in danger. It also opens without a connection. */
export default function EmergencyPage() {
  const { t } = useLingui();
  const { standing } = useMe();
  // Applicants come from the form that asks for support; the account page is not open to them.
  const back =
    standing === 'applicant'
      ? { to: '/support', label: t`Apoyo` }
      : { to: '/account', label: t`Tu cuenta` };
  return (
    <Page width={640} back={back} title={t`Peligro ahora`}>
      <h1>
        <Trans>Peligro ahora</Trans>
      </h1>
      <EmergencyLines />
    </Page>
  );
}
