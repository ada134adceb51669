import { Trans } from '@lingui/react/macro';

/** First in the tab order. */
export function SkipLinks() {
  return (
    <a className="skip" href="#main" onClick={toMain}>
      <Trans>Ir al contenido</Trans>
    </a>
  );
}

/** The router owns the address, so the jump is made by hand. */
function toMain(event: React.MouseEvent) {
  event.preventDefault();
  const main = document.getElementById('main');
  main?.focus();
  main?.scrollIntoView();
}
