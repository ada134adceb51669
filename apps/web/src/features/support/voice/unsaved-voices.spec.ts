import { markExiting } from '../../../lib/device/exit-flag';
import {
  deleteUnsavedVoices,
  dropUnsavedVoice,
  unsavedQuestionOf,
  unsavedVoiceAt,
  unsavedVoiceHolder,
} from './unsaved-voices';

const note = (text: string) => ({ blob: new Blob([text]), seconds: 1 });
const goal = { draft: 'one', question: 'goal' } as const;
const tried = { draft: 'one', question: 'tried' } as const;

/** The events of the browser's window. */
const page = new EventTarget();
const ON_WINDOW = ['addEventListener', 'removeEventListener'] as const;
const asksBeforeClosing = () =>
  !page.dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('recordings that are not uploaded', () => {
  beforeAll(() => {
    for (const name of ON_WINDOW)
      Object.defineProperty(globalThis, name, { configurable: true, value: page[name].bind(page) });
  });
  afterAll(() => ON_WINDOW.forEach((name) => Reflect.deleteProperty(globalThis, name)));
  beforeEach(() => {
    jest.useFakeTimers();
    deleteUnsavedVoices();
  });
  afterEach(() => jest.useRealTimers());

  it('the page holds one recording for each question of the draft', () => {
    const [first, second] = [note('a'), note('b')];
    expect(unsavedVoiceHolder(tried)(first)).toBe(true);
    expect(unsavedQuestionOf('one')).toBe('tried');
    unsavedVoiceHolder(goal)(second);
    expect([unsavedVoiceAt(tried), unsavedVoiceAt(goal)]).toEqual([first, second]);
    expect(unsavedQuestionOf('one')).toBe('goal');
    dropUnsavedVoice(goal);
    expect([unsavedVoiceAt(tried), unsavedVoiceAt(goal)]).toEqual([first, undefined]);
  });

  it('another draft does not find the recordings, and its first recording replaces them', () => {
    unsavedVoiceHolder(goal)(note('a'));
    expect(unsavedQuestionOf('two')).toBeUndefined();
    unsavedVoiceHolder({ ...tried, draft: 'two' })(note('b'));
    expect(unsavedVoiceAt(goal)).toBeUndefined();
    expect(unsavedQuestionOf('two')).toBe('tried');
  });

  it('a recording that ends after the person deleted the draft is not held', () => {
    const hold = unsavedVoiceHolder(goal);
    unsavedVoiceHolder(tried)(note('a'));
    deleteUnsavedVoices();
    expect(hold(note('b'))).toBe(false);
    expect(unsavedQuestionOf('one')).toBeUndefined();
    expect(unsavedVoiceHolder(goal)(note('c'))).toBe(true);
  });

  it('the page deletes a recording a day after it ended', () => {
    unsavedVoiceHolder(goal)(note('a'));
    jest.advanceTimersByTime(20 * 3_600_000);
    unsavedVoiceHolder(goal)(note('b'));
    jest.advanceTimersByTime(20 * 3_600_000);
    expect(unsavedVoiceAt(goal)).toBeDefined();
    jest.advanceTimersByTime(4 * 3_600_000);
    expect(unsavedVoiceAt(goal)).toBeUndefined();
  });

  it('the page asks before it closes while it holds a recording, but not on quick exit', () => {
    expect(asksBeforeClosing()).toBe(false);
    unsavedVoiceHolder(goal)(note('a'));
    unsavedVoiceHolder(tried)(note('b'));
    dropUnsavedVoice(goal);
    expect(asksBeforeClosing()).toBe(true);
    dropUnsavedVoice(tried);
    expect(asksBeforeClosing()).toBe(false);
    unsavedVoiceHolder(goal)(note('c'));
    markExiting();
    expect(asksBeforeClosing()).toBe(false);
  });
});
