/** The room of viewers who have a profile open and may see it: `watch { profile: id }`. */
export const PROFILE_ROOM = { key: 'profile' } as const;
