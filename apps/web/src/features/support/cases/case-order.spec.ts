import { caseOrder } from './case-order';

const QUIET = {
  ...{ claimEndsAt: null, waitsForRequesterUntil: null, reopenedAt: null },
  ...{ isOpened: true, silenceEndsAt: null },
};
const LATER = '2026-12-01T12:00:00Z';

describe('caseOrder', () => {
  it('puts the cases that need the supporter before the others', () => {
    const order = caseOrder([
      {
        one: { ...QUIET, id: 'asked', claimEndsAt: LATER, waitsForRequesterUntil: LATER },
        unread: 0,
      },
      { one: { ...QUIET, id: 'quiet' }, unread: 0 },
      { one: { ...QUIET, id: 'silent', silenceEndsAt: '2026-12-29' }, unread: 0 },
      { one: { ...QUIET, id: 'unread' }, unread: 2 },
      { one: { ...QUIET, id: 'reopened', reopenedAt: '2026-12-01', isOpened: false }, unread: 0 },
      { one: { ...QUIET, id: 'late claim', claimEndsAt: '2026-12-01T11:00:00Z' }, unread: 0 },
      { one: { ...QUIET, id: 'claim', claimEndsAt: '2026-12-01T10:00:00Z' }, unread: 0 },
    ]);
    expect(order.map(({ one }) => one.id)).toEqual([
      ...['claim', 'late claim', 'reopened', 'unread', 'silent', 'quiet', 'asked'],
    ]);
  });

  it('leaves cases that need nothing in the order of the server', () => {
    const order = caseOrder([
      { one: { ...QUIET, id: 'a' }, unread: 0 },
      { one: { ...QUIET, id: 'b', reopenedAt: '2026-12-01' }, unread: 0 },
      { one: { ...QUIET, id: 'c' }, unread: 0 },
    ]);
    expect(order.map(({ one }) => one.id)).toEqual(['a', 'b', 'c']);
  });
});
