import { Trans } from '@lingui/react/macro';
import { Banner } from '../../../ui/display/banner';

/** Whether a request with this stage has no supporter who reads its conversation. A claim does not open it. */
export const hasNoReader = (stage: string | undefined): boolean =>
  stage === 'waiting' || stage === 'claimed';

/** Tells the requester that the next supporter reads the whole conversation, before anybody does. */
export function NobodyReads() {
  return (
    <Banner look="info" icon="eye" title={<Trans>Ahora nadie lee esta conversación</Trans>}>
      <Trans>
        La persona que acepte tu caso la leerá completa: lo que ya está y lo que escribas hasta
        entonces.
      </Trans>
    </Banner>
  );
}
