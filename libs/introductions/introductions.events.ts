import { defineEvent } from '#events/define-event.js';

interface Sides {
  introductionId: string;
  askerId: string;
  askedId: string;
}

export const IntroductionAsked = defineEvent<Sides>('introduction.asked');
export const IntroductionAccepted = defineEvent<Sides>('introduction.accepted');
export const IntroductionDeclined = defineEvent<Sides>('introduction.declined', {
  recordOnly: true,
});
export const IntroductionWithdrawn = defineEvent<Sides>('introduction.withdrawn');
