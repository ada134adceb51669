import { createSeededRandom } from '../seeded-random.js';

export interface DemoMessage {
  readonly author: string;
  readonly text: string;
  readonly minutesAgo: number;
  /** The index of the message that this message answers; null if it is no answer. */
  readonly answers: number | null;
  /** The name of the attached file. */
  readonly file: string | null;
  /** Reactions (an emoji) and pins, with the handles of the people. */
  readonly acts: readonly { readonly sign: string; readonly by: readonly string[] }[];
}

/** In a script, this emoji pins the message; any other emoji is a reaction. */
export const PIN_EMOJI = '📌';

/** Messages that follow each other in a group channel, or between two allies. */
export interface MessageScript {
  /** The channel as `group/channel`, or the two allies as handles joined by `+`. */
  readonly place: string;
  /** The name of the topic; null for the general feed. */
  readonly topic: string | null;
  readonly messages: readonly DemoMessage[];
}

const DAY_MINUTES = 24 * 60;

/**
 * Parses a conversation from lines of `handle: text`. It starts `daysAgo` and continues with short pauses. `handle^2:`
 * replies to the message two lines above; ` ++ cartaz.png` attaches a file; ` || 👍 ana bea · 📌 ana` at the end of a
 * line adds reactions and pins.
 */
export function parseMessageScript(
  place: string,
  daysAgo: number,
  script: string,
  topic: string | null = null,
): MessageScript {
  const random = createSeededRandom(
    place.length * 1_000 + script.length + Math.round(daysAgo * 100),
  );
  let minutesAgo = Math.round(daysAgo * DAY_MINUTES);
  const messages = script
    .trim()
    .split('\n')
    .map((line, at) => {
      const [all = '', done] = line.split(' || ');
      const [said = '', file = null] = all.split(' ++ ');
      const [, author = '', up, text = ''] = /^\s*([a-z]+\d?)(?:\^(\d))?: (.+)$/u.exec(said) ?? [];
      minutesAgo -= random.between(1, 9);
      const answers = up ? at - Number(up) : null;
      return { author, text, minutesAgo, answers, file, acts: actsIn(done) };
    });
  return { place, topic, messages };
}

const actsIn = (done: string | undefined): DemoMessage['acts'] =>
  (done?.split(' · ') ?? []).map((act) => {
    const [sign = '', ...by] = act.trim().split(' ');
    return { sign, by };
  });
