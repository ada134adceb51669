/** Who has a person's page open, and may see that person: `watch { profile: id }`. */
export const PROFILE_ROOM = { key: 'profile' } as const;
