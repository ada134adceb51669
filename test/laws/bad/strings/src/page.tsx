import { Trans } from '@lingui/react/macro';

export function Page() {
  return (
    <main aria-label="Sala">
      <h1>Bienvenida</h1>
      <p>
        <Trans>Una frase que nadie extrajo</Trans>
      </p>
      <p>
        <Trans>
          Sin <b>traducción</b>
        </Trans>
      </p>
      <img alt="" src="/sala.png" />
    </main>
  );
}
