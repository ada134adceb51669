/** The choices with which somebody accepts a grant. */
export interface EntryChoice {
  /** `same`: the viewer takes part already, and keeps the name of their entry. */
  readonly name: 'profile' | 'persona' | 'same';
  /** Whether the entry shows the participant of this grant. */
  readonly isShown: boolean;
}

export type SeenFact =
  | 'profileName'
  | 'personaName'
  | 'sameName'
  /** The profile and its picture, for those who can open it elsewhere. */
  | 'profile'
  | 'participant'
  /** The participant, which narrows down who bears the persona. */
  | 'participantOfPersona'
  | 'acceptance'
  | 'messages';

export type UnseenFact =
  /** The profile, the groups and the allies of the person behind a persona. */
  | 'person'
  /** Like `person`, but one group or organisation is shown. */
  | 'personElsewhere'
  | 'restOfProfile'
  | 'participant'
  /** The participant, which its own people can guess from a name that they know. */
  | 'guessableParticipant'
  | 'acceptance'
  | 'furtherAcceptance';

export interface EntryVisibility {
  readonly seen: readonly SeenFact[];
  readonly unseen: readonly UnseenFact[];
}

/** The facts that the other people of the coalition, the inviting ones among them, will and will not see. */
export function entryVisibility({ name, isShown }: EntryChoice): EntryVisibility {
  if (name === 'profile') {
    return {
      seen: [
        ...(['profileName', 'profile'] as const),
        ...(isShown ? (['participant'] as const) : []),
        ...(['acceptance', 'messages'] as const),
      ],
      unseen: ['restOfProfile', ...(isShown ? [] : (['guessableParticipant'] as const))],
    };
  }
  if (name === 'persona') {
    return isShown
      ? { seen: ['personaName', 'participantOfPersona', 'messages'], unseen: ['personElsewhere'] }
      : { seen: ['personaName', 'messages'], unseen: ['person', 'participant', 'acceptance'] };
  }
  return isShown
    ? { seen: ['sameName', 'participantOfPersona'], unseen: [] }
    : { seen: ['sameName'], unseen: ['guessableParticipant', 'furtherAcceptance'] };
}
