import { html, type Html } from './html.js';
import { renderIcon, type PublicIconName } from './icons.js';
import type { Language } from './language.js';
import { type PublicPageAssets, renderDocument, languageLinks } from './page-layout.js';
import { EMERGENCY_PATH } from './support/emergency-page.js';
import { SUPPORT_PATH } from './support/support-page.js';

interface Promise3 {
  icon: PublicIconName;
  look: string;
  title: string;
  text: string;
  link: string;
  anchor: string;
}

interface LandingWords {
  title: string;
  head: string;
  thread: string;
  lead: string;
  apply: string;
  enter: string;
  minutes: string;
  preview: string;
  group: string;
  groupNote: string;
  mode: string;
  queued: string;
  messages: readonly [string, string, string];
  promisesLabel: string;
  promises: readonly Promise3[];
  support: string;
  emergency: string;
}

const LOOKS = [
  { icon: 'people', look: '', anchor: 'who' },
  { icon: 'eye', look: '', anchor: 'protects' },
  { icon: 'exit', look: 'ico--clay', anchor: 'leave' },
] as const;

function promises(...words: readonly [title: string, text: string, link: string][]): Promise3[] {
  return words.map(([title, text, link], at) => ({ ...LOOKS[at]!, title, text, link }));
}

export const LANDING_TEXT: Record<Language, LandingWords> = {
  es: {
    title: 'Encuentra gente aliada, en confianza',
    head: 'Encuentra gente aliada,',
    thread: 'en confianza.',
    lead: 'Un lugar para quienes organizan, comunican y hacen periodismo en América Latina y el Caribe. Antes de entrar, personas leen cada postulación.',
    apply: 'Postular',
    enter: 'Ya tengo cuenta',
    minutes: 'Unos 6 minutos. Puedes usar un alias.',
    preview: 'Así se ve un canal',
    group: 'Río Arriba',
    groupNote: 'Grupo · 14 personas',
    mode: 'Solo lo leen las personas del grupo',
    queued: 'En cola',
    messages: [
      'El mismo audio falso llegó a tres radios. ¿Alguien lo tiene en ticuna?',
      'Sí. Lo subo cuando tenga señal.',
      'Yo preparo la respuesta en portugués.',
    ],
    promisesLabel: 'Tres promesas',
    promises: promises(
      [
        'Dos personas leen cada postulación',
        'Nadie entra por un algoritmo ni por un enlace reenviado.',
        'Quiénes sostienen Trama',
      ],
      [
        'Tú decides quién ve cada dato',
        'Campo por campo. Lo que no muestras tampoco se puede buscar.',
        'Qué se protege y qué no',
      ],
      [
        'Te vas cuando quieras',
        'Descargas lo tuyo y borras tu cuenta sin pedir permiso.',
        'Cómo salir',
      ],
    ),
    support: 'Apoyo gratis en tecnología y datos',
    emergency: 'En peligro ahora: a quién llamar',
  },
  pt: {
    title: 'Encontre gente aliada, com confiança',
    head: 'Encontre gente aliada,',
    thread: 'com confiança.',
    lead: 'Um lugar para quem organiza, comunica e faz jornalismo na América Latina e no Caribe. Antes da entrada, pessoas leem cada candidatura.',
    apply: 'Candidatar-se',
    enter: 'Já tenho conta',
    minutes: 'Uns 6 minutos. Você pode usar um apelido.',
    preview: 'Assim é um canal',
    group: 'Rio Acima',
    groupNote: 'Grupo · 14 pessoas',
    mode: 'Só as pessoas do grupo leem',
    queued: 'Na fila',
    messages: [
      'O mesmo áudio falso chegou a três rádios. Alguém tem em tikuna?',
      'Sim. Envio quando tiver sinal.',
      'Eu preparo a resposta em português.',
    ],
    promisesLabel: 'Três promessas',
    promises: promises(
      [
        'Duas pessoas leem cada candidatura',
        'Ninguém entra por algoritmo nem por um link encaminhado.',
        'Quem sustenta a Trama',
      ],
      [
        'Você decide quem vê cada dado',
        'Campo por campo. O que você não mostra também não aparece na busca.',
        'O que é protegido e o que não é',
      ],
      [
        'Você sai quando quiser',
        'Baixe o que é seu e apague sua conta sem pedir licença.',
        'Como sair',
      ],
    ),
    support: 'Apoio gratuito em tecnologia e dados',
    emergency: 'Em perigo agora: para quem ligar',
  },
  en: {
    title: 'Find allies you can trust',
    head: 'Find allies',
    thread: 'you can trust.',
    lead: 'A place for people who organise, communicate and do journalism in Latin America and the Caribbean. Before anyone enters, people read each application.',
    apply: 'Apply',
    enter: 'I have an account',
    minutes: 'About 6 minutes. An alias is fine.',
    preview: 'What a channel looks like',
    group: 'Upriver',
    groupNote: 'Group · 14 people',
    mode: 'Only the people of the group read this',
    queued: 'Waiting to send',
    messages: [
      'The same false audio reached three radio stations. Does anyone have it in Tikuna?',
      'Yes. I will post it when I have signal.',
      'I will prepare the answer in Portuguese.',
    ],
    promisesLabel: 'Three promises',
    promises: promises(
      [
        'Two people read each application',
        'Nobody gets in through an algorithm or a forwarded link.',
        'Who keeps Trama going',
      ],
      [
        'You decide who sees each detail',
        'Field by field. What you do not show cannot be searched either.',
        'What is protected and what is not',
      ],
      [
        'You leave when you want',
        'Download what is yours and delete your account without asking.',
        'How to leave',
      ],
    ),
    support: 'Free support with technology and data',
    emergency: 'In danger now: who to call',
  },
};

