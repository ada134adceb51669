import { defineEvent } from '#events/event-type.js';

interface Sides {
  introductionId: string;
  askerId: string;
  askedId: string;
  /**
   * The account that must act next: the introducer until they pass the request on, then the recipient; null without an
   * active introducer.
   */
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
