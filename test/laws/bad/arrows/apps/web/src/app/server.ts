import { start } from '../../../api/start';

export const begin = start;
