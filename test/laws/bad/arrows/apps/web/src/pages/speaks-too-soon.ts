import { form } from '../features/settings/duties/form';

export const page = form;
