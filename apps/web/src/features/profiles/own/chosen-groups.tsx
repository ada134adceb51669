import { Trans } from '@lingui/react/macro';
import { gql, useQuery } from 'urql';
import type { GroupsToChooseQuery, GroupsToChooseQueryVariables } from '../../../gql/types';
import { Check } from '../../../ui/forms/choice';
import type { OwnProfileField } from './own-profile.graphql';

const GROUPS_TO_CHOOSE = gql<GroupsToChooseQuery, GroupsToChooseQueryVariables>`
  query GroupsToChoose {
    myGroups {
      id
      name
    }
  }
`;

interface ChosenGroupsProps {
  field: OwnProfileField;
  /** Called with null for all shared groups, including future ones. */
  onChoose: (groupIds: string[] | null) => void;
}

/** For a field with the audience `groups`: the member chooses all shared groups or some of them. */
export function ChosenGroups({ field, onChoose }: ChosenGroupsProps) {
  const [{ data }] = useQuery({ query: GROUPS_TO_CHOOSE });
  const groups = data?.myGroups ?? [];
  if (groups.length === 0) return null;
  const { isForChosenGroups: isForSome, groupIds } = field;
  const toggle = (id: string) =>
    onChoose(groupIds.includes(id) ? groupIds.filter((one) => one !== id) : [...groupIds, id]);
  const chooseAll = () => onChoose(isForSome ? null : groups.map(({ id }) => id));
  return (
    <fieldset className="field chosen">
      <legend className="hint">
        <Trans>¿Qué grupos?</Trans>
      </legend>
      <Check checked={!isForSome} onChange={chooseAll}>
        <Trans>Todos, también los que vengan</Trans>
      </Check>
      {isForSome &&
        groups.map(({ id, name }) => (
          <Check key={id} checked={groupIds.includes(id)} onChange={() => toggle(id)}>
            {name}
          </Check>
        ))}
    </fieldset>
  );
}
