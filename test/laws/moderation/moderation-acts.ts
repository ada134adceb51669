/**
 * Numbers of the five moderators. Moderator 4 may also report. The reported member (5) is a colleague of the
 * moderators.
 */
export const MODERATOR_NUMBERS = [0, 1, 2, 3, 4] as const;
export const REPORTED = 5;
/**
 * The steward of the reported member's group, and a member outside the group. Members 6 and 7 are also in the group.
 */
export const STEWARD = 8;
export const OUTSIDER = 9;
/** A moderator in the group who wrote messages before or after two reported messages. */
export const QUOTED_MODERATOR = 3;
export const GROUP_MEMBERS = [QUOTED_MODERATOR, REPORTED, 6, 7, STEWARD] as const;
export const REPORTERS = [4, 6, 7, OUTSIDER] as const;
/** The members with whom the first four moderators can have conflicts of interest. */
export const CONFLICT_PARTIES = [REPORTED, 6, 7] as const;

/** A subject of a report: the reported member's profile, or one of their three messages. */
export type ReportableSubject = 'profile' | 0 | 1 | 2;
export const REPORTABLE_SUBJECTS: readonly ReportableSubject[] = ['profile', 0, 1, 2];
export const QUOTING_SUBJECTS: readonly ReportableSubject[] = [1, 2];
export type TieKind = 'ally' | 'separated' | 'group' | 'vouched' | 'invited';
export type AppealOutcome = 'upheld' | 'lifted';
export type LeavingSide = 'reported' | 'reporter' | 'nobody';

/** Selects an existing row: the number of rows of its kind that were created after it. */
type Back = number;

/** An act of one person, a waiting time, or a run of the due jobs. */
export type ModerationAct =
  | { readonly op: 'report'; readonly who: number; readonly what: ReportableSubject }
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
      readonly leaves: LeavingSide;
    }
  | { readonly op: 'undo' | 'answer' | 'appeal'; readonly who: number; readonly notice: Back }
  | {
      readonly op: 'hear';
      readonly who: number;
      readonly appeal: Back;
      readonly outcome: AppealOutcome;
    }
  | { readonly op: 'bench' | 'return' | 'loseDuty' | 'gainDuty'; readonly who: number }
  | {
      readonly op: 'tie' | 'untie';
      readonly who: number;
      readonly side: number;
      readonly kind: TieKind;
    }
  | { readonly op: 'wait'; readonly ms: number }
  /** Runs the scheduled jobs that are due. */
  | { readonly op: 'jobs' };

export type ModerationActKind = ModerationAct['op'];
/** The acts with the given `op`. */
export type ModerationActOfKind<O extends ModerationActKind, A = ModerationAct> = A extends {
  readonly op: infer P;
}
  ? O extends P
    ? A
    : never
  : never;

/** Functions that perform each kind of act in the product. */
export type ModerationActPerformers = {
  readonly [O in ModerationActKind]: (act: ModerationActOfKind<O>) => Promise<unknown>;
};
