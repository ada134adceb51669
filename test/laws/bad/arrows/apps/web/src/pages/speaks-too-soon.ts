import { form } from '../features/settings/form';

export const page = form;
