import { Trans, useLingui } from '@lingui/react/macro';
import { ShortcutSettings } from '../../features/keyboard-shortcuts/shortcut-settings';
import { Page } from '../../ui/page/page';

/** Single-key shortcuts of this device. */
export default function KeyboardShortcutsPage() {
  const { t } = useLingui();
  return (
    <Page width={688} back={{ to: '/account', label: t`Tu cuenta` }} title={t`Teclas`}>
      <div className="stack stack--1">
        <h1>
          <Trans>Teclas</Trans>
        </h1>
        <p className="muted">
          <Trans>
            Cada tecla hace algo cuando no estás escribiendo. Cámbialas o apágalas si te estorban,
            por ejemplo al dictar. Vale en este dispositivo.
          </Trans>
        </p>
      </div>
      <ShortcutSettings />
    </Page>
  );
}
