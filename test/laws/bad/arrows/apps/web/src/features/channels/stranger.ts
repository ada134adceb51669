import { card } from '../groups/card';

export const own = card;
