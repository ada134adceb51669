import { row } from '../features/attachments/row';

export const page = row;
