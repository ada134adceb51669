/** A group and one of its channels in which people write in one language. */
export interface DemoChannel {
  readonly language: string;
  readonly slug: string;
  readonly channel: string;
  readonly steward: string;
  readonly member: string;
  /** The member's name in the group. */
  readonly name: string;
}
export const DEMO_CHANNELS: readonly DemoChannel[] = [
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
    slug: 'ten',
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
