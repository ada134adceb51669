import type { InitialProfileAnswers } from '#profiles/profiles.service.js';
import type { DemoPerson } from '../people/person.js';

const terms = (kind: string, slugs: readonly string[]) => slugs.map((slug) => `${kind}:${slug}`);

/** The profile answers of a demo person. */
export function profileAnswersOf(person: DemoPerson): InitialProfileAnswers {
  return {
    name: person.name,
    pronouns: person.pronouns,
    about: person.about,
    organisation: person.organisation,
    contact: person.reach,
    supportSought: { text: person.supportSought, terms: terms('skill', person.seeks) },
    practices: terms('practice', person.practices),
    issueAreas: terms('issue', person.issueAreas),
    territories: terms('territory', person.territories),
    region: person.region ? terms('territory', [person.region]) : [],
    languages: terms('language', person.languages),
    interprets: terms('language', person.interprets),
    skills: terms('skill', person.skills),
  } as InitialProfileAnswers;
}
