/** A group and a channel of it where people speak one language. */
export interface TalkPlace {
  readonly language: string;
  readonly slug: string;
  readonly channel: string;
  readonly steward: string;
  readonly member: string;
  /** The member, as the group knows them. */
  readonly name: string;
}
export const TALK_PLACES: readonly TalkPlace[] = [
  {
    language: 'es',
    slug: 'one',
    channel: 'Traducciones',
    steward: 'steward1',
    member: 'member4',
    name: 'Rosalía Monte',
  },
  {
    language: 'pt',
    slug: 'three',
    channel: 'No ar',
    steward: 'luana',
    member: 'member2',
    name: 'Caio Várzea',
  },
  {
    language: 'en',
    slug: 'five',
    channel: 'Words',
    steward: 'keisha',
    member: 'anand',
    name: 'Anand',
  },
];