/** Landing page: one sentence about Trama, two buttons, a preview of a channel and three promises with their proof. */
export function landingPage(language: Language, assets: PublicPageAssets): string {
  const words = LANDING_TEXT[language];
  const main = html`<main id="main" tabindex="-1">
    <div class="land__top">
      <section class="land__hero">
        ${languageLinks(language, '', 'only-m')}
        <h1>${words.head} <span class="thread">${words.thread}</span></h1>
        <p class="lead">${words.lead}</p>
        <div class="btns">
          <a class="btn btn--primary" href="/${language}/join">${words.apply}</a
          ><a class="btn btn--line" href="/${language}/sign-in">${words.enter}</a>
        </div>
        <p class="xs muted inline top">${renderIcon('clock', 's')}<span>${words.minutes}</span></p>
      </section>
      ${preview(words)}
    </div>
    <section class="land__promises" aria-label="${words.promisesLabel}">
      ${words.promises.map((promise) => promiseBox(language, promise))}
    </section>
    <p class="land__more">
      <a href="/${language}${SUPPORT_PATH}">${words.support}</a
      ><a href="/${language}${EMERGENCY_PATH}">${words.emergency}</a>
    </p>
  </main>`;
  return renderDocument({ language, path: '', title: words.title, main, assets });
}

/** Fictional people; their names are the same in every language. */
const ROSALIA = { initials: 'RM', name: 'Rosalía' };
const BENICIO = { initials: 'BR', name: 'Benício' };

function preview(words: LandingWords): Html {
  const [first, second, third] = words.messages;
  return html`<section class="forest weave land__view" aria-label="${words.preview}">
    <div class="mini">
      <div class="mini__h">
        <span class="av t5 av--g" aria-hidden="true"
          >${words.group.slice(0, 1)}${words.group.split(' ')[1]?.slice(0, 1)}</span
        >
        <div class="grow"><b>${words.group}</b><span class="row__s">${words.groupNote}</span></div>
        ${renderIcon('more')}
      </div>
      <div class="mode">${renderIcon('people', 'xs')}${words.mode}</div>
      <div class="feed">
        <div class="msg">
          <span class="av t2 av--s" aria-hidden="true">${ROSALIA.initials}</span>
          <div class="msg__b">
            <div class="msg__h c2">${ROSALIA.name} <time>10:42</time></div>
            ${first}
          </div>
        </div>
        <div class="msg msg--me">
          <div class="msg__b">
            ${second}
            <div class="msg__st">${renderIcon('clock', 'xs')}${words.queued}</div>
          </div>
        </div>
        <div class="msg">
          <span class="av t3 av--s" aria-hidden="true">${BENICIO.initials}</span>
          <div class="msg__b">
            <div class="msg__h c3">${BENICIO.name} <time>10:51</time></div>
            ${third}
          </div>
        </div>
      </div>
    </div>
  </section>`;
}

function promiseBox(
  language: Language,
  { icon: name, look, title, text, link, anchor }: Promise3,
): Html {
  return html`<div class="promise">
    <span class="ico ${look}">${renderIcon(name)}</span>
    <h2 class="h3">${title}</h2>
    <p class="muted">${text}</p>
    <a href="/${language}/safety#${anchor}">${link}</a>
  </div>`;
}
