import { card } from '../features/groups/card';

export const shown = card;
