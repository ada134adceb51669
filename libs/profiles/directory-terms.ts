/** The scope of every member; groups, owners and profiles have theirs under their own ids. */
export const MEMBERS = '00000000-0000-0000-0000-000000000000';

/** Every profile has this term where its name may be seen: only there it is found. */
export const CARD = 'card';

/** Before a folded word, which no id of the reference data begins with. */
export const WORD = 'w:';
