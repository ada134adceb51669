import { barrel } from './index.js';

export const through = barrel;
