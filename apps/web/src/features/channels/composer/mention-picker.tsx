import { Plural, useLingui } from '@lingui/react/macro';
import { type RefObject, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useQuery } from 'urql';
import { Face } from '../../../ui/display/face';
import { Icon } from '../../../ui/display/icon';
import { MAX_SUGGESTIONS, mentionsIn, suggestPeople, mentionBeforeCaret } from './mentions';
import type { MentionPickerProps } from '../feed/mention-input';
import { CHANNEL_PEOPLE_QUERY, type ChannelPerson } from '../channel/channel-people.graphql';

/** Id of the option that mentions everybody; no account has it. */
const ALL = 'all';

/** Suggests people while a name is typed after an `@`. Arrow keys move, Enter or Tab selects, Escape closes. */
export function MentionPicker(props: MentionPickerProps) {
  const listId = useId();
  const root = useRef<HTMLDivElement>(null);
  const { options, take, close } = useOffer(root, props);
  const [at, setAt] = useState(0);
  const current = Math.min(at, options.length - 1);
  useKeys(root, {
    isOn: options.length > 0,
    onStep: (step) => setAt((current + step + options.length) % options.length),
    onTake: () => take(options[current]!),
    onClose: close,
  });
  useBoxOf(root, options.length > 0 ? { listId, option: `${listId}-${current}` } : undefined);
  return (
    <div ref={root} className="naming">
      <span className="vh" role="status">
        {options.length > 0 && (
          <Plural value={options.length} one="# nombre posible" other="# nombres posibles" />
        )}
      </span>
      {options.length > 0 && <Options {...{ listId, options, current, take }} />}
    </div>
  );
}

/** Suggestions for the text before the caret, and the function that inserts a selected suggestion. */
function useOffer(
  root: RefObject<HTMLElement | null>,
  { channel, text, onText, onNaming }: MentionPickerProps,
) {
  const { t } = useLingui();
  const [{ data }] = useQuery({ query: CHANNEL_PEOPLE_QUERY, variables: { id: channel.id } });
  const people = data?.channelPeople.filter(({ id }) => id !== channel.meId);
  const mayAll = channel.viewerCan.includes('mentionAll');
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const tell = useEffectEvent(() => {
    onNaming(people ? mentionsIn(text, people, { chosen, mayAll }) : {});
  });
  useEffect(() => tell(), [text, data, chosen, mayAll]);
  const caret = useCaret(root, text) ?? 0;
  const typed = mentionBeforeCaret(text, caret);
  const [closedAt, setClosedAt] = useState<number>();
  const isOpen = typed !== undefined && typed.at !== closedAt;
  const everybody = { id: ALL, name: t`canal` };
  const found = isOpen && people ? suggestPeople(people, typed.words) : [];
  const all = mayAll && isOpen ? suggestPeople([everybody], typed.words) : [];
  const take = ({ id, name }: ChannelPerson) => {
    const box = boxOf(root);
    // Reads the text box instead of the state: the latest keystroke may not have been rendered yet.
    const here = box && mentionBeforeCaret(box.value, box.selectionStart);
    if (!here) return;
    const before = `${box.value.slice(0, here.at)}@${name} `;
    const after = box.value.slice(box.selectionStart).replace(/^ /, '');
    // Synchronous, so that the next keystroke lands after the inserted name.
    flushSync(() => {
      setChosen(new Map(chosen).set(name, id));
      onText(before + after);
    });
    box.focus();
    box.setSelectionRange(before.length, before.length);
  };
  const options = [...found.slice(0, MAX_SUGGESTIONS - all.length), ...all];
  return { options, take, close: () => setClosedAt(typed?.at) };
}

interface OptionsProps {
  listId: string;
  options: readonly ChannelPerson[];
  current: number;
  take: (one: ChannelPerson) => void;
}

function Options({ listId, options, current, take }: OptionsProps) {
  const { t } = useLingui();
  return (
    <ul id={listId} role="listbox" className="naming__list" aria-label={t`A quién mencionar`}>
      {options.map((one, n) => (
        <li
          key={one.id}
          id={`${listId}-${n}`}
          role="option"
          aria-selected={n === current}
          className="naming__one"
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => take(one)}
        >
          {one.id === ALL ? <Icon name="people" /> : <Face id={one.id} name={one.name} size="s" />}
          <span className="grow cut">{one.name}</span>
          {one.id === ALL && <small className="muted">{t`a quien lee el canal`}</small>}
        </li>
      ))}
    </ul>
  );
}

const boxOf = ({ current }: RefObject<HTMLElement | null>) =>
  current?.closest('.composer')?.querySelector<HTMLTextAreaElement>('.composer__box');

/** Caret position in the composer; undefined while it has no focus or text is selected. */
function useCaret(root: RefObject<HTMLElement | null>, text: string): number | undefined {
  const [caret, setCaret] = useState<number>();
  useEffect(() => {
    const look = () => {
      const box = boxOf(root);
      const isHere =
        box && document.activeElement === box && box.selectionStart === box.selectionEnd;
      setCaret(isHere ? box.selectionStart : undefined);
    };
    look();
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [root, text]);
  return caret;
}

interface Keys {
  isOn: boolean;
  onStep: (step: number) => void;
  onTake: () => void;
  onClose: () => void;
}

/**
 * Keyboard control of the suggestion list. Its listener runs before that of the composer, which would send the message
 * on Enter.
 */
function useKeys(root: RefObject<HTMLElement | null>, { isOn, onStep, onTake, onClose }: Keys) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const acts: Record<string, () => void> = {
      ArrowDown: () => onStep(1),
      ArrowUp: () => onStep(-1),
      Enter: onTake,
      Tab: onTake,
      Escape: onClose,
    };
    const act = acts[event.key];
    if (!act || event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  useEffect(() => {
    const box = boxOf(root);
    if (!isOn || !box) return undefined;
    const hear = (event: KeyboardEvent) => press(event);
    box.addEventListener('keydown', hear);
    return () => box.removeEventListener('keydown', hear);
  }, [root, isOn]);
}

/** Sets the ARIA attributes that connect the composer with the suggestion list for screen readers. */
function useBoxOf(
  root: RefObject<HTMLElement | null>,
  open: { listId: string; option: string } | undefined,
) {
  const listId = open?.listId;
  const option = open?.option;
  useEffect(() => {
    const box = boxOf(root);
    if (!box || !listId || !option) return undefined;
    const told = {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': listId,
      'aria-activedescendant': option,
    };
    for (const [name, value] of Object.entries(told)) box.setAttribute(name, value);
    document.getElementById(option)?.scrollIntoView({ block: 'nearest' });
    return () => {
      for (const name of Object.keys(told)) box.removeAttribute(name);
    };
  }, [root, listId, option]);
}
