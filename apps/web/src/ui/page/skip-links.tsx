import { Trans } from '@lingui/react/macro';
import type { MouseEvent } from 'react';

/** Skip links, first in the tab order. The second one appears on pages with a text box. */
export function SkipLinks() {
  return (
    <>
      <a className="skip" href="#main" onClick={toMain}>
        <Trans>Ir al contenido</Trans>
      </a>
      <a className="skip skip--composer" href="#main" onClick={toComposer}>
        <Trans>Ir al campo de mensaje</Trans>
      </a>
    </>
  );
}

/** The router ignores fragments, so move the focus here. */
function toMain(event: MouseEvent) {
  event.preventDefault();
  const main = document.getElementById('main');
  main?.focus();
  main?.scrollIntoView();
}

function toComposer(event: MouseEvent) {
  event.preventDefault();
  document.querySelector<HTMLElement>('.composer__box')?.focus();
}
