import { parseMessageScript } from './message-script.js';

/** Messages of group five (Island Signal). */
export const ISLAND_GROUP_MESSAGES = [
  parseMessageScript(
    'five/bulletins',
    88,
    `
keisha: Season is coming. Shall we agree on the four lines before the first warning, not during it?
irma: Yes. What we know, what we do not know, who says so, what to do.
mirlande: In Kreyòl the second line is the hardest. People want an answer.
keisha: Then we say when the next news comes. That calms more than a guess.
wendell: Boat schedules in the fourth line, please. That is what they call about.
irma: I will make a sheet you can print. One side only.
scarlett: And leave space for the local word. We will fill it by hand.
keisha: Perfect. First rehearsal on Thursday.
`,
  ),
  parseMessageScript(
    'five/bulletins',
    58,
    `
keisha: Rehearsal notes: we took eleven minutes from advisory to air. Last year it was forty.
anand: Where did the time go?
keisha: Five minutes to find who says so, four to translate, two to laugh at my microphone.
mirlande: I can keep the Kreyòl lines ready and only change the hour.
soraya: Same in Sranan. A form with three holes in it.
irma: That is how I print them too.
desmond: File them with the hour in the name. In ten years someone will thank you.
keisha: Listen to the librarian.
`,
  ),
  parseMessageScript(
    'five/bulletins',
    26,
    `
devika: A message here says the sea wall broke. No photo, no place, just capital letters.
anand: Nothing from the drainage office yet. I am asking two people who live near it.
devika: Same from me. Holding.
anand: Both say the wall is fine and the tide is high. One sent the hour of high water.
devika: Then: "High tide at five. We asked two people near the wall at three: it stands. The office has not spoken yet."
keisha: That is a model of a bulletin. Going out.
ruthmila: Translated. It is shorter in Papiamentu!
`,
  ),
  parseMessageScript(
    'five/bulletins',
    3,
    `
shanelle: First one from me. Heavy rain tonight, no storm. Please check my four lines?
irma: Clear. I would move "no storm" up to the first line.
shanelle: Done. Also added where to ask.
keisha: Beautiful. Say it slowly, twice.
shanelle: Said it slowly. A listener called to say thank you for the pause.
keisha: Welcome to the work.
`,
  ),
  parseMessageScript(
    'five/words',
    70,
    `
ruthmila: Word of the week: "warning". In Papiamentu we say "spièrta" for wake up, and people do.
mirlande: Kreyòl: "veye". It is also what you do for the dead, so I add "veye lapli a".
keisha: In Patwa "watch it" works better than anything official.
scarlett: Miskito elders chose a phrase: "the sky asks you to listen".
wendell: Ours is a drum. I record it and write "drum" in the text.
soraya: Sranan: "poti prakseri". Put your mind to it.
colette: I am collecting these with your names, if you agree.
ruthmila: Agreed, for teaching.
mirlande: Agreed. Not for a T-shirt.
colette: Noted: no T-shirt.
`,
  ),
  parseMessageScript(
    'five/words',
    31,
    `
fabien: ¿Cómo dirían «trámite» sin asustar a nadie? En kreyòl lo dejo como «papye pou fè».
mirlande: "Papye pou fè" is right. Papers to do.
irma: Nosotras decimos «una vuelta». Suena corto, aunque no lo sea.
keisha: "Running papers". Because you run.
fabien: Me quedo con las tres. Gracias.
desmond: Adding to the glossary: entry 41.
`,
  ),
  parseMessageScript(
    'five/words',
    11,
    `
scarlett: The glossary has forty-eight words. Fishers corrected six of mine.
desmond: Corrections are the best entries. Shall I mark who corrected, or leave it plain?
scarlett: Write "fishers of the river mouth". They liked that.
ruthmila: My pupils want to add a word for "I do not know yet".
keisha: We need that one more than any other.
colette: In Creole: "mo poko savé". I say it once a day.
`,
  ),
];
