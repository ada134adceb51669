import { Trans } from '@lingui/react/macro';
import { Avatar } from '../../../ui/display/avatar';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import type { Candidate } from './candidates';

interface CandidateChoiceProps {
  legend: string;
  candidates: readonly Candidate[];
  value: Candidate;
  onChange: (candidate: Candidate) => void;
}

/** Chooses among the viewer's groups and organisations. */
export function CandidateChoice({ legend, candidates, value, onChange }: CandidateChoiceProps) {
  return (
    <ChoiceGroup legend={legend}>
      {candidates.map((one) => (
        <Choice
          key={one.id}
          name="candidate"
          checked={one.id === value.id}
          onChange={() => onChange(one)}
          note={<KindOfParticipant kind={one.kind} />}
          end={<Avatar id={one.id} name={one.name} isGroup size="s" />}
        >
          {one.name}
        </Choice>
      ))}
    </ChoiceGroup>
  );
}

export function KindOfParticipant({ kind }: Pick<Candidate, 'kind'>) {
  return kind === 'group' ? <Trans>Grupo</Trans> : <Trans>Organización</Trans>;
}
