import { useEffect, useEffectEvent } from 'react';
import { actionForKey, isSingleKey } from '../../../lib/page/keyboard-shortcuts';
import type { ReviewChoice } from './review-drafts';

const CHOICES: readonly string[] = ['accept', 'ask', 'decline'] satisfies ReviewChoice[];

interface ReviewShortcuts {
  onCheck: (at: number) => void;
  onChoose: (choice: ReviewChoice) => void;
  onSend: () => void;
}

/**
 * Shortcuts: 1–9 tick items, three keys choose a recommendation, Ctrl+Enter submits. While typing only Ctrl+Enter
 * works.
 */
export function useReviewShortcuts({ onCheck, onChoose, onSend }: ReviewShortcuts): void {
  useKeys((event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return onSend();
    if (isSingleKey(event) && /^[1-9]$/.test(event.key)) return onCheck(Number(event.key) - 1);
    const action = actionForKey(event);
    if (!action || !CHOICES.includes(action)) return undefined;
    event.preventDefault();
    onChoose(action as ReviewChoice);
    return requestAnimationFrame(() => document.getElementById('why')?.focus());
  });
}

/** Shortcuts for the previous and next item of the queue; Enter follows the focused link. */
export function useQueueShortcuts(): void {
  useKeys((event) => {
    const action = actionForKey(event);
    if (action === 'next' || action === 'previous') move(action === 'next' ? 1 : -1);
  });
}

function move(by: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-desk] .q')];
  const here = rows.findIndex((row) => row === document.activeElement);
  const current = rows.findIndex((row) => row.getAttribute('aria-current') === 'true');
  const from = here >= 0 ? here : current;
  rows[Math.min(rows.length - 1, Math.max(0, from + by))]?.focus();
}

function useKeys(act: (event: KeyboardEvent) => unknown): void {
  const run = useEffectEvent((event: KeyboardEvent) => {
    if (!event.repeat && !document.querySelector('dialog[open]')) act(event);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => run(event);
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}
