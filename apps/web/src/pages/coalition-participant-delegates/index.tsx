import { Trans, useLingui } from '@lingui/react/macro';
import { DelegatesForm } from '../../features/coalitions/participants/delegates-form';
import { ParticipantPage } from '../../features/coalitions/participants/participant-page';

/** For the stewards or the spokesperson: who acts for the participant. */
export default function ParticipantDelegatesPage() {
  const { t } = useLingui();
  const heading = <Trans>Personas delegadas</Trans>;
  return (
    <ParticipantPage title={t`Personas delegadas`} part={{ heading, action: 'nameDelegates' }}>
      {(participant) => <DelegatesForm participant={participant} />}
    </ParticipantPage>
  );
}
