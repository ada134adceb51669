import { Trans } from '@lingui/react/macro';
import { Link } from 'react-router';
import { Banner } from '../../../ui/display/banner';

/** Shown to whoever says that there is, or may be, danger now. */
export function EmergencyAdvice() {
  return (
    <Banner look="danger" title={<Trans>Primero, ponte a salvo</Trans>}>
      <Trans>
        Llama antes a alguien de confianza que pueda llegar o actuar ahora. Este pedido lo lee una
        persona, y no es un servicio de emergencia.
      </Trans>{' '}
      <Link to="/emergency">
        <Trans>A quién llamar ahora</Trans>
      </Link>
    </Banner>
  );
}
