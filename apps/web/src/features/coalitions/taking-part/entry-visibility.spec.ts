import { entryVisibility, type EntryChoice } from './entry-visibility';

const NAMES = ['profile', 'persona', 'same'] as const;
const choices = NAMES.flatMap((name) => [true, false].map((isShown) => ({ name, isShown })));
const seenWith = (choice: EntryChoice) => entryVisibility(choice).seen;
const unseenWith = (choice: EntryChoice) => entryVisibility(choice).unseen;

describe('entryVisibility', () => {
  it('promises that the profile, the acceptance and the participant stay unseen only under a persona that shows none', () => {
    const hidden = { name: 'persona', isShown: false } as const;
    expect(entryVisibility(hidden)).toEqual({
      seen: ['personaName', 'messages'],
      unseen: ['person', 'participant', 'acceptance'],
    });
    for (const choice of choices) {
      if (choice.name === 'persona' && !choice.isShown) continue;
      expect(unseenWith(choice)).not.toContain('person');
      expect(unseenWith(choice)).not.toContain('acceptance');
      expect(unseenWith(choice)).not.toContain('participant');
    }
  });

  it('tells that the name of the profile leads to the profile and discloses the acceptance', () => {
    expect(entryVisibility({ name: 'profile', isShown: false })).toEqual({
      seen: ['profileName', 'profile', 'acceptance', 'messages'],
      unseen: ['restOfProfile', 'guessableParticipant'],
    });
  });

  it('lists the participant as seen exactly where it is shown, and never on both sides', () => {
    for (const choice of choices) {
      const isSeen = seenWith(choice).some((fact) => fact.startsWith('participant'));
      const isUnseen = unseenWith(choice).some((fact) => /participant$/i.test(fact));
      expect({ choice, isSeen, isUnseen }).toEqual({
        ...{ choice, isSeen: choice.isShown, isUnseen: !choice.isShown },
      });
    }
  });

  it('warns that a shown participant narrows down who bears a persona', () => {
    expect(entryVisibility({ name: 'persona', isShown: true })).toEqual({
      seen: ['personaName', 'participantOfPersona', 'messages'],
      unseen: ['personElsewhere'],
    });
  });

  it('promises nothing of the name to somebody who takes part already, because it is known', () => {
    expect(entryVisibility({ name: 'same', isShown: false })).toEqual({
      seen: ['sameName'],
      unseen: ['guessableParticipant', 'furtherAcceptance'],
    });
    expect(entryVisibility({ name: 'same', isShown: true }).unseen).toEqual([]);
  });
});
