import { HOUR, MINUTE } from '#kernel/clock.js';
import { KeyedBox } from '#kernel/sealing/keyed-box.js';
import type { SupportRequest } from '../requests/support-request.entity.js';
import type { IntroductoryCall } from './introductory-call.entity.js';

const SHOWN_BEFORE = 15 * MINUTE;
/** How long after its end the link of a call is shown. */
export const LINK_SHOWN_AFTER = HOUR;

const contextOf = (callId: string) => `introductory_call.link ${callId}`;

/** Encrypts the link of a call with the key of its request, and decides when it is shown. */
export class CallLinks {
  static encrypt({ key }: Pick<SupportRequest, 'key'>, callId: string, link: string): Buffer {
    return new KeyedBox(key).encrypt(contextOf(callId), link);
  }

  static decrypt(
    { key }: Pick<SupportRequest, 'key'>,
    { id, link }: Pick<IntroductoryCall, 'id' | 'link'>,
  ): string | null {
    return link && new KeyedBox(key).decrypt<string>(contextOf(id), link);
  }

  /** From 15 minutes before the call until an hour after its end. */
  static shownBetween({ startsAt, endsAt }: Pick<IntroductoryCall, 'startsAt' | 'endsAt'>) {
    return {
      from: new Date(startsAt.getTime() - SHOWN_BEFORE),
      until: new Date(endsAt.getTime() + LINK_SHOWN_AFTER),
    };
  }
}
