import { Trans, useLingui } from '@lingui/react/macro';
import { GrantsSection } from '../../features/coalitions/participants/grants-section';
import { OwnGrantBanner } from '../../features/coalitions/participants/own-grant-banner';
import { ParticipantPage } from '../../features/coalitions/participants/participant-page';

/** For those who act for a participant: which of its people may take part in the coalition. */
export default function ParticipantPeoplePage() {
  const { t } = useLingui();
  const heading = <Trans>Quiénes pueden participar</Trans>;
  return (
    <ParticipantPage title={t`Quiénes pueden participar`} part={{ heading, action: 'grant' }}>
      {(participant) => (
        <>
          <OwnGrantBanner participant={participant} />
          <GrantsSection participant={participant} />
        </>
      )}
    </ParticipantPage>
  );
}
