import { Trans, useLingui } from '@lingui/react/macro';
import { useLocation } from 'react-router';
import { EmergencyLines } from '../../features/emergency-list/emergency-lines';
import { useMe } from '../../lib/server/session';
import { Page } from '../../ui/page/page';

/** The emergency list of the instance, for people in danger. It also opens without a connection. */
export default function EmergencyPage() {
  const { t } = useLingui();
  const { standing } = useMe();
  const { state } = useLocation() as { state: { back?: string } | null };
  // The account page is not open to applicants and guests.
  const from =
    state?.back ?? (standing === 'applicant' || standing === 'guest' ? '/support' : undefined);
  const back = from ? { to: from, label: t`Apoyo` } : { to: '/account', label: t`Tu cuenta` };
  return (
    <Page width={640} back={back} title={t`En peligro ahora`}>
      <h1>
        <Trans>En peligro ahora</Trans>
      </h1>
      <EmergencyLines />
    </Page>
  );
}
