import { Trans } from '@lingui/react/macro';

export function FormattingHelp() {
  return (
    <details>
      <summary>
        <Trans>Cómo dar formato a un mensaje</Trans>
      </summary>
      <ul className="xs stack stack--1">
        <li>
          <Trans>
            <code>**negrita**</code> o Ctrl+B, <code>*cursiva*</code> o Ctrl+I,{' '}
            <code>~~tachado~~</code>
          </Trans>
        </li>
        <li>
          <Trans>
            <code>- punto</code> o <code>1. paso</code> al comienzo de cada línea hacen una lista
          </Trans>
        </li>
        <li>
          <Trans>
            <code>&gt; cita</code> al comienzo de la línea, <code># título</code> para una línea que
            resalta
          </Trans>
        </li>
        <li>
          <Trans>
            <code>`código`</code>, o tres <code>```</code> antes y después de varias líneas
          </Trans>
        </li>
        <li>
          <Trans>
            <code>[palabras](https://…)</code> es un enlace: al lado se ve adónde lleva. Nada se
            carga de afuera hasta que alguien lo abre.
          </Trans>
        </li>
      </ul>
    </details>
  );
}
