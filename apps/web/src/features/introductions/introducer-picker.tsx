import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Choice, ChoiceGroup } from '../../ui/forms/choice';
import { INTRODUCERS_QUERY, type IntroducerChoice } from './introducers.graphql';

interface Chosen {
  choices: readonly IntroducerChoice[];
  /** Null to ask without an introducer. */
  id: string | null;
  choose: (id: string | null) => void;
}

/** State of the choice. The default is a steward of a shared group, otherwise no introducer. */
export function useIntroducerChoice(personId: string): Chosen {
  const [{ data }] = useQuery({
    query: INTRODUCERS_QUERY,
    variables: { personId },
    requestPolicy: 'network-only',
  });
  const [chosen, choose] = useState<string | null>();
  const choices = data?.introducers ?? [];
  const likely = choices.find(({ isOfSharedGroup }) => isOfSharedGroup)?.id ?? null;
  return { choices, id: chosen === undefined ? likely : chosen, choose };
}

/**
 * Chooses an introducer; renders nothing if none is available. The list does not disclose which of them know the
 * person.
 */
export function IntroducerPicker({ name, choices, id, choose }: Chosen & { name: string }) {
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
