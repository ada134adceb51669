import { seeded } from './seeded.js';

export interface DemoMessage {
  readonly author: string;
  readonly text: string;
  readonly minutesAgo: number;
}

/** A stretch of conversation in a channel of a group, or between two allies. */
export interface DemoTalk {
  /** `group/channel`, or two handles joined by `+`. */
  readonly place: string;
  readonly messages: readonly DemoMessage[];
}

const DAY_MINUTES = 24 * 60;

/** Reads a talk written as lines of `handle: text`; it begins `daysAgo` and goes on with short pauses. */
export function talk(place: string, daysAgo: number, script: string): DemoTalk {
  const random = seeded(place.length * 1_000 + script.length + Math.round(daysAgo * 100));
  let minutesAgo = Math.round(daysAgo * DAY_MINUTES);
  const messages = script
    .trim()
    .split('\n')
    .map((line) => {
      const [, author = '', text = ''] = /^\s*([a-z]+\d?): (.+)$/u.exec(line) ?? [];
      minutesAgo -= random.between(1, 9);
      return { author, text, minutesAgo };
    });
  return { place, messages };
}
