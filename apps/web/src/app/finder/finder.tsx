import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Modal } from '../../ui/actions/sheet';
import { ButtonLink, IconButton } from '../../ui/actions/button';
import { searchHistoryState } from '../../features/channels/search/use-message-search';
import { Icon } from '../../ui/display/icon';
import { useConnection } from '../../lib/server/connection';
import type { FinderChoice } from './finder-choice';
import { ChoiceList, choiceElementId } from './finder-choice-list';
import { searchWordsIn } from './word-matching';
import { useResultSections } from './use-result-sections';

/**
 * Command menu: opens a channel, person, group or screen by its name. Follows the ARIA pattern for a combobox with a
 * listbox.
 */
export function Finder({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const words = searchWordsIn(text);
  const { sections, isAsking, isWithheld } = useResultSections(words);
  const choices = sections.flatMap((one) => one.choices);
  const isEmpty = words.length > 0 && choices.length === 0 && !isAsking;
  const [at, move] = useActive(choices, text);
  const leave = () => {
    onClose();
    // Wait until the dialog has returned the focus to the element that opened it.
    requestAnimationFrame(() => document.getElementById('main')?.focus());
  };
  const go = (choice: FinderChoice | undefined) => {
    if (!choice) return;
    leave();
    void navigate(choice.to);
  };
  return (
    <Modal className="pal" aria-label={t`Buscar en Trama`} onClose={onClose}>
      <div className="pal__in">
        <IconButton
          className="only-m"
          icon="back"
          label={t`Cerrar la búsqueda`}
          onClick={onClose}
        />
        <FinderField
          ref={field}
          text={text}
          active={choices[at]}
          onText={setText}
          onStep={(by) => move(at + by)}
          onEnter={() => go(choices[at])}
        />
        <Key keys="Esc" className="only-d" />
      </div>
      <ChoiceList {...{ sections, words }} active={choices[at]} onPick={go} />
      <ResultStatus {...{ isAsking, isWithheld, isEmpty }} count={choices.length} />
      {isEmpty && <MessagesInstead text={text.trim()} onLeave={leave} />}
      <Foot />
    </Modal>
  );
}

interface FinderFieldProps {
  ref: RefObject<HTMLInputElement | null>;
  text: string;
  /** The choice that Enter opens. */
  active: FinderChoice | undefined;
  onText: (text: string) => void;
  onStep: (by: 1 | -1) => void;
  onEnter: () => void;
}

function FinderField({ ref, text, active, onText, onStep, onEnter }: FinderFieldProps) {
  const { t } = useLingui();
  const onKeyDown = (event: KeyboardEvent) => {
    const act = {
      ArrowDown: () => onStep(1),
      ArrowUp: () => onStep(-1),
      Enter: onEnter,
    }[event.key];
    if (!act || event.nativeEvent.isComposing) return;
    event.preventDefault();
    act();
  };
  return (
    <div className="search grow">
      <Icon name="search" />
      <input
        ref={ref}
        className="input"
        role="combobox"
        aria-label={t`Canal, persona, grupo o pantalla`}
        aria-expanded={active !== undefined}
        aria-controls="finder-list"
        aria-autocomplete="list"
        aria-activedescendant={active && choiceElementId(active)}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="go"
        maxLength={100}
        placeholder={t`Canal, persona o grupo`}
        value={text}
        onChange={({ target }) => onText(target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

/** State of the choice that Enter opens: the first one, until the arrow keys move it. */
function useActive(choices: readonly FinderChoice[], text: string) {
  const [active, setActive] = useState({ key: '', text });
  const isHere = ({ key }: FinderChoice) => active.text === text && key === active.key;
  const at = Math.max(0, choices.findIndex(isHere));
  const here = choices[at];
  const id = here && choiceElementId(here);
  useEffect(() => {
    if (id) document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
  }, [id]);
  const move = (to: number) => setActive({ key: choices.at(to % choices.length)?.key ?? '', text });
  return [at, move] as const;
}

interface ResultStatusProps {
  count: number;
  isEmpty: boolean;
  isAsking: boolean;
  isWithheld: boolean;
}

/** Announces the number of results to screen readers. Visible when there are no results. */
function ResultStatus({ count, isEmpty, isAsking, isWithheld }: ResultStatusProps) {
  const isOffline = useConnection() === 'offline';
  return (
    <div className="pal__said" role="status">
      {isEmpty && (
        <p>
          <Trans>Sin resultados entre lo que puedes ver.</Trans>
        </p>
      )}
      {isOffline && (
        <p>
          <Trans>Sin conexión: aquí está lo que guarda este dispositivo.</Trans>
        </p>
      )}
      {isWithheld && (
        <p>
          <Trans>Hoy ya viste a muchas personas. Mañana puedes ver a más.</Trans>
        </p>
      )}
      {isAsking && (
        <p>
          <Trans>Buscando personas y grupos</Trans>
        </p>
      )}
      {count > 0 && !isAsking && (
        <p className="vh">
          <Plural value={count} one="# resultado" other="# resultados" />
        </p>
      )}
    </div>
  );
}

/** Offers to search messages when no channel, group or person matches. */
function MessagesInstead({ text, onLeave }: { text: string; onLeave: () => void }) {
  if (useConnection() === 'offline') return null;
  return (
    <div className="pal__instead">
      <ButtonLink
        to="/channels/search"
        state={searchHistoryState(text)}
        icon="search"
        onClick={onLeave}
      >
        <Trans>Buscar en mensajes</Trans>
      </ButtonLink>
    </div>
  );
}

function Foot() {
  return (
    <div className="pal__foot xs muted">
      <span className="only-d">
        <Key keys="↑ ↓" />
        <Trans>Moverte</Trans>
      </span>
      <span className="only-d">
        <Key keys="Enter" />
        <Trans>Abrir</Trans>
      </span>
      <span>
        <Trans>Solo aparece lo que puedes ver.</Trans>
      </span>
    </div>
  );
}

/** Key names are printed the same in every language. */
function Key({ keys, className = '' }: { keys: string; className?: string }) {
  return <kbd className={`kbd ${className}`}>{keys}</kbd>;
}
