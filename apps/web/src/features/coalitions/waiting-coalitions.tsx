import { Plural } from '@lingui/react/macro';
import { IconTile, Row } from '../../ui/display/card';

interface WaitingCoalitionsProps {
  invitations: number;
  grants: number;
}

/** On the home page: coalitions that wait for an answer of the viewer, for a participant or for themself. */
export function WaitingCoalitions({ invitations, grants }: WaitingCoalitionsProps) {
  return (
    <>
      {invitations > 0 && (
        <Row
          to="/coalitions"
          start={<IconTile icon="coalition" look="clay" />}
          title={
            <Plural
              value={invitations}
              one="Invitan a tu grupo u organización a una coalición"
              other="Invitan a tus grupos u organizaciones a # coaliciones"
            />
          }
        />
      )}
      {grants > 0 && (
        <Row
          to="/coalitions"
          start={<IconTile icon="coalition" look="clay" />}
          title={
            <Plural
              value={grants}
              one="Te invitan a participar en una coalición"
              other="Te invitan a participar en # coaliciones"
            />
          }
        />
      )}
    </>
  );
}
