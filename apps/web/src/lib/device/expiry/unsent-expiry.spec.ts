import type { QueuedForm } from '../form-queue.js';
import { needsConfirmation, unexpiredDraft, unexpiredForm } from './unsent-expiry.js';

const NOW = Date.parse('2026-11-30T12:00:00Z');
const hoursAgo = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString();
const form = (kind: QueuedForm['kind'], hours: number) => ({ kind, at: hoursAgo(hours) });

it('unexpiredDraft drops a draft only after its expiry time', () => {
  expect(unexpiredDraft({ goal: 'a', expiresAt: hoursAgo(-1) }, NOW)).toBeDefined();
  expect(unexpiredDraft({ goal: 'a', expiresAt: hoursAgo(0) }, NOW)).toBeUndefined();
});

it('unexpiredDraft keeps drafts without an expiry time, such as texts and lists of files', () => {
  expect(unexpiredDraft('a text', NOW)).toBe('a text');
  expect(unexpiredDraft([], NOW)).toEqual([]);
});

it('unexpiredForm drops an unsent support request after seven days, and no other form', () => {
  const [young, old] = [form('support', 7 * 24 - 1), form('support', 7 * 24)];
  expect([unexpiredForm(young, NOW), unexpiredForm(old, NOW)]).toEqual([young, undefined]);
  expect(unexpiredForm(form('report', 9_000), NOW)).toBeDefined();
});

it('needsConfirmation is true for a support request that is older than a day', () => {
  expect(needsConfirmation(form('support', 23), NOW)).toBe(false);
  expect(needsConfirmation(form('support', 25), NOW)).toBe(true);
  expect(needsConfirmation(form('report', 25), NOW)).toBe(false);
});

it('needsConfirmation is false for a day after a confirmation', () => {
  const confirmed = (hours: number) => ({ ...form('support', 90), confirmedAt: hoursAgo(hours) });
  expect(needsConfirmation(confirmed(1), NOW)).toBe(false);
  expect(needsConfirmation(confirmed(25), NOW)).toBe(true);
});
