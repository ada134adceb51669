import type { Language } from '#kernel/language.js';

export type VouchAttestation = 'metInPerson' | 'seenWork' | 'workedTogether';

export interface VouchText {
  /** How the member knows the applicant. */
  readonly relation: string;
  readonly statement: string;
  readonly attestations: readonly VouchAttestation[];
}

const text = (
  relation: string,
  statement: string,
  ...attestations: VouchAttestation[]
): VouchText => ({
  relation,
  statement,
  attestations,
});

/** Texts of vouches. They name no place and no third person. */
export const VOUCH_TEXTS: Readonly<Record<Language, readonly VouchText[]>> = {
  es: [
    text(
      'Trabajamos en la misma red durante tres años.',
      'Cumple lo que dice y pregunta antes de publicar.',
      'metInPerson',
      'workedTogether',
    ),
    text(
      'Coincidimos en un taller el año pasado.',
      'Trajo materiales propios y se quedó a ordenar al final.',
      'metInPerson',
      'seenWork',
    ),
    text(
      'Su programa y el nuestro se prestan episodios.',
      'Siempre avisa de dónde viene cada audio.',
      'seenWork',
      'workedTogether',
    ),
    text(
      'Hicimos juntas una traducción larga.',
      'Cuida las palabras y también los silencios.',
      'workedTogether',
    ),
    text(
      'Nos conocemos por una formación de corresponsales.',
      'La gente de su zona confía en su trabajo y se nota por qué.',
      'metInPerson',
      'seenWork',
    ),
    text(
      'Revisamos el mismo archivo durante un verano.',
      'Pidió permiso cada vez, aunque nadie se lo exigía.',
      'metInPerson',
      'workedTogether',
    ),
    text(
      'Leo lo que publica desde hace dos años.',
      'Corrige en público cuando se equivoca.',
      'seenWork',
    ),
    text(
      'Organizamos un encuentro de radios.',
      'Sostuvo las conversaciones difíciles con calma.',
      'metInPerson',
      'workedTogether',
    ),
  ],
  pt: [
    text(
      'Trabalhamos na mesma rede por dois anos.',
      'Combina, cumpre e avisa quando não dá.',
      'metInPerson',
      'workedTogether',
    ),
    text(
      'A gente se conheceu numa oficina de rádio.',
      'Escuta mais do que fala e anota direito.',
      'metInPerson',
      'seenWork',
    ),
    text(
      'O boletim que escreve circula na nossa região.',
      'Mostra a fonte e corrige quando erra.',
      'seenWork',
    ),
    text(
      'Cuidamos juntas de um acervo de fitas.',
      'Trata gravação dos outros como se fosse de família.',
      'metInPerson',
      'workedTogether',
    ),
    text(
      'Dividimos plantão de checagem numa enchente.',
      'Ficou até o fim e não deixou passar aviso sem conferir.',
      'seenWork',
      'workedTogether',
    ),
    text(
      'Demos aula na mesma formação.',
      'Adapta o material para quem está na sala.',
      'metInPerson',
      'workedTogether',
    ),
    text(
      'Acompanho o trabalho há bastante tempo.',
      'É cuidadoso com quem aparece nas histórias.',
      'seenWork',
    ),
  ],
  en: [
    text(
      'We shared a desk at a storm bulletin for two seasons.',
      'Careful with sources and kind under pressure.',
      'metInPerson',
      'workedTogether',
    ),
    text(
      'We met at a radio gathering.',
      'Their recordings always say who agreed to what.',
      'metInPerson',
      'seenWork',
    ),
    text(
      'I have used their classroom material.',
      'It works with real pupils and names its sources.',
      'seenWork',
    ),
    text(
      'We translated a guide together.',
      'Asks about every word that could hurt someone.',
      'workedTogether',
    ),
    text(
      'Neighbouring stations, five years.',
      'People here trust the work, and so do I.',
      'metInPerson',
      'seenWork',
    ),
    text(
      'We described an archive side by side.',
      'Patient, exact, and never in a hurry to publish.',
      'metInPerson',
      'workedTogether',
    ),
  ],
};
