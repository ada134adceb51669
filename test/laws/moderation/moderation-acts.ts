/** Five who moderate, of whom the last may report too, and whom they moderate: a colleague. */
export const MODERATORS = [0, 1, 2, 3, 4] as const;
export const REPORTED = 5;
/** Two in a group with the reported, which is not small; its steward; somebody who is in none. */
export const STEWARD = 8;
export const OUTSIDER = 9;
/** A moderator in it, who wrote beside two of the messages that are reported. */
export const NAMED = 3;
export const PLACE = [NAMED, REPORTED, 6, 7, STEWARD] as const;
export const REPORTERS = [4, 6, 7, OUTSIDER] as const;
/** Whom ties of the first four moderators lead to. */
export const SIDES = [REPORTED, 6, 7] as const;

/** The reported's profile, or one of three messages that they wrote. */
export type What = 'profile' | 0 | 1 | 2;
export const WHATS: readonly What[] = ['profile', 0, 1, 2];
export const BESIDE_NAMED: readonly What[] = [1, 2];
export type TieKind = 'ally' | 'separated' | 'group' | 'vouched' | 'invited';
export type Outcome = 'upheld' | 'lifted';
export type Leaver = 'reported' | 'reporter' | 'nobody';

/** A row that was there before: how many of its kind came since. */
type Back = number;

/** What somebody does. */
export type Act =
  | { readonly op: 'report'; readonly who: number; readonly what: What }
  | {
      readonly op: 'claim' | 'release' | 'open' | 'note' | 'talk' | 'lift' | 'close';
      readonly who: number;
      readonly matter: Back;
    }
  | { readonly op: 'hand'; readonly who: number; readonly matter: Back; readonly to: number }
  | { readonly op: 'warn'; readonly who: number; readonly matter: Back; readonly days: number }
  | {
      readonly op: 'suspend';
      readonly who: number;
      readonly matter: Back;
      readonly hours: number;
      readonly days: number;
    }
  | { readonly op: 'remove'; readonly who: number; readonly report: Back }
  | {
      readonly op: 'separate';
      readonly who: number;
      readonly report: Back;
      readonly leaves: Leaver;
    }
  | { readonly op: 'undo' | 'answer' | 'appeal'; readonly who: number; readonly notice: Back }
  | {
      readonly op: 'hear';
      readonly who: number;
      readonly appeal: Back;
      readonly outcome: Outcome;
    }
  | { readonly op: 'bench' | 'return' | 'loseDuty' | 'gainDuty'; readonly who: number }
  | {
      readonly op: 'tie' | 'untie';
      readonly who: number;
      readonly side: number;
      readonly kind: TieKind;
    }
  | { readonly op: 'wait'; readonly ms: number }
  /** What goes by itself, once its time has come. */
  | { readonly op: 'jobs' };

export type Op = Act['op'];
/** The act of one kind. */
export type ActOf<O extends Op, A = Act> = A extends { readonly op: infer P }
  ? O extends P
    ? A
    : never
  : never;

/** How each kind of act is done. */
export type Deeds = { readonly [O in Op]: (act: ActOf<O>) => Promise<unknown> };
