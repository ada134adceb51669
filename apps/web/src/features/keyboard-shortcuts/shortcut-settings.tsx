import { Trans, useLingui } from '@lingui/react/macro';
import { type ChangeEvent, useState } from 'react';
import { areShortcutsOn, KEY_ACTIONS, type KeyAction } from '../../lib/page/keyboard-shortcuts';
import { Button } from '../../ui/actions/button';
import { Check } from '../../ui/forms/choice';
import { FieldError } from '../../ui/forms/field';
import { changeKey, keyLabel, keyProblem, resetKeys, enableSingleKeys } from './key-bindings';
import { SINGLE_KEYS } from './shortcut-list';

/** Turns off single-key shortcuts on this device, or changes their keys. */
export function ShortcutSettings() {
  const [isOn, setOn] = useState(areShortcutsOn);
  const [version, setVersion] = useState(0);
  const turn = () => {
    enableSingleKeys(!isOn);
    setOn(!isOn);
  };
  const reset = () => {
    resetKeys();
    setVersion(version + 1);
  };
  return (
    <>
      <Check checked={isOn} onChange={turn}>
        <Trans>Usar teclas sueltas</Trans>
      </Check>
      {isOn && (
        <section className="card card--flush rows" key={version}>
          {KEY_ACTIONS.map((action) => (
            <KeyField key={action} action={action} />
          ))}
        </section>
      )}
      {isOn && (
        <Button kind="line" onClick={reset}>
          <Trans>Restablecer las teclas</Trans>
        </Button>
      )}
    </>
  );
}

/** Captures the next key press. An invalid key is not saved; the reason is shown below. */
function KeyField({ action }: { action: KeyAction }) {
  const { t, i18n } = useLingui();
  const [shown, setShown] = useState(() => keyLabel(action));
  const [problem, setProblem] = useState<ReturnType<typeof keyProblem>>();
  const id = `key-${action}`;
  const words = {
    taken: t`Otra acción ya usa esa tecla.`,
    none: t`Usa una letra o un signo.`,
  };
  const change = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const key = target.value.slice(-1).toLowerCase();
    if (key === '') return setShown('');
    const found = keyProblem(action, key);
    setProblem(found);
    if (found) return setShown(key.toUpperCase());
    changeKey(action, key);
    return setShown(keyLabel(action));
  };
  const leave = () => {
    setShown(keyLabel(action));
    setProblem(undefined);
  };
  return (
    <div className="row keyrow">
      <label className="grow" htmlFor={id}>
        {i18n._(SINGLE_KEYS[action].label)}
      </label>
      <input
        className="input keyrow__key"
        id={id}
        value={shown}
        autoComplete="off"
        autoCapitalize="characters"
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={change}
        onFocus={({ target }) => target.select()}
        onBlur={leave}
      />
      <FieldError id={`${id}-problem`} error={problem && words[problem]} />
    </div>
  );
}
