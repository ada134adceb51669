import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useMe } from '../../lib/server/session';
import { Banner } from '../../ui/display/banner';

const DAY = 86_400_000;
/** Time that a change of standing is shown on the home page. */
const TOLD_FOR = 14 * DAY;
/** Inactivity notice: 30 days to sign in after the warning mail, plus 15 days to read the reason. */
const IDLE_TOLD_FOR = 45 * DAY;

/**
 * Cards for changes of the viewer's standing over time: probation ended, or the account was about to become inactive.
 */
export function StandingCards() {
  const { probationEndsAt, idleToldAt } = useMe();
  const [now] = useState(Date.now);
  const isRecent = (at: string | null, lasts: number) =>
    at !== null && Date.parse(at) <= now && now - Date.parse(at) < lasts;
  return (
    <>
      {isRecent(probationEndsAt, TOLD_FOR) && (
        <Banner look="ok" icon="check" title={<Trans>Terminó tu primer mes</Trans>}>
          <Trans>Desde ahora puedes avalar, invitar y fundar grupos.</Trans>
        </Banner>
      )}
      {isRecent(idleToldAt, IDLE_TOLD_FOR) && (
        <Banner look="info" title={<Trans>Tu cuenta estaba por quedar inactiva</Trans>}>
          <Trans>
            Como entraste, sigue como estaba. Solo se guarda en qué mes usaste Trama por última vez.
          </Trans>
        </Banner>
      )}
    </>
  );
}
