import { createApplication, type DemoApplication } from './application.js';

/** Applications that are decided, appealed or withdrawn. */
export const DECIDED_APPLICATIONS: readonly DemoApplication[] = [
  createApplication({
    stage: 'declined',
    daysAgo: 20,
    language: 'es',
    name: 'Agencia Pulso Norte',
    practices: ['monitoring-research'],
    issueAreas: ['economic-justice'],
    territories: ['MX'],
    languages: ['es'],
    work: 'Hacemos campañas y medición de audiencias para distintos clientes.',
    hopes: 'Llegar a nuevas comunidades con nuestros servicios.',
    knownBy: 'Todavía nadie.',
    reach: 'pulso.norte@trama.example',
    reviews: [
      {
        by: 'moderator1',
        recommends: 'decline',
        reason: 'Busca clientela; no coincide con el propósito de la red.',
      },
      {
        by: 'moderator5',
        recommends: 'decline',
        reason: 'Ofrece servicios comerciales y nadie conoce el trabajo.',
      },
    ],
    decision: {
      reasonClass: 'purpose',
      text: 'Trama reúne a personas que trabajan por la información de sus comunidades. Tu postulación describe servicios para clientes, y eso no tiene lugar aquí. Puedes apelar en los próximos diez días.',
    },
  }),
  createApplication({
    stage: 'appealed',
    daysAgo: 7,
    language: 'es',
    name: 'Wayra Suri',
    practices: ['access-to-information'],
    issueAreas: ['indigenous-rights'],
    territories: ['BO', 'andes'],
    languages: ['es', 'ay'],
    work: 'Leo en voz alta las actas del municipio en la plaza y las explico en aymara.',
    hopes: 'Saber cómo piden documentos en otros lugares y qué hacen cuando no contestan.',
    knownBy: 'La gente de la plaza; no sé quién de ustedes me conoce.',
    reach: 'wayra.suri@trama.example',
    vouches: [
      {
        by: 'mateo',
        relation: 'La escuché en la plaza en dos visitas.',
        statement: 'Lee despacio, pregunta si se entendió y vuelve a leer. La gente la espera.',
        attestations: ['metInPerson', 'seenWork'],
      },
    ],
    reviews: [
      {
        by: 'moderator1',
        recommends: 'decline',
        reason: 'No pude ver nada publicado ni hablar con alguien más.',
      },
      {
        by: 'moderator3',
        recommends: 'decline',
        reason: 'Un solo aval y nada que mirar. Podría volver con más.',
      },
    ],
    decision: {
      reasonClass: 'notEnough',
      text: 'Lo que haces cabe aquí, pero no pudimos ver tu trabajo ni hablar con alguien que lo conozca. Si tienes algo que se pueda mirar, cuéntalo.',
    },
    appeal: {
      daysAgo: 2,
      text: 'No publico en internet: leo en la plaza. La biblioteca del municipio guarda las grabaciones de cada martes y pueden escucharlas; la encargada sabe quién soy.',
    },
  }),
  createApplication({
    stage: 'withdrawn',
    daysAgo: 11,
    language: 'en',
    name: 'Tamsin Lagoon',
    practices: ['media-education'],
    issueAreas: ['disability-rights'],
    territories: ['caribbean', 'BS'],
    languages: ['en'],
    work: 'I teach media classes with deaf pupils.',
    hopes: 'To find classroom exercises in sign languages.',
    knownBy: 'A teacher who is a member.',
    reach: 'tamsin.letters@trama.example',
  }),
];
