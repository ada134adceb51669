import { Trans, useLingui } from '@lingui/react/macro';
import {
  candidateOfGroup,
  candidateOfOrganisation,
} from '../../features/coalitions/participants/candidates';
import { ParticipantPage } from '../../features/coalitions/participants/participant-page';
import type { Participant } from '../../features/coalitions/participants/participants.graphql';
import { RenameForm } from '../../features/coalitions/participants/rename-form';

/** For the stewards or the spokesperson: the name under which the coalition sees the participant. */
export default function ParticipantNamePage() {
  const { t } = useLingui();
  const heading = <Trans>Nombre en la coalición</Trans>;
  return (
    <ParticipantPage title={t`Nombre en la coalición`} part={{ heading, action: 'rename' }}>
      {(participant, onChanged) => <Name participant={participant} onChanged={onChanged} />}
    </ParticipantPage>
  );
}

interface NameProps {
  participant: Participant;
  onChanged: (id: string) => void;
}

function Name({ participant, onChanged }: NameProps) {
  const { name, group, organisation } = participant;
  const candidate =
    (group && candidateOfGroup(group)) ?? (organisation && candidateOfOrganisation(organisation));
  if (!candidate) return null;
  return (
    <RenameForm key={name} participant={participant} candidate={candidate} onChanged={onChanged} />
  );
}
