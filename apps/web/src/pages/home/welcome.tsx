import { Trans } from '@lingui/react/macro';
import { ForestPanel } from '../../ui/display/card';

/** Welcome text, so that the first screen is never empty. */
export function Welcome() {
  return (
    <ForestPanel>
      <h2>
        <Trans>Te damos la bienvenida</Trans>
      </h2>
      <p>
        <Trans>
          Aquí vamos despacio y en confianza. Preséntate cuando quieras; leer también es participar.
        </Trans>
      </p>
    </ForestPanel>
  );
}
