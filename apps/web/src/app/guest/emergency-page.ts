import { lazyFramePage } from '../lazy-page';

/** The emergency list for people without an account. It has another catalogue than the pages of guests. */
export const GuestEmergencyPage = lazyFramePage(() => import('../../pages/emergency'));
