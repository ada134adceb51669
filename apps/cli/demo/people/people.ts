import { PEOPLE_OF_AMAZONIA } from './people-of-amazonia.js';
import { DOCUMENTED_PEOPLE } from './documented-people.js';
import { PEOPLE_OF_BRAZIL } from './people-of-brazil.js';
import { PEOPLE_OF_MESOAMERICA } from './people-of-mesoamerica.js';
import { PEOPLE_OF_THE_CARIBBEAN } from './people-of-the-caribbean.js';
import { PEOPLE_OF_THE_SOUTH } from './people-of-the-south.js';
import type { DemoPerson } from './person.js';

export const DEMO_PASSWORD = 'trama-demo-2026';

/** How many days before now the demo instance was founded. */
export const FOUNDED_DAYS_AGO = 400;

/** Staff accounts, which have no profile, with the names that administrators use. */
export const DEMO_STAFF = [
  { handle: 'admin1', language: 'es', duty: 'administer', name: 'Killa' },
  { handle: 'admin2', language: 'pt', duty: 'administer', name: 'Iracema' },
  { handle: 'auditor1', language: 'es', duty: 'audit', name: 'Wayra' },
] as const;

/** Everybody with a profile whose sign-in is not documented. */
export const UNDOCUMENTED_PEOPLE: readonly DemoPerson[] = [
  ...PEOPLE_OF_AMAZONIA,
  ...PEOPLE_OF_THE_SOUTH,
  ...PEOPLE_OF_MESOAMERICA,
  ...PEOPLE_OF_THE_CARIBBEAN,
  ...PEOPLE_OF_BRAZIL,
];

export const DEMO_PEOPLE: readonly DemoPerson[] = [...DOCUMENTED_PEOPLE, ...UNDOCUMENTED_PEOPLE];

export const demoEmailOf = (handle: string): string => `${handle}@trama.example`;

export const isFounder = (handle: string): boolean => handle.startsWith('moderator');
