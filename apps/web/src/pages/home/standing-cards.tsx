import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useMe } from '../../lib/server/session';
import { Banner } from '../../ui/display/banner';

const DAY = 86_400_000;
/** So long a change of standing is told on the first page. */
const TOLD_FOR = 14 * DAY;
/** From the mail on a month is left to come; then some days more to read why it came. */
const IDLE_TOLD_FOR = 45 * DAY;

/** What time did to one's own standing: the first month is over; the account was soon idle. */
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
