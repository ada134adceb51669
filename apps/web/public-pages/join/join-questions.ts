import { html, type Html } from '../html.js';
import {
  type JoinAnswers,
  choiceInput,
  questionGroup,
  selectInput,
  textArea,
  textInput,
} from './join-inputs.js';
import type { JoinText, JoinQuestion } from './join-text.js';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../language.js';

interface NamedTerm {
  id: string;
  name: string;
}

/** Taxonomy terms in one language. */
export interface JoinTerms {
  practices: readonly NamedTerm[];
  issueAreas: readonly NamedTerm[];
  sharedTerritories: readonly NamedTerm[];
  countries: readonly NamedTerm[];
  otherCountries: readonly NamedTerm[];
  worldLanguages: readonly NamedTerm[];
  regionLanguages: readonly NamedTerm[];
  signLanguages: readonly NamedTerm[];
}

export interface QuestionContext {
  language: Language;
  words: JoinText;
  terms: JoinTerms;
  answers: JoinAnswers;
}

/** Inputs of each question. */
export const QUESTION_INPUTS: Record<
  JoinQuestion,
  (asking: QuestionContext) => readonly (Html | false)[]
> = {
  language: askLanguage,
  name: ({ words, answers }) => [
    textInput(answers, { name: 'name', label: words.labels.name, maxLength: 60, fill: 'nickname' }),
  ],
  work: ({ words, terms, answers }) => [
    many(answers, 'practices', words.labels.practices, terms.practices),
    textArea(answers, {
      name: 'work',
      label: words.labels.work,
      hint: words.labels.workHint,
      note: words.optional,
    }),
    unsaid(answers, words, 'practices'),
  ],
  issueAreas: ({ words, terms, answers }) => [
    many(answers, 'issueAreas', words.questions.issueAreas.title, terms.issueAreas, true),
    unsaid(answers, words, 'issueAreas'),
  ],
  territory: askTerritory,
  hopes: ({ words, answers }) => [
    textArea(answers, { name: 'hopes', label: words.labels.hopes }),
    unsaid(answers, words, 'hopes'),
  ],
  known: askKnown,
  reach: askReach,
};

function askLanguage({ language, words, terms, answers }: QuestionContext) {
  const { labels } = words;
  const options = LANGUAGES.map((one) =>
    choiceInput(answers, 'radio', 'language', { value: one, label: LANGUAGE_NAMES[one] }),
  );
  const spoken = LANGUAGES.map((one) => {
    const id = `language:${one}`;
    const name = terms.worldLanguages.find((term) => term.id === id)?.name;
    return choiceInput(answers, 'checkbox', 'languages', {
      value: id,
      label: name ?? LANGUAGE_NAMES[one],
    });
  });
  const others = terms.worldLanguages.filter(
    ({ id }) => !LANGUAGES.some((one) => id === `language:${one}`),
  );
  const legend = words.questions.language.title;
  return [
    questionGroup(answers, { id: 'language', legend, isHidden: true }, options),
    questionGroup(
      answers,
      { id: 'languages', legend: labels.spoken, note: words.optional },
      spoken,
    ),
    selectInput(
      answers,
      {
        name: 'otherLanguage',
        label: labels.otherLanguage,
        note: words.optional,
        empty: labels.none,
      },
      [
        { options: [...terms.regionLanguages, ...others] },
        { label: SIGNED[language], options: terms.signLanguages },
      ],
    ),
  ];
}

const SIGNED: Record<Language, string> = {
  es: 'Lenguas de señas',
  pt: 'Línguas de sinais',
  en: 'Sign languages',
};

function askTerritory({ words, terms, answers }: QuestionContext) {
  const { labels, optional } = words;
  const shared = terms.sharedTerritories.map(({ id, name }) =>
    choiceInput(answers, 'checkbox', 'sharedTerritories', { value: id, label: name }),
  );
  return [
    selectInput(answers, { name: 'country', label: labels.country, empty: '—' }, [
      { options: terms.countries },
      { label: labels.otherCountries, options: terms.otherCountries },
    ]),
    questionGroup(
      answers,
      { id: 'sharedTerritories', legend: labels.shared, note: optional, isGrid: true },
      shared,
    ),
    unsaid(answers, words, 'territory'),
  ];
}

function askKnown({ words, answers }: QuestionContext) {
  const { labels } = words;
  const option = (value: 'someone' | 'trace' | 'nobody') =>
    choiceInput(answers, 'radio', 'knownKind', {
      value,
      label: labels[value],
      note: labels[`${value}Note`],
    });
  const legend = words.questions.known.title;
  return [
    questionGroup(answers, { id: 'knownKind', legend, isHidden: true }, [
      option('someone'),
      option('trace'),
      option('nobody'),
    ]),
    html`<div class="when-told">${textArea(answers, { name: 'known', label: labels.known })}</div>`,
    unsaid(answers, words, 'known'),
  ];
}

function askReach({ words, answers }: QuestionContext) {
  const { labels } = words;
  const option = (value: 'email' | 'here') =>
    choiceInput(answers, 'radio', 'reach', {
      value,
      label: labels[value],
      note: labels[`${value}Note`],
    });
  const legend = words.questions.reach.title;
  return [
    questionGroup(answers, { id: 'reach', legend, isHidden: true }, [
      option('email'),
      option('here'),
    ]),
    html`<div class="when-email stack">
      ${textInput(answers, { name: 'email', label: labels.address, hint: labels.addressHint, type: 'email', fill: 'email' })}
      ${textInput(answers, { name: 'password', label: labels.password, note: words.optional, hint: labels.passwordHint, type: 'password', fill: 'new-password', maxLength: 512 })}
    </div>`,
  ];
}

function many(
  answers: JoinAnswers,
  id: string,
  legend: string,
  terms: readonly NamedTerm[],
  isHidden = false,
): Html {
  const options = terms.map((term) =>
    choiceInput(answers, 'checkbox', id, { value: term.id, label: term.name }),
  );
  return questionGroup(answers, { id, legend, isHidden }, options);
}

const unsaid = (
  answers: JoinAnswers,
  { unsaid: label, unsaidNote: note }: JoinText,
  value: string,
) => choiceInput(answers, 'checkbox', 'unsaid', { value, label, note, isPlain: true });
