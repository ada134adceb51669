import { Trans } from '@lingui/react/macro';
import { Banner } from '../../../ui/display/banner';
import { EmergencyLink } from '../emergency-link';

/** Emergency advice, for the answers yes and unknown to the question about danger. */
export function EmergencyAdvice() {
  return (
    <Banner look="danger" title={<Trans>Si hay peligro, ponte a salvo</Trans>}>
      <Trans>
        Avisa primero a alguien de confianza que pueda llegar o actuar ya. Esto no es un servicio de
        emergencia: la respuesta puede tardar horas o no llegar a tiempo.
      </Trans>{' '}
      <EmergencyLink>
        <Trans>A quién llamar ahora</Trans>
      </EmergencyLink>
    </Banner>
  );
}
