import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Choice, ChoiceGroup } from '../../ui/forms/choice';
import { INTRODUCERS, type IntroducerChoice } from './introducing.graphql';

interface Chosen {
  choices: readonly IntroducerChoice[];
  /** Null: directly. */
  id: string | null;
  choose: (id: string | null) => void;
}

/** Through whom to ask: somebody who holds a group of both, unless the person chooses otherwise; else directly. */
export function useThrough(personId: string): Chosen {
  const [{ data }] = useQuery({
    query: INTRODUCERS,
    variables: { personId },
    requestPolicy: 'network-only',
  });
  const [chosen, choose] = useState<string | null>();
  const choices = data?.introducers ?? [];
  const likely = choices.find(({ isOfSharedGroup }) => isOfSharedGroup)?.id ?? null;
  return { choices, id: chosen === undefined ? likely : chosen, choose };
}

/** Nothing where nobody can be chosen. Who of them knows the other is not said, and not known here. */
export function Through({ name, choices, id, choose }: Chosen & { name: string }) {
  const { t } = useLingui();
  if (choices.length === 0) return null;
  return (
    <ChoiceGroup
      legend={<Trans>¿Quién te presenta?</Trans>}
      hint={<Trans>Son personas que se ofrecen a presentar. No sabemos si conocen a {name}.</Trans>}
    >
      <Choice name="introducer" checked={id === null} onChange={() => choose(null)}>
        <Trans>Nadie, pido directamente</Trans>
      </Choice>
      {choices.map((choice) => (
        <Choice
          key={choice.id}
          name="introducer"
          checked={id === choice.id}
          onChange={() => choose(choice.id)}
          note={choice.groupName ?? t`De tus aliadas y aliados`}
        >
          {choice.name}
        </Choice>
      ))}
    </ChoiceGroup>
  );
}
