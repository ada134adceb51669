import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useWaiting } from '../../lib/page/waiting';
import { IconTile, Row } from '../../ui/display/card';

/** On the home page: who asks to join the groups that the viewer holds, and the groups that want the viewer. */
export function WaitingRequests() {
  const {
    '/groups/requests': requests = 0,
    '/groups/invitations': invitations = 0,
    '/groups/offers': offers = 0,
  } = useWaiting();
  return (
    <>
      {offers > 0 && (
        <InGroups
          title={
            <Plural
              value={offers}
              one="Te piden sostener un grupo"
              other="Te piden sostener # grupos"
            />
          }
        />
      )}
      {invitations > 0 && (
        <InGroups
          title={
            <Plural value={invitations} one="Te invitan a un grupo" other="Te invitan a # grupos" />
          }
        />
      )}
      {requests > 0 && (
        <InGroups
          title={
            <Plural value={requests} one="# persona pide entrar" other="# personas piden entrar" />
          }
          note={<Trans>En los grupos que sostienes</Trans>}
        />
      )}
    </>
  );
}

function InGroups({ title, note }: { title: ReactNode; note?: ReactNode }) {
  return <Row to="/groups" start={<IconTile icon="groups" />} title={title} note={note} />;
}
