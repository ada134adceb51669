import { defineEvent } from '#events/define-event.js';

interface Sides {
  introductionId: string;
  askerId: string;
  askedId: string;
  /** With whom it waits: the asked, an introducer before that, or nobody. */
  withId: string | null;
}

export const IntroductionAsked = defineEvent<Sides>('introduction.asked');
export const IntroductionPassed = defineEvent<Sides>('introduction.passed');
export const IntroductionLapsed = defineEvent<Sides>('introduction.lapsed', { recordOnly: true });
export const IntroductionAccepted = defineEvent<Sides>('introduction.accepted');
export const IntroductionDeclined = defineEvent<Sides>('introduction.declined', {
  recordOnly: true,
});
export const IntroductionWithdrawn = defineEvent<Sides>('introduction.withdrawn');

interface OfTwo {
  /** The accounts of the two. */
  sideIds: string[];
}

/** `sideIds` is empty where it reaches nobody. */
export const SuggestionMade = defineEvent<OfTwo & { suggestionId: string }>('suggestion.made');
export const SuggestionAgreed = defineEvent<OfTwo & { allianceId: string }>('suggestion.agreed');
