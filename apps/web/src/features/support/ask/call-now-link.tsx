import { Trans } from '@lingui/react/macro';
import { EmergencyLink } from '../emergency-link';

/** Refusals whose text tells people in danger to look at the emergency list. */
const SENDS_TO_LIST: readonly (string | null | undefined)[] = [
  'support.paused',
  'support.noSupporters',
  'support.askedOften',
  'support.askedFromHere',
];

/** Link to the emergency list, for a refusal that names it. Renders nothing for any other. */
export function CallNowLink({ reason }: { reason: string | null | undefined }) {
  if (!SENDS_TO_LIST.includes(reason)) return null;
  return (
    <EmergencyLink>
      <Trans>A quién llamar ahora</Trans>
    </EmergencyLink>
  );
}
