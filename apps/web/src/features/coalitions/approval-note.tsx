import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ButtonLink } from '../../ui/actions/button';
import { Banner } from '../../ui/display/banner';

interface ApprovalNoteProps {
  /** False if no coalition steward of another participant can approve, so that a moderator does. */
  hasOtherSteward?: boolean | null;
}

/** Tells who approves a request, and until when. */
export function ApprovalNote({ hasOtherSteward = true }: ApprovalNoteProps) {
  return hasOtherSteward ? (
    <Trans>
      Tiene que aprobarlo, antes de mañana a esta hora, quien sostiene la coalición por otro grupo u
      organización. Hasta entonces no cambia nada.
    </Trans>
  ) : (
    <Trans>
      Tiene que aprobarlo, antes de mañana a esta hora, alguien que modera Trama. Hasta entonces no
      cambia nada.
    </Trans>
  );
}

/** In place of a request that nobody could approve: each coalition steward acts for a participant of the viewer. */
export function NobodyApproves() {
  return (
    <Banner look="info" icon="info" title={<Trans>Ahora nadie puede aprobarlo</Trans>}>
      <Trans>
        Tiene que aprobarlo quien sostiene la coalición por otro grupo u organización, sin
        sostenerla también por el tuyo. Cuando haya alguien así, podrás pedirlo.
      </Trans>
    </Banner>
  );
}

interface PendingApprovalBannerProps {
  requestId: string;
  title: ReactNode;
  children: ReactNode;
}

/** A request that waits for its approval, with the link to it. */
export function PendingApprovalBanner({ requestId, title, children }: PendingApprovalBannerProps) {
  return (
    <Banner look="info" icon="clock" title={title}>
      <span className="stack stack--2">
        <span>{children}</span>
        <ButtonLink small to={`/approvals/${requestId}`}>
          <Trans>Ver el pedido</Trans>
        </ButtonLink>
      </span>
    </Banner>
  );
}
