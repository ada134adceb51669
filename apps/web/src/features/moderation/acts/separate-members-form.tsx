import { Trans, useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useQuery } from 'urql';
import type { SeparationSide } from '../../../gql/types';
import { useMutationState } from '../../../lib/server/use-mutation-state';
import { Choice, ChoiceGroup } from '../../../ui/forms/choice';
import { Skeleton } from '../../../ui/display/skeleton';
import { ActForm } from './act-form';
import type { MatterActFormProps } from './talk-warn-suspend-forms';
import {
  SEPARATE_REPORTED_MEMBER,
  SHARED_GROUPS_QUERY,
  type SharedGroup,
} from './separation.graphql';
import { useActDraft } from './use-act-draft';
import './act-error-texts';

/** Orders a separation; the moderator chooses which of the two leaves each shared group. */
export function SeparateMembersForm(props: MatterActFormProps & { reportId: string }) {
  const { matterId, name, reportId, reason, onBack, onActed } = props;
  const { t } = useLingui();
  const separate = useMutationState(SEPARATE_REPORTED_MEMBER);
  const draft = useActDraft(matterId, 'separation', reason);
  const groups = useWhoLeaves(reportId);
  const act = async () => {
    const ready = draft.ready();
    if (!ready || !groups.leaving) return;
    const input = { reportId, leaving: groups.leaving, ...ready };
    const text = name ? t`Separación de ${name} ordenada` : t`Separación ordenada`;
    if (await separate.run({ input })) onActed(text);
    else groups.again();
  };
  return (
    <ActForm
      title={<Trans>Separar a las dos personas</Trans>}
      consequence={
        <Trans>
          Desde ahora no se encuentran: ni en listas, ni en búsquedas, ni en grupos, ni en canales.
          Su conversación se cierra y ninguna puede entrar donde esté la otra. Dura hasta que
          moderación la levante. A las dos se les avisa; a quien reportó, sin decirle por qué.
        </Trans>
      }
      draft={draft}
      {...separate}
      actLabel={<Trans>Ordenar la separación</Trans>}
      actKind="danger"
      onAct={() => void act()}
      onBack={onBack}
    >
      <WhoLeaves groups={groups} />
    </ActForm>
  );
}

type Groups = ReturnType<typeof useWhoLeaves>;

/** Groups that the two members share, and who leaves each of them; by default the reported member leaves. */
function useWhoLeaves(reportId: string) {
  const [{ data }, again] = useQuery({
    query: SHARED_GROUPS_QUERY,
    variables: { reportId },
    requestPolicy: 'network-only',
  });
  const [chosen, setChosen] = useState<Readonly<Record<string, SeparationSide>>>({});
  const sideOf = (groupId: string) => chosen[groupId] ?? 'reported';
  const shared = data?.sharedGroups;
  const leaving = shared?.map(({ groupId }) => ({ groupId, side: sideOf(groupId) }));
  const choose = (groupId: string, side: SeparationSide) =>
    setChosen({ ...chosen, [groupId]: side });
  return { shared, leaving, sideOf, choose, again: () => again() };
}

function WhoLeaves({ groups }: { groups: Groups }) {
  if (!groups.shared) return <Skeleton rows={2} kind="text" />;
  if (groups.shared.length === 0) {
    return (
      <p>
        <Trans>No comparten ningún grupo.</Trans>
      </p>
    );
  }
  return groups.shared.map((group) => (
    <WhoLeavesOne key={group.groupId} group={group} groups={groups} />
  ));
}

function WhoLeavesOne({ group, groups }: { group: SharedGroup; groups: Groups }) {
  const { groupId, name, onlySteward } = group;
  const side = groups.sideOf(groupId);
  const choice = (value: SeparationSide) => ({
    name: groupId,
    checked: side === value,
    onChange: () => groups.choose(groupId, value),
  });
  const shown = name ?? <Trans>un grupo que no ves</Trans>;
  return (
    <div className="stack stack--2">
      <ChoiceGroup legend={<Trans>Quién deja {shown}</Trans>}>
        <Choice {...choice('reported')}>
          <Trans>De quien trata el asunto</Trans>
        </Choice>
        <Choice {...choice('reporter')}>
          <Trans>Quien reportó</Trans>
        </Choice>
      </ChoiceGroup>
      {onlySteward === side && (
        <p className="xs muted">
          <Trans>
            Nadie más sostiene este grupo. Si en 14 días sigue así, se les pregunta a sus miembros,
            de a uno, quién quiere sostenerlo. Si nadie acepta, se archiva.
          </Trans>
        </p>
      )}
    </div>
  );
}
