import { Trans, useLingui } from '@lingui/react/macro';
import { gql, useQuery } from 'urql';
import type {
  GroupsForAnOrganisationQuery,
  GroupsForAnOrganisationQueryVariables,
  OrganisationAudience,
} from '../../gql/types';
import { Check, Choice, ChoiceGroup } from '../../ui/forms/choice';

const GROUPS = gql<GroupsForAnOrganisationQuery, GroupsForAnOrganisationQueryVariables>`
  query GroupsForAnOrganisation {
    myGroups {
      id
      name
    }
  }
`;

const AUDIENCES = ['members', 'groups', 'onlyMe'] as const;

interface Place {
  audience: OrganisationAudience;
  groupIds: string[];
}
type OrganisationAudienceChoiceProps = Place & {
  error: string | undefined;
  onChange: (place: Place) => void;
};

export function OrganisationAudienceChoice(props: OrganisationAudienceChoiceProps) {
  const { audience, groupIds, error, onChange } = props;
  const { t } = useLingui();
  const words: Record<OrganisationAudience, { title: string; note: string }> = {
    members: { title: t`Miembros`, note: t`Toda persona que entró a Trama` },
    groups: { title: t`Algunos de mis grupos`, note: t`Quienes están en los grupos que elijas` },
    onlyMe: { title: t`Solo quienes son parte`, note: t`Nadie más sabe que existe` },
  };
  return (
    <ChoiceGroup
      legend={t`Quién sabe de ella`}
      hint={t`Quién es parte lo decide cada persona por su lado.`}
    >
      {AUDIENCES.map((one) => (
        <Choice
          key={one}
          name="audience"
          value={one}
          checked={audience === one}
          onChange={() => onChange({ audience: one, groupIds })}
          note={words[one].note}
        >
          {words[one].title}
        </Choice>
      ))}
      {audience === 'groups' && (
        <Groups
          chosen={groupIds}
          error={error}
          onChange={(ids) => onChange({ audience, groupIds: ids })}
        />
      )}
    </ChoiceGroup>
  );
}

interface GroupsProps {
  chosen: readonly string[];
  error: string | undefined;
  onChange: (ids: string[]) => void;
}

function Groups({ chosen, error, onChange }: GroupsProps) {
  const [{ data }] = useQuery({ query: GROUPS });
  const groups = data?.myGroups ?? [];
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <ChoiceGroup id="groupIds" legend={<Trans>¿Qué grupos?</Trans>} error={error}>
      {data && groups.length === 0 && (
        <p className="xs muted">
          <Trans>Todavía no estás en ningún grupo.</Trans>
        </p>
      )}
      {groups.map(({ id, name }) => (
        <Check key={id} checked={chosen.includes(id)} onChange={() => toggle(id)}>
          {name}
        </Check>
      ))}
    </ChoiceGroup>
  );
}
