import { useEffect, useEffectEvent } from 'react';
import { readChoice } from '../../../lib/device/storage';
import type { Choice } from './drafts';

const CHOICES: Readonly<Record<string, Choice>> = { a: 'accept', m: 'ask', d: 'decline' };
const TYPED = 'input:not([type=checkbox],[type=radio]),textarea,select,[contenteditable]';

interface DeskKeys {
  onCheck: (at: number) => void;
  onChoose: (choice: Choice) => void;
  onSend: () => void;
}

/** Single keys can be turned off (WCAG 2.1.4): some people speak to their computer, and every word is keys. */
export const SINGLE_KEYS = 'deskKeys';
export const hasSingleKeys = (): boolean => readChoice(SINGLE_KEYS) !== 'off';

/** 1–9 tick, A M D choose, Ctrl Enter sends. Nothing while somebody types, but for Ctrl Enter. */
export function useDeskKeys({ onCheck, onChoose, onSend }: DeskKeys): void {
  useKeys((key, event) => {
    if (key === 'enter' && (event.ctrlKey || event.metaKey)) return onSend();
    if (isTyping(event) || !isSingle(event)) return undefined;
    if (/^[1-9]$/.test(key)) return onCheck(Number(key) - 1);
    const choice = CHOICES[key];
    if (!choice) return undefined;
    event.preventDefault();
    onChoose(choice);
    return requestAnimationFrame(() => document.getElementById('why')?.focus());
  });
}

/** J and K move in the queue, Enter opens (a link does that by itself), ? tells the keys. */
export function useQueueKeys(onHelp: () => void): void {
  useKeys((key, event) => {
    if (isTyping(event) || !isSingle(event)) return undefined;
    if (key === '?') return onHelp();
    if (key === 'j' || key === 'k') return move(key === 'j' ? 1 : -1);
    return undefined;
  });
}

const isTyping = ({ target }: KeyboardEvent) =>
  target instanceof HTMLElement && target.matches(TYPED);
const isSingle = (event: KeyboardEvent) =>
  hasSingleKeys() && !event.ctrlKey && !event.metaKey && !event.altKey;

function move(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-desk] .q')];
  const here = rows.findIndex((row) => row === document.activeElement);
  const current = rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
  const from = here >= 0 ? here : current;
  rows[Math.min(rows.length - 1, Math.max(0, from + by))]?.focus();
}

function useKeys(act: (key: string, event: KeyboardEvent) => unknown): void {
  const run = useEffectEvent((event: KeyboardEvent) => {
    if (!event.repeat && !document.querySelector('dialog[open]'))
      act(event.key.toLowerCase(), event);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => run(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
