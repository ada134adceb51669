import { page } from '../../pages/page';

export const shown = page;
