import { defineEvent } from '#events/event-type.js';

interface Sides {
  introductionId: string;
  askerId: string;
  askedId: string;
  /** Account that must act next: the recipient, the introducer before that, or null. */
  withId: string | null;
}

export const IntroductionAsked = defineEvent<Sides>('introduction.asked');
export const IntroductionPassedOn = defineEvent<Sides>('introduction.passed');
export const IntroductionLapsed = defineEvent<Sides>('introduction.lapsed', { recordOnly: true });
export const IntroductionAccepted = defineEvent<Sides>('introduction.accepted');
export const IntroductionDeclined = defineEvent<Sides>('introduction.declined', {
  recordOnly: true,
});
export const IntroductionWithdrawn = defineEvent<Sides>('introduction.withdrawn');

interface OfTwo {
  /** Account ids of the two members. */
  sideIds: string[];
}

/** `sideIds` is empty if the suggestion reaches no one. */
export const SuggestionMade = defineEvent<OfTwo & { suggestionId: string }>('suggestion.made');
export const SuggestionAgreed = defineEvent<OfTwo & { allianceId: string }>('suggestion.agreed');
