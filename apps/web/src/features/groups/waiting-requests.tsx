import { Plural, Trans } from '@lingui/react/macro';
import { useWaiting } from '../../lib/page/waiting';
import { IconTile, Row } from '../../ui/display/card';

/** On the home page, for whoever holds a group: who asks to join. */
export function WaitingRequests() {
  const { '/groups': count = 0 } = useWaiting();
  if (count === 0) return null;
  return (
    <Row
      to="/groups"
      start={<IconTile icon="groups" />}
      title={<Plural value={count} one="# persona pide entrar" other="# personas piden entrar" />}
      note={<Trans>En los grupos que sostienes</Trans>}
    />
  );
}
