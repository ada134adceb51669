import type { Audience, OrganisationAudience } from '#policy/facts/audiences.js';

export interface DemoOrganisation {
  readonly slug: string;
  readonly name: string;
  readonly about: string;
  /** Slugs of terms; the next properties contain slugs too. */
  readonly issueAreas: readonly string[];
  readonly practices: readonly string[];
  readonly territories: readonly string[];
  readonly languages: readonly string[];
  readonly audience: OrganisationAudience;
  /** Slugs of groups for the audience `groups`. */
  readonly groups: readonly string[];
  readonly spokesperson: string;
  /** Handles of people who accepted an invitation, with the audience of their affiliation. */
  readonly people: Readonly<Record<string, Audience>>;
  /** Handles of people with an open invitation. */
  readonly asked: readonly string[];
  readonly foundedDaysAgo: number;
}

const list = (text: string) => text.split(' ');

export const DEMO_ORGANISATIONS: readonly DemoOrganisation[] = [
  {
    slug: 'radio-puerto-manso',
    name: 'Radio Puerto Manso',
    about: 'Radio comunitaria en español y shipibo: los sábados leemos al aire las dudas del río.',
    issueAreas: list('indigenous-rights climate-environmental-justice'),
    practices: list('community-media countering-disinformation'),
    territories: list('amazonia PE'),
    languages: list('es shp'),
    audience: 'members',
    groups: [],
    spokesperson: 'member1',
    people: { sarita: 'members', wilder: 'onlyMe', nelly: 'members' },
    asked: ['ikiam'],
    foundedDaysAgo: 60,
  },
  {
    slug: 'coletivo-beira-mansa',
    name: 'Coletivo Beira Mansa',
    about: 'Histórias de beira de rio, gravadas e guardadas com quem as conta.',
    issueAreas: list('climate-environmental-justice racial-justice'),
    practices: list('community-media documentation-archives'),
    territories: list('amazonia BR'),
    languages: list('pt'),
    audience: 'members',
    groups: [],
    spokesperson: 'member2',
    people: { iracema: 'members', benicio: 'allies' },
    asked: ['member4'],
    foundedDaysAgo: 48,
  },
  {
    slug: 'rede-canto-do-rio-fundo',
    name: 'Rede Canto do Rio Fundo',
    about: 'Cuidado digital que anda de comunidade em comunidade, sem internet.',
    issueAreas: list('indigenous-rights'),
    practices: list('digital-security community-media'),
    territories: list('amazonia BR'),
    languages: list('pt'),
    audience: 'groups',
    groups: ['one'],
    spokesperson: 'yara',
    people: { jaciara: 'groups', tadeu: 'onlyMe' },
    asked: [],
    foundedDaysAgo: 33,
  },
  {
    slug: 'archivo-canoa-de-papel',
    name: 'Archivo Canoa de Papel',
    about: 'Actas, cartas y grabaciones que decide mostrar quien las hizo.',
    issueAreas: list('human-rights indigenous-rights'),
    practices: list('documentation-archives access-to-information'),
    territories: list('mesoamerica GT'),
    languages: list('es kek'),
    audience: 'onlyMe',
    groups: [],
    spokesperson: 'moderator3',
    people: { lucrecia: 'onlyMe' },
    asked: ['nicandro'],
    foundedDaysAgo: 21,
  },
];
