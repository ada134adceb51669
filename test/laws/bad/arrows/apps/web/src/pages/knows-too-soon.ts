import { card } from '../features/profiles/card';

export const page = card;
