import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { gql, useQuery } from 'urql';
import type { GroupsToInviteToQuery, GroupsToInviteToQueryVariables } from '../../../gql/types';
import { Button } from '../../../ui/actions/button';
import { Sheet } from '../../../ui/actions/sheet';
import { IconTile, Row, Rows } from '../../../ui/display/card';
import { ConfirmGroupInvitation } from './confirm-group-invitation';

const GROUPS_TO_INVITE_TO_QUERY = gql<GroupsToInviteToQuery, GroupsToInviteToQueryVariables>`
  query GroupsToInviteTo {
    myGroups {
      id
      name
      viewerCan
    }
  }
`;

interface InviteToGroupProps {
  person: { readonly id: string; readonly name: string };
}

/** On the page of a person: invites them to a group that the viewer holds. Renders nothing for viewers who hold none. */
export function InviteToGroup({ person }: InviteToGroupProps) {
  const [{ data }] = useQuery({ query: GROUPS_TO_INVITE_TO_QUERY });
  const [isPicking, setPicking] = useState(false);
  const [groupId, setGroupId] = useState<string>();
  const groups = data?.myGroups.filter(({ viewerCan }) => viewerCan.includes('invite')) ?? [];
  const group = groups.find(({ id }) => id === groupId);
  const pick = (id: string) => {
    setPicking(false);
    setGroupId(id);
  };
  const close = () => setGroupId(undefined);
  if (groups.length === 0) return null;
  return (
    <div className="btns">
      <Button icon="plus" aria-haspopup="dialog" onClick={() => setPicking(true)}>
        <Trans>Invitar a un grupo</Trans>
      </Button>
      <Sheet
        isOpen={isPicking}
        onClose={() => setPicking(false)}
        title={<Trans>¿A cuál de tus grupos?</Trans>}
      >
        <Rows>
          {groups.map((one) => (
            <Row
              key={one.id}
              onClick={() => pick(one.id)}
              start={<IconTile icon="groups" />}
              title={one.name}
            />
          ))}
        </Rows>
      </Sheet>
      {group && (
        <ConfirmGroupInvitation
          groupId={group.id}
          group={group.name}
          person={person}
          onInvited={close}
          onClose={close}
        />
      )}
    </div>
  );
}
