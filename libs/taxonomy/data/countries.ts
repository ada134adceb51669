import { iso31661 } from 'iso-3166';
import { displayNames } from './display-names.js';
import { createTerms } from '../term.js';

/** Latin America and the Caribbean as defined by the United Nations (M49), without uninhabited islands. */
const REGION = new Set(
  (
    'AG AI AR AW BB BL BO BQ BR BS BZ CL CO CR CU CW DM DO EC FK GD GF GP GT GY HN HT JM KN KY LC ' +
    'MF MQ MS MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI'
  ).split(' '),
);
const UNINHABITED = new Set(['AQ', 'BV', 'GS', 'HM', 'TF', 'UM']);

const es = displayNames('es', 'region');
const pt = displayNames('pt', 'region');
const en = displayNames('en', 'region');

const termsOfCodes = (codes: string[]) =>
  createTerms(
    'territory',
    codes.map((code) => [code, es.of(code), pt.of(code), en.of(code)]),
  );

const codes = iso31661.map((country) => country.alpha2).filter((code) => !UNINHABITED.has(code));

export const REGION_COUNTRIES = termsOfCodes(codes.filter((code) => REGION.has(code)));

/** All countries outside the region, since members may live in exile. */
export const OTHER_COUNTRIES = termsOfCodes(codes.filter((code) => !REGION.has(code)));
