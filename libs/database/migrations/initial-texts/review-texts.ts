/** The initial checklist and templates of a new instance, which it can change in its tables. */
type InLanguages = Readonly<Record<'es' | 'pt' | 'en', string>>;

export const INITIAL_CHECKLIST: Readonly<Record<string, InLanguages>> = {
  identity: {
    es: 'Hay señales de que es quien dice',
    pt: 'Há sinais de que é quem diz',
    en: 'There are signs that they are who they say',
  },
  purpose: {
    es: 'Su propósito cabe en los acuerdos',
    pt: 'Seu propósito cabe nos acordos',
    en: 'Their purpose fits the agreements',
  },
  risk: {
    es: 'Pensé en los riesgos de su entrada',
    pt: 'Pensei nos riscos da sua entrada',
    en: 'I thought about the risks of letting them in',
  },
  noConflict: {
    es: 'No tengo conflicto de interés',
    pt: 'Não tenho conflito de interesse',
    en: 'I have no conflict of interest',
  },
};

interface Template {
  readonly purpose: 'ask' | 'accept' | 'decline';
  readonly reasonClass?: string;
  readonly titles: InLanguages;
  readonly bodies: InLanguages;
}

const ASK: readonly Template[] = [
  {
    purpose: 'ask',
    titles: {
      es: 'Algo que se pueda mirar',
      pt: 'Algo que se possa ver',
      en: 'Something to look at',
    },
    bodies: {
      es: 'Gracias por postular. ¿Hay algo publicado, aunque sea breve, donde se vea lo que haces?',
      pt: 'Agradecemos sua candidatura. Há algo publicado, mesmo que curto, em que se veja o que você faz?',
      en: 'Thank you for applying. Is there anything published, however short, that shows what you do?',
    },
  },
  {
    purpose: 'ask',
    titles: {
      es: 'Alguien que te conozca',
      pt: 'Alguém que conheça você',
      en: 'Somebody who knows you',
    },
    bodies: {
      es: '¿Hay alguien de Trama que pueda contar cómo trabajas? Dale el código de avales de esta página; nadie más verá quién fue.',
      pt: 'Há alguém da Trama que possa contar como você trabalha? Dê a essa pessoa o código de avais desta página; mais ninguém verá quem foi.',
      en: 'Is there anybody in Trama who can tell how you work? Give them the code for vouches on this page; nobody else will see who it was.',
    },
  },
  {
    purpose: 'ask',
    titles: {
      es: 'Cómo cuidas lo que guardas',
      pt: 'Como você cuida do que guarda',
      en: 'How you keep things safe',
    },
    bodies: {
      es: '¿Cómo guardas lo que la gente te confía, y quién más puede verlo?',
      pt: 'Como você guarda o que as pessoas lhe confiam, e quem mais pode ver?',
      en: 'How do you keep what people trust you with, and who else can see it?',
    },
  },
];

const ACCEPT: readonly Template[] = [
  {
    purpose: 'accept',
    titles: {
      es: 'Avales y trabajo visible',
      pt: 'Avais e trabalho visível',
      en: 'Vouches and visible work',
    },
    bodies: {
      es: 'Dos avales independientes y un trabajo que se puede mirar.',
      pt: 'Dois avais independentes e um trabalho que se pode ver.',
      en: 'Two independent vouches and work that can be looked at.',
    },
  },
  {
    purpose: 'accept',
    titles: { es: 'Propósito claro', pt: 'Propósito claro', en: 'A clear purpose' },
    bodies: {
      es: 'El propósito cabe en los acuerdos y las respuestas son claras.',
      pt: 'O propósito cabe nos acordos e as respostas são claras.',
      en: 'The purpose fits the agreements and the answers are clear.',
    },
  },
];

const decline = (reasonClass: string, titles: InLanguages, bodies: InLanguages): Template => ({
  ...{ purpose: 'decline', reasonClass, titles, bodies },
});

const DECLINE: readonly Template[] = [
  decline(
    'purpose',
    { es: 'Otro propósito', pt: 'Outro propósito', en: 'Another purpose' },
    {
      es: 'Trama reúne a personas que trabajan por la información de sus comunidades. Lo que describes tiene otro propósito, y aquí no encontraría su lugar.',
      pt: 'A Trama reúne pessoas que trabalham pela informação de suas comunidades. O que você descreve tem outro propósito, e aqui não encontraria seu lugar.',
      en: 'Trama brings together people who work for the information of their communities. What you describe has another purpose, and would not find its place here.',
    },
  ),
  decline(
    'notEnough',
    {
      es: 'No supimos lo suficiente',
      pt: 'Não soubemos o suficiente',
      en: 'We could not learn enough',
    },
    {
      es: 'Lo que haces podría caber aquí, pero no pudimos ver tu trabajo ni hablar con alguien que lo conozca. Si hay algo que se pueda mirar, cuéntalo.',
      pt: 'O que você faz poderia caber aqui, mas não conseguimos ver seu trabalho nem falar com alguém que o conheça. Se há algo que se possa ver, conte.',
      en: 'What you do might fit here, but we could not see your work nor talk to somebody who knows it. If there is something to look at, tell us.',
    },
  ),
  decline(
    'risk',
    { es: 'Riesgo para otras personas', pt: 'Risco para outras pessoas', en: 'A risk to others' },
    {
      es: 'Pensamos que tu entrada podría poner en riesgo a otras personas. No podemos decir más sin exponerlas.',
      pt: 'Pensamos que sua entrada poderia pôr outras pessoas em risco. Não podemos dizer mais sem expô-las.',
      en: 'We think that letting you in could put others at risk. We cannot say more without exposing them.',
    },
  ),
  decline(
    'conduct',
    { es: 'Los acuerdos', pt: 'Os acordos', en: 'The agreements' },
    {
      es: 'Lo que leímos no va con los acuerdos de cuidado que compartimos en Trama.',
      pt: 'O que lemos não combina com os acordos de cuidado que compartilhamos na Trama.',
      en: 'What we read does not go with the agreements of care that we share in Trama.',
    },
  ),
  decline(
    'other',
    { es: 'Otra razón', pt: 'Outra razão', en: 'Another reason' },
    {
      es: 'Por ahora no podemos aceptar tu postulación. La razón es esta: ',
      pt: 'Por agora não podemos aceitar sua candidatura. A razão é esta: ',
      en: 'For now we cannot accept your application. The reason is this: ',
    },
  ),
];

export const INITIAL_REASON_TEMPLATES: readonly Template[] = [...ASK, ...ACCEPT, ...DECLINE];
