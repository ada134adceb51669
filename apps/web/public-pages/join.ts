import { html } from './html.js';
import { icon } from './icons.js';
import type { Language } from './language.js';
import { type Assets, document, languageSwitch } from './layout.js';

interface JoinWords {
  title: string;
  lead: string;
  parts: readonly [title: string, text: string][];
  safety: string;
}

const WORDS: Record<Language, JoinWords> = {
  es: {
    title: 'Tu postulación',
    lead: 'Son unas preguntas cortas, de a una. Puedes usar un alias y dejar respuestas sin decir.',
    parts: [
      [
        'Qué preguntamos',
        'Cómo te llamamos, qué haces, sobre qué temas y en qué territorio, quién te conoce y cómo escribirte.',
      ],
      ['Quién lo lee', 'Dos personas de Trama. Nadie más, y nunca alguien que te avaló.'],
      ['Cuánto se guarda', 'Tus respuestas se destruyen 14 días después de la decisión.'],
      ['Cuándo contestamos', 'En 72 horas o menos. Siempre contesta una persona.'],
    ],
    safety: 'Qué se protege y qué no',
  },
  pt: {
    title: 'Sua candidatura',
    lead: 'São perguntas curtas, uma por vez. Você pode usar um apelido e deixar respostas sem dizer.',
    parts: [
      [
        'O que perguntamos',
        'Como chamar você, o que faz, sobre quais temas e em que território, quem conhece você e como escrever.',
      ],
      ['Quem lê', 'Duas pessoas da Trama. Mais ninguém, e nunca alguém que avalizou você.'],
      ['Quanto tempo fica', 'Suas respostas são destruídas 14 dias depois da decisão.'],
      ['Quando respondemos', 'Em 72 horas ou menos. Sempre responde uma pessoa.'],
    ],
    safety: 'O que é protegido e o que não é',
  },
  en: {
    title: 'Your application',
    lead: 'A few short questions, one at a time. An alias is fine, and you may leave answers unsaid.',
    parts: [
      [
        'What we ask',
        'What to call you, what you do, on which issues and in which territory, who knows you and how to write to you.',
      ],
      ['Who reads it', 'Two people of Trama. Nobody else, and never someone who vouched for you.'],
      ['How long it is kept', 'Your answers are destroyed 14 days after the decision.'],
      ['When we answer', 'Within 72 hours. It is always a person who answers.'],
    ],
    safety: 'What is protected and what is not',
  },
};

/** The start of joining: what is asked, why, who reads it, how long it is kept. */
export function joinPage(language: Language, assets: Assets): string {
  const words = WORDS[language];
  const main = html`<main id="main" tabindex="-1" class="page page--bare page--form stack stack--5">
    <div class="only-m">${languageSwitch(language, '/join')}</div>
    <div class="stack stack--2">
      <h1>${words.title}</h1>
      <p class="lead">${words.lead}</p>
    </div>
    <dl class="stack">
      ${words.parts.map(
        ([title, text]) =>
          html`<div>
            <dt class="h3">${title}</dt>
            <dd class="muted">${text}</dd>
          </div>`,
      )}
    </dl>
    <p class="xs inline top">
      ${icon('info', 's')}<a href="/${language}/safety">${words.safety}</a>
    </p>
  </main>`;
  return document({ language, path: '/join', title: words.title, main, assets });
}
