import { defineEvent } from '#events/event-type.js';

/** `widest`: the wider of the audiences before and after the change. */
export const ProfileFieldChanged = defineEvent<{
  accountId: string;
  profileId: string;
  widest: 'onlyMe' | 'allies' | 'groups' | 'members';
}>('profile-field.changed', { recordOnly: true });
