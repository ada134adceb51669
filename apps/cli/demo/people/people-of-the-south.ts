import { createDemoPerson } from './person.js';

/** People of the Andes, Gran Chaco, Patagonia and the River Plate. */
export const PEOPLE_OF_THE_SOUTH = [
  createDemoPerson('nina', 'es', 'Nina Puna Clara', {
    pronouns: 'ella',
    practices: 'community-media filling-information-gaps',
    issueAreas: 'gender-justice economic-justice',
    territories: 'andes BO BO-P',
    languages: 'es qu',
    skills: 'audio-editing writing',
    about:
      'Hago un noticiero de diez minutos con trabajadoras del hogar. Ellas eligen los temas; yo cuido el reloj.',
    organisation: 'Voces de Patio',
  }),
  createDemoPerson('rumi', 'es', 'Rumi Ladera', {
    pronouns: 'elle',
    practices: 'countering-disinformation media-education',
    issueAreas: 'indigenous-rights disability-rights',
    territories: 'andes PE PE-CUS',
    languages: 'es qu prl',
    skills: 'accessibility video-editing',
    supportSought: 'Intérpretes de señas para videos de un minuto.',
    about:
      'Traduzco verificaciones al quechua y a lengua de señas. Me gusta que una respuesta quepa en una sola mano.',
    organisation: 'Taller Piedra que Habla',
    joinedDaysAgo: 290,
  }),
  createDemoPerson('killa', 'es', 'Killa Páramo', {
    pronouns: 'ella',
    practices: 'community-media documentation-archives',
    issueAreas: 'indigenous-rights gender-justice',
    territories: 'andes EC EC-X',
    languages: 'es qu',
    skills: 'photography illustration',
    about:
      'Fotografío fiestas, mingas y cosechas con permiso por escrito. Guardo los negativos y los permisos en la misma caja.',
  }),
  createDemoPerson('saul', 'es', 'Saúl Mirador', {
    pronouns: 'él',
    practices: 'monitoring-research access-to-information',
    issueAreas: 'human-rights economic-justice',
    territories: 'andes PE PE-AYA',
    languages: 'es',
    skills: 'data-analysis research-methods',
    supportSought: 'Leer en grupo los datos de concesiones.',
    about:
      'Comparo lo que dicen los registros con lo que cuentan las familias. Publico poco y reviso mucho.',
    organisation: 'Cuaderno de Campo Abierto',
  }),
  createDemoPerson('maruja', 'es', 'Maruja Totora', {
    pronouns: 'ella',
    practices: 'media-education countering-disinformation',
    issueAreas: 'sexual-reproductive-health gender-justice',
    territories: 'andes BO BO-C',
    languages: 'es ay',
    skills: 'teaching-materials facilitation',
    about:
      'Preparo talleres sobre salud sexual para ferias y mercados. Llevo preguntas anónimas en una caja de zapatos.',
  }),
  createDemoPerson('efrain', 'es', 'Efraín Nevado', {
    pronouns: 'él',
    practices: 'documentation-archives filling-information-gaps',
    issueAreas: 'climate-environmental-justice human-rights',
    territories: 'andes PE PE-ANC',
    languages: 'es qu',
    skills: 'digitisation archive-description',
    about:
      'Guardo fotos de lagunas tomadas desde el mismo lugar cada año. Busco a quien las mire conmigo.',
    organisation: 'Archivo Agua Dormida',
    joinedDaysAgo: 330,
  }),
  createDemoPerson('huayra', 'es', 'Huayra Quebracho', {
    pronouns: 'ella',
    practices: 'community-media access-to-information',
    issueAreas: 'indigenous-rights economic-justice',
    territories: 'andes gran-chaco AR AR-Y',
    languages: 'es qu',
    skills: 'facilitation mapping',
    supportSought: 'Gente que haya hecho cartografía social con personas mayores.',
    about: 'Coordino corresponsalías en los valles. Hacemos mapas de palabras, no de puntos.',
    organisation: 'Red Zorzal de Quebrada',
  }),
  createDemoPerson('arami', 'es', 'Arami Palma Negra', {
    pronouns: 'ella',
    practices: 'media-education community-media',
    issueAreas: 'indigenous-rights gender-justice',
    territories: 'gran-chaco PY PY-16',
    languages: 'gn es cag',
    skills: 'translation podcasting',
    about:
      'Ñemongeta: conversar primero. Grabo charlas en guaraní y en nivaclé con abuelas del Chaco.',
    organisation: 'Pódcast Sombra de Palo Santo',
  }),
  createDemoPerson('silvio', 'es', 'Silvio Karanda', {
    pronouns: 'él',
    practices: 'monitoring-research countering-disinformation',
    issueAreas: 'economic-justice climate-environmental-justice',
    territories: 'gran-chaco PY PY-ASU',
    languages: 'es gn pt',
    skills: 'open-source-research data-visualisation',
    about:
      'Sigo campañas falsas sobre tierras y cuento cómo se mueven, sin repetir el engaño en el título.',
  }),
  createDemoPerson('edelmira', 'es', 'Edelmira Monte Bajo', {
    pronouns: 'ella',
    practices: 'documentation-archives community-media',
    issueAreas: 'indigenous-rights human-rights',
    territories: 'gran-chaco AR AR-H',
    languages: 'es tob wichi',
    skills: 'translation archive-description',
    supportSought: 'Un modelo de consentimiento para testimonios en lengua qom.',
    about:
      'Transcribo testimonios en qom y wichí. El consentimiento lo grabamos en la misma lengua que el relato.',
    organisation: 'Casa de la Palabra Monte Bajo',
    joinedDaysAgo: 300,
  }),
  createDemoPerson('lautaro', 'es', 'Lautaro Coihue', {
    pronouns: 'él',
    practices: 'community-media monitoring-research',
    issueAreas: 'indigenous-rights climate-environmental-justice',
    territories: 'patagonia CL CL-AR',
    languages: 'es arn',
    skills: 'photography open-source-research',
    about:
      'Hago crónica local en el sur. Cuando hay versiones cruzadas, publico lo que se sabe y lo que no, en dos columnas.',
    organisation: 'Gaceta Laguna Fría',
  }),
  createDemoPerson('rayen', 'es', 'Rayén Estepa', {
    pronouns: 'ella',
    practices: 'media-education digital-security',
    issueAreas: 'gender-justice disability-rights',
    territories: 'patagonia CL CL-MA',
    languages: 'es csg en',
    skills: 'accessibility digital-care-training',
    supportSought: 'Guías en lectura fácil que ya se hayan probado.',
    about:
      'Escribo guías de cuidado digital en lectura fácil y las pruebo con quienes las van a usar.',
    organisation: 'Taller Letra Grande',
    joinedDaysAgo: 280,
  }),
  createDemoPerson('greta', 'es', 'Greta Ceibo', {
    pronouns: 'ella',
    practices: 'access-to-information monitoring-research',
    issueAreas: 'human-rights gender-justice',
    territories: 'UY UY-MO',
    languages: 'es pt',
    skills: 'access-requests legal-advice',
    about:
      'Presento pedidos de acceso y enseño a presentarlos. Tengo una colección de respuestas raras.',
  }),
  createDemoPerson('bruno', 'es', 'Bruno Coronilla', {
    pronouns: 'él',
    practices: 'countering-disinformation digital-security',
    issueAreas: 'disability-rights human-rights',
    territories: 'UY UY-CA',
    languages: 'es ugy pt',
    skills: 'web-development accessibility',
    about:
      'Programo herramientas que se usan con teclado y lector de pantalla. Pruebo todo con mi propio lector.',
    organisation: 'Cooperativa Punto y Tecla',
  }),
  createDemoPerson('celia', 'es', 'Celia Jarilla', {
    pronouns: 'ella',
    practices: 'documentation-archives media-education',
    issueAreas: 'human-rights gender-justice',
    territories: 'AR AR-X',
    languages: 'es it',
    skills: 'research-methods writing',
    about:
      'Coordino un archivo barrial de fotos y recetas. Aprendí que una buena ficha vale más que un buen escáner.',
    organisation: 'Archivo Patio Compartido',
  }),
  createDemoPerson('mora', 'es', 'Mora Tacuara', {
    pronouns: 'ella',
    practices: 'community-media filling-information-gaps',
    issueAreas: 'sexual-reproductive-health economic-justice',
    territories: 'AR AR-N',
    languages: 'es gn pt',
    skills: 'podcasting campaigning',
    about:
      'Vivo cerca de tres países y mezclo las tres lenguas. Hago micros de salud para radios de frontera.',
  }),
];
