import type { DemoGroup } from './group.js';

const list = (text: string) => text.split(' ');

export const DEMO_GROUPS: readonly DemoGroup[] = [
  {
    slug: 'one',
    language: 'es',
    name: 'Río Arriba',
    purpose:
      'Radios y colectivos amazónicos que responden juntos a lo que circula sobre sus territorios, en las lenguas de cada orilla.',
    picture: 2,
    issueAreas: list('indigenous-rights climate-environmental-justice'),
    visibility: 'listed',
    entry: 'byRequest',
    questions: [
      '¿Con qué comunidad o colectivo trabajas?',
      '¿Qué te gustaría hacer aquí en el primer mes?',
    ],
    agreements:
      'Primero escuchamos a la comunidad; después publicamos.\nLo que se cuenta aquí no se reenvía sin permiso de quien lo contó.\nNo guardamos nombres de quienes reenvían rumores.\nSi algo duele, lo decimos en privado y pronto.',
    steward: 'steward1',
    members: list(
      'member1 member2 member4 benicio iracema sarita wilder ikiam nelly yara deiby jaciara tadeu marcelino',
    ),
    foundedDaysAgo: 358,
    channels: [
      {
        slug: 'avisos',
        name: 'Avisos',
        purpose: 'Avisos que necesitan respuesta el mismo día. Lo demás va en Verificación.',
        history: 'joining',
      },
      {
        slug: 'verificacion',
        name: 'Verificación',
        purpose: 'Audios, textos e imágenes que llegan, y lo que sabemos de cada uno.',
        history: 'joining',
      },
      {
        slug: 'traducciones',
        name: 'Traducciones',
        purpose: 'Respuestas cortas en las lenguas del río.',
        history: 'start',
      },
    ],
  },
  {
    slug: 'two',
    language: 'es',
    name: 'Casa de Agua',
    purpose:
      'Un lugar pequeño para quienes cuidan a otras personas que comunican: acuerdos, turnos y descanso.',
    issueAreas: list('gender-justice human-rights'),
    visibility: 'hidden',
    entry: 'byInvitation',
    questions: [],
    agreements:
      'Nadie nombra este grupo fuera de aquí.\nHablamos de situaciones sin nombres ni lugares.\nPodemos callar, salir y volver.\nLos mensajes se leen con calma: no hay urgencias en este canal.',
    steward: 'steward2',
    members: list('member1 jussara fidel ikiam rayen ixchel alba'),
    foundedDaysAgo: 350,
    listClosedDaysAgo: 30,
    channels: [
      {
        slug: 'cuidados',
        name: 'Cuidados',
        purpose: 'Lo que aprendemos al acompañar.',
        history: 'joining',
      },
      {
        slug: 'turnos',
        name: 'Turnos',
        purpose: 'Quién está y quién descansa esta semana.',
        history: 'joining',
      },
    ],
  },
  {
    slug: 'ten',
    language: 'pt',
    name: 'Ondas Vizinhas',
    purpose: 'Rádios comunitárias que trocam programas, vinhetas e jeitos de fazer com pouco.',
    picture: 3,
    issueAreas: list('climate-environmental-justice racial-justice economic-justice'),
    visibility: 'listed',
    entry: 'open',
    questions: [],
    agreements:
      'Programa emprestado leva o nome de quem fez.\nCrítica se faz ao som, não à pessoa.\nQuem pede ajuda conta o que já tentou.',
    steward: 'luana',
    members: list(
      'member2 benicio yara benedita marlene otavio mora lucrecia nina arami soraya rosimar taina',
    ),
    foundedDaysAgo: 300,
    channels: [
      {
        slug: 'no-ar',
        name: 'No ar',
        purpose: 'O que vai ao ar esta semana.',
        history: 'start',
      },
      {
        slug: 'oficina-de-som',
        name: 'Oficina de som',
        purpose: 'Microfone, ruído, energia, edição.',
        history: 'start',
      },
    ],
  },
  {
    slug: 'four',
    language: 'es',
    name: 'Archivo Vivo',
    purpose:
      'Personas que cuidan fotos, cintas, cuadernos y testimonios, y deciden con sus comunidades quién los mira.',
    issueAreas: list('human-rights indigenous-rights'),
    visibility: 'listed',
    entry: 'byRequest',
    questions: ['¿Qué guardas, y de quién es?', '¿Qué te preocupa de ese archivo?'],
    agreements:
      'El archivo es de quien lo hizo.\nNo subimos aquí materiales: hablamos de cómo cuidarlos.\nUn ejemplo se cuenta sin nombres.',
    steward: 'efrain',
    members: list(
      'iracema nicandro edelmira celia odalys cicero benedita desmond marcelino killa mateo wilder',
    ),
    foundedDaysAgo: 285,
    channels: [
      {
        slug: 'fichas',
        name: 'Fichas y metadatos',
        purpose: 'Cómo describimos para volver a encontrar.',
        history: 'start',
      },
      {
        slug: 'consentimiento',
        name: 'Consentimiento',
        purpose: 'Permisos que se entienden y se pueden retirar.',
        history: 'start',
      },
    ],
  },
  {
    slug: 'five',
    language: 'en',
    name: 'Island Signal',
    purpose:
      'Caribbean stations and writers who share plain bulletins before, during and after a storm.',
    issueAreas: list('climate-environmental-justice economic-justice'),
    visibility: 'listed',
    entry: 'open',
    questions: [],
    agreements:
      'Say what you know, what you do not, and who says so.\nNo pictures of people who did not agree.\nCorrections go where the mistake went.',
    steward: 'keisha',
    members: list(
      'mirlande shanelle ruthmila anand soraya irma wendell scarlett devika desmond colette fabien',
    ),
    foundedDaysAgo: 280,
    channels: [
      {
        slug: 'bulletins',
        name: 'Bulletins',
        purpose: 'Drafts and ready texts, four lines each.',
        history: 'start',
      },
      {
        slug: 'words',
        name: 'Words',
        purpose: 'The same word in Kreyòl, Patwa, Papiamentu, Miskito and Sranan.',
        history: 'start',
      },
    ],
  },
  {
    slug: 'six',
    language: 'es',
    name: 'Letra Grande',
    purpose: 'Información que se puede leer, oír, tocar y entender. La probamos con quien la usa.',
    issueAreas: list('disability-rights'),
    visibility: 'listed',
    entry: 'byRequest',
    questions: ['¿Para quién haces accesible lo que haces?'],
    agreements:
      'Nada sobre nosotras y nosotros sin nuestra participación.\nLas imágenes llevan descripción, los audios llevan texto.\nPreguntamos cómo quiere participar cada persona.',
    revision: {
      text: 'Nada sobre nosotras y nosotros sin nuestra participación.\nLas imágenes llevan descripción, los audios llevan texto y los videos, subtítulos.\nPreguntamos cómo quiere participar cada persona, y lo volvemos a preguntar.\nQuien prueba una lectura decide si se cuenta su nombre.',
      summary:
        'Los videos llevan subtítulos.\nQuien prueba una lectura decide si se cuenta su nombre.',
      daysAgo: 4,
      consenting: list('bruno davi'),
    },
    steward: 'rayen',
    members: list('rumi bruno orlanda ramiro otavio yunior davi'),
    foundedDaysAgo: 240,
    channels: [
      {
        slug: 'pruebas',
        name: 'Pruebas de lectura',
        purpose: 'Textos que queremos probar y lo que aprendimos.',
        history: 'start',
      },
    ],
  },
  {
    slug: 'seven',
    language: 'pt',
    name: 'Roda de Checagem',
    purpose: 'Quem confere, confere junto: método, fontes e respostas que não espalham o boato.',
    issueAreas: list('human-rights climate-environmental-justice'),
    visibility: 'listed',
    entry: 'byInvitation',
    questions: [],
    agreements:
      'Não repetimos o boato no título.\nToda resposta diz como sabemos.\nErro nosso se corrige no mesmo lugar e no mesmo tamanho.',
    steward: 'tome',
    members: list('tadeu iracema jussara silvio bruno saul alba davi ubirata'),
    foundedDaysAgo: 260,
    channels: [
      {
        slug: 'metodo',
        name: 'Método',
        purpose: 'Como conferimos e como contamos.',
        history: 'start',
      },
      {
        slug: 'plantao',
        name: 'Plantão',
        purpose: 'O que chegou hoje.',
        history: 'joining',
      },
    ],
  },
  {
    slug: 'eight',
    language: 'es',
    name: 'Maíz y Memoria',
    purpose: 'Radios y archivos en lenguas mesoamericanas que preparan juntos una serie sonora.',
    issueAreas: list('indigenous-rights gender-justice'),
    visibility: 'hidden',
    entry: 'byInvitation',
    questions: [],
    agreements:
      'Cada lengua decide su orden.\nLa serie no sale hasta que todas las voces digan que sí.\nQuien presta una grabación puede retirarla.',
    steward: 'itzel',
    members: list('nicandro xochitl lucrecia mateo ixchel wendell edilsa'),
    foundedDaysAgo: 230,
    archivedDaysAgo: 1,
    channels: [
      {
        slug: 'serie',
        name: 'La serie',
        purpose: 'Capítulos, voces y fechas.',
        history: 'start',
      },
    ],
  },
  {
    slug: 'nine',
    language: 'es',
    name: 'Siembra de Relatos',
    purpose: 'Cuentos de la milpa para leer en voz alta en escuelas y radios.',
    issueAreas: list('indigenous-rights'),
    visibility: 'hidden',
    entry: 'byInvitation',
    questions: [],
    agreements:
      'Cada cuento lleva el nombre de quien lo contó, si quiere.\nSe lee antes de grabar.',
    steward: 'itzel',
    members: list('lucrecia xochitl mateo'),
    foundedDaysAgo: 120,
    channels: [],
  },
];
