export const row = 'said with a channel';
