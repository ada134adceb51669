import { seeded } from '../seeded.js';

export interface DemoMessage {
  readonly author: string;
  readonly text: string;
  readonly minutesAgo: number;
  /** The place in its talk of the message that it answers. */
  readonly answers: number | null;
  /** The name of the file that it brings along. */
  readonly file: string | null;
  /** What others did with it: an emoji, or a pin, and the handles of those who did. */
  readonly acts: readonly { readonly sign: string; readonly by: readonly string[] }[];
}

/** In the place of an emoji: who pins it. */
export const PIN = '📌';

/** A stretch of conversation in a channel of a group, or between two allies. */
export interface DemoTalk {
  /** `group/channel`, or two handles joined by `+`. */
  readonly place: string;
  /** The name of the topic of the channel; null in the general feed. */
  readonly topic: string | null;
  readonly messages: readonly DemoMessage[];
}

const DAY_MINUTES = 24 * 60;

/**
 * Reads a talk written as lines of `handle: text`; it begins `daysAgo` and goes on with short pauses. `handle^2:` answers
 * what was said two lines above; ` ++ cartaz.png` brings a file along; ` || 👍 ana bea · 📌 ana` at the end of a line is
 * what others did with it.
 */
export function talk(
  place: string,
  daysAgo: number,
  script: string,
  topic: string | null = null,
): DemoTalk {
  const random = seeded(place.length * 1_000 + script.length + Math.round(daysAgo * 100));
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
