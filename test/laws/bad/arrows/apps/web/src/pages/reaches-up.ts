import { begin } from '../app/server';

export const shown = begin;
