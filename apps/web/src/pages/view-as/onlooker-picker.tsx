import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import { MY_GROUPS_QUERY } from '../../features/groups/groups.graphql';
import { PersonPicker, type PickedPerson } from '../../features/profiles/person/person-picker';
import type { ViewAsInput } from '../../gql/types';
import { Chip } from '../../ui/display/chip';

/** The person or audience whose view is previewed, with its label. For a group, `slug` is its address. */
export interface Onlooker {
  input: ViewAsInput;
  label: string;
  slug?: string;
}

interface OnlookersProps {
  onlooker: Onlooker;
  onChoose: (onlooker: Onlooker) => void;
}

/** Choice of onlooker: each audience, each of the viewer's groups, or any person. */
export function OnlookerPicker({ onlooker, onChoose }: OnlookersProps) {
  const { t } = useLingui();
  const { input } = onlooker;
  const [{ data: groups }] = useQuery({ query: MY_GROUPS_QUERY });
  const level = (as: 'member' | 'ally', label: string) => (
    <Chip isOn={input.as === as} onClick={() => onChoose({ input: { as }, label })}>
      {label}
    </Chip>
  );
  return (
    <div className="wrap" role="group" aria-label={t`Ver como`}>
      {level('member', t`Miembros`)}
      {level('ally', t`Aliadas y aliados`)}
      {groups?.myGroups.map(({ id, slug, name }) => (
        <Chip
          key={id}
          isOn={input.groupId === id}
          onClick={() => onChoose({ input: { as: 'groupMember', groupId: id }, label: name, slug })}
        >
          {name}
        </Chip>
      ))}
      <OnePerson isOn={input.as === 'person'} onChoose={onChoose} />
    </div>
  );
}

function OnePerson({ isOn, onChoose }: { isOn: boolean } & Pick<OnlookersProps, 'onChoose'>) {
  const [person, setPerson] = useState<PickedPerson>();
  const [isPicking, setPicking] = useState(false);
  const pick = (picked: PickedPerson) => {
    setPicking(false);
    setPerson(picked);
    onChoose({ input: { as: 'person', personId: picked.id }, label: picked.name });
  };
  return (
    <>
      <Chip isOn={isOn} onClick={() => setPicking(true)}>
        {person?.name ?? <Trans>Una persona</Trans>}
      </Chip>
      <PersonPicker isOpen={isPicking} onClose={() => setPicking(false)} onPick={pick} />
    </>
  );
}
