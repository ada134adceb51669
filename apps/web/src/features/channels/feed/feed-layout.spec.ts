import {
  findFirstUnread,
  isNewDay,
  continuesPrevious,
  notePosition,
  notYetInFeed,
} from './feed-layout';

const MINUTE = 60_000;
/** Noon in the device's time zone. */
const NOON = new Date(2031, 4, 20, 12).getTime();
const posted = (minutes: number, authorId: string | null = 'ada') => ({
  authorId,
  createdAt: new Date(NOON + minutes * MINUTE).toISOString(),
});

describe('layout of messages in a feed', () => {
  it('a message continues the one above when the same person wrote both within five minutes', () => {
    expect(continuesPrevious(posted(0), posted(4.99))).toBe(true);
    expect(continuesPrevious(posted(0), posted(5))).toBe(false);
    expect(continuesPrevious(posted(0), posted(1, 'ben'))).toBe(false);
  });

  it('a message never continues a message without an author', () => {
    expect(continuesPrevious(posted(0, null), posted(1, null))).toBe(false);
    expect(continuesPrevious(undefined, posted(1))).toBe(false);
  });

  it("a message after midnight in the viewer's time zone starts a new day, also for the same person", () => {
    const [before, after] = [posted(12 * 60 - 1), posted(12 * 60 + 1)];
    expect([isNewDay(before, after), continuesPrevious(before, after)]).toEqual([true, false]);
    expect(isNewDay(posted(0), posted(1))).toBe(false);
  });

  it('the first message of a feed starts a new day', () => {
    expect(isNewDay(undefined, posted(0))).toBe(true);
  });
});

describe('notePosition', () => {
  const at = (minutes: number, hasMore = false) =>
    notePosition({ messages: [posted(0), posted(10)], hasMore }, posted(minutes).createdAt);

  it('puts a note between the messages before and after its time', () => {
    expect([at(-5), at(5), at(15)]).toEqual([0, 1, 2]);
    expect(notePosition({ messages: [], hasMore: false }, posted(0).createdAt)).toBe(0);
  });

  it('omits a note from before the loaded messages while earlier ones exist', () => {
    expect([at(-5, true), at(5, true)]).toEqual([undefined, 1]);
  });
});

describe('notYetInFeed', () => {
  const waiting = (body: string, fields = {}) => ({
    ...{ clientId: `of ${body}`, body, state: 'sending' },
    ...fields,
  });
  const message = (body: string, fields = {}) => ({
    ...{ authorId: 'ada', body, attachments: [] as { id: string }[], clientId: null },
    ...fields,
  });
  const shown = (...args: Parameters<typeof notYetInFeed>) =>
    notYetInFeed(...args).map(({ body }) => body);

  it('shows an outbox entry until the feed contains its message', () => {
    const queued = [waiting('one'), waiting('two', { state: 'queued' })];
    expect(shown(queued, [message('one', { clientId: 'of one' })], 'ada')).toEqual(['two']);
  });

  it('hides an outbox entry when a frame with the same text arrives before the response', () => {
    expect(shown([waiting('one')], [message('zero'), message('one')], 'ada')).toEqual([]);
  });

  it.each([
    ['is not the last of the person', [message('one'), message('two')], {}],
    ['is of another person', [message('one', { authorId: 'ben' })], {}],
    ['is of another device', [message('one', { clientId: 'other' })], {}],
    ['has other files', [message('one', { attachments: [{ id: 'f1' }] })], {}],
    ['came while the entry was not being sent', [message('one')], { state: 'queued' }],
  ])('shows an outbox entry when the message with the same text %s', (_why, messages, fields) => {
    expect(shown([waiting('one', fields)], messages, 'ada')).toEqual(['one']);
  });

  it('hides an outbox entry with files when a frame with the same file arrives', () => {
    const files = [{ attachmentId: 'f1' }];
    const frame = message('one', { attachments: [{ id: 'f1' }] });
    expect(shown([waiting('one', { files })], [frame], 'ada')).toEqual([]);
  });

  it('hides an outbox entry that edits an existing message', () => {
    expect(shown([waiting('one', { messageId: 'm1' })], [], 'ada')).toEqual([]);
  });
});

describe('findFirstUnread', () => {
  const message = (seq: number, authorId: string) => ({ seq, authorId });

  it('returns the first message by another author after the read position', () => {
    const messages = [message(1, 'ben'), message(2, 'ada'), message(3, 'ben'), message(4, 'ben')];
    expect(findFirstUnread(messages, 1, 'ada')?.seq).toBe(3);
    expect(findFirstUnread(messages, 0, 'ada')?.seq).toBe(1);
    expect(findFirstUnread(messages, 4, 'ada')).toBeUndefined();
  });
});
