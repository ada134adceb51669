import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from 'react-router';
import { areShortcutsOn, FINDER_KEY, KEY_ACTIONS } from '../../lib/page/keyboard-shortcuts';
import { useMe } from '../../lib/server/session';
import { Sheet } from '../../ui/actions/sheet';
import { keyLabel } from './key-bindings';
import { FIXED_KEYS, KEY_PLACES, type KeyPlace, SINGLE_KEYS } from './shortcut-list';

/** Lists all keyboard shortcuts and lets the viewer change them. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { duties, standing } = useMe();
  const isAtDesk = duties.includes('vet') || duties.includes('moderate');
  const hasDuty: Partial<Record<KeyPlace, boolean>> = {
    cases: duties.includes('support'),
    desk: isAtDesk,
  };
  const places = (Object.keys(KEY_PLACES) as KeyPlace[]).filter(
    (place) => place === 'everywhere' || (standing === 'member' && (hasDuty[place] ?? true)),
  );
  return (
    <Sheet isOpen onClose={onClose} title={t`Teclas`}>
      {!areShortcutsOn() && (
        <p className="muted">
          <Trans>Apagaste las teclas sueltas. Funcionan las que van con Ctrl.</Trans>
        </p>
      )}
      {places.map((place) => (
        <KeysOf key={place} place={place} />
      ))}
      {standing === 'member' && (
        <p>
          <Link to="/me/keys" onClick={onClose}>
            <Trans>Cambiar o apagar teclas</Trans>
          </Link>
        </p>
      )}
    </Sheet>
  );
}

function KeysOf({ place }: { place: KeyPlace }) {
  const { t, i18n } = useLingui();
  const single = areShortcutsOn()
    ? KEY_ACTIONS.filter((action) => SINGLE_KEYS[action].places.includes(place))
    : [];
  return (
    <section className="stack stack--2">
      <h3>{i18n._(KEY_PLACES[place])}</h3>
      <dl className="keys">
        {place === 'everywhere' && (
          <KeyLine keys={FINDER_KEY.label} label={t`Buscar personas, canales, grupos`} />
        )}
        {single.map((action) => (
          <KeyLine key={action} keys={keyLabel(action)} label={i18n._(SINGLE_KEYS[action].label)} />
        ))}
        {FIXED_KEYS[place].map(({ keys, label }) => (
          <KeyLine key={keys} keys={keys} label={i18n._(label)} />
        ))}
      </dl>
    </section>
  );
}

function KeyLine({ keys, label }: { keys: string; label: string }) {
  return (
    <div className="inline between">
      <dt>{label}</dt>
      <dd>
        <kbd className="kbd">{keys}</kbd>
      </dd>
    </div>
  );
}
