import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useBadgeCounts } from '../../lib/page/badge-counts';
import { lazyComponent } from '../../lib/server/lazy-component';
import { loadCoalitionCatalogue } from '../../lib/text/language';
import { IconTile, Row } from '../../ui/display/card';

/** Loaded with the catalogue of its area, and only when something waits. */
const WaitingCoalitions = lazyComponent(async () => {
  const [all] = await Promise.all([
    import('../../features/coalitions/waiting-coalitions'),
    loadCoalitionCatalogue(),
  ]);
  return all.WaitingCoalitions;
});

/** Join requests for the viewer's groups, and invitations to the viewer. */
export function PendingRequests() {
  const {
    '/groups/requests': requests = 0,
    '/groups/invitations': invitations = 0,
    '/groups/offers': offers = 0,
    '/groups/agreements': agreements = 0,
    '/organisations': organisations = 0,
    '/coalitions/invitations': coalitions = 0,
    '/coalitions/grants': grants = 0,
  } = useBadgeCounts();
  return (
    <>
      {agreements > 0 && <ChangedAgreements agreements={agreements} />}
      {offers > 0 && (
        <Waiting
          to="/groups"
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
        <Waiting
          to="/groups"
          title={
            <Plural value={invitations} one="Te invitan a un grupo" other="Te invitan a # grupos" />
          }
        />
      )}
      {coalitions + grants > 0 && <WaitingCoalitions invitations={coalitions} grants={grants} />}
      {organisations > 0 && (
        <Waiting
          to="/organisations"
          title={
            <Plural
              value={organisations}
              one="Te invitan a una organización"
              other="Te invitan a # organizaciones"
            />
          }
        />
      )}
      {requests > 0 && (
        <Waiting
          to="/groups"
          title={
            <Plural value={requests} one="# persona pide entrar" other="# personas piden entrar" />
          }
          note={<Trans>En los grupos que sostienes</Trans>}
        />
      )}
    </>
  );
}

function ChangedAgreements({ agreements }: { agreements: number }) {
  return (
    <Waiting
      to="/groups"
      title={
        <Plural
          value={agreements}
          one="Cambiaron los acuerdos de un grupo"
          other="Cambiaron los acuerdos de # grupos"
        />
      }
      note={<Trans>Léelos y acéptalos para seguir escribiendo</Trans>}
    />
  );
}

interface WaitingProps {
  to: string;
  title: ReactNode;
  note?: ReactNode;
}

function Waiting({ to, title, note }: WaitingProps) {
  return <Row to={to} start={<IconTile icon="groups" />} title={title} note={note} />;
}
