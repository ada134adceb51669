import { parseMessageScript } from './message-script.js';

const CENSUS = 'Censo: lo que preguntan';

/** Messages in topics. The author of the first message creates the topic. */
export const TOPIC_MESSAGES = [
  parseMessageScript(
    'one/verificacion',
    20,
    `
marcelino: Abro este tema para juntar lo que preguntan del censo, así no se pierde entre audios.
benicio: Boa. Aqui perguntam se precisam mostrar papel da casa.
member1: Aquí, si cuentan a quien vive en otra comunidad los fines de semana.
marcelino: La norma dice que se cuenta a cada quien donde duerme más noches. Sin papeles.
iracema: Uma linha para cada pergunta, com o artigo do lado. Eu organizo.
`,
    CENSUS,
  ),
  parseMessageScript(
    'one/verificacion',
    3,
    `
iracema: Já são nove perguntas e nove respostas curtas. Falta revisar a das línguas. ++ censo-nove-perguntas.pdf
member1: La de las lenguas la reviso yo: marcamos todas las que se hablan en casa, no una sola.
marcelino: Y que nadie firma nada en blanco. Eso, primero.
benicio: Coloco em cima. Obrigado, gente.
`,
    CENSUS,
  ),
  parseMessageScript(
    'one/verificacion',
    1.4,
    `
nelly: Tema para las fotos viejas que vuelven. La del camión regresó, ahora con otro río.
tadeu: É a mesma placa. Guardei as duas versões lado a lado.
nelly: La respuesta de marzo sirve igual, solo cambio el nombre del río.
`,
    'Fotos que vuelven',
  ),
  parseMessageScript(
    'ten/no-ar',
    6,
    `
benedita: Abri este tópico para o especial de sementes. O que já temos?
luana: Dois depoimentos e o som da peneira. Falta alguém falando de troca.
arami: Tengo a mi abuela contando cómo guardan el maíz en ceniza. Seis minutos.
luana: Maravilha. Seis minutos viram três, e a avó autoriza?
arami: Autoriza y quiere oírlo antes.
`,
    'Especial de sementes',
  ),
  parseMessageScript(
    'five/bulletins',
    12,
    `
irma: Opening this for the printed sheets, so that bulletins stay short.
keisha: The hardware shop prints for free until six. Ask for Miss Joy.
devika: Can we have one in larger letters? Half my listeners read without glasses.
irma: Done: one side, four lines, letters you can read from the bus.
`,
    'Printed sheets',
  ),
  parseMessageScript(
    'seven/metodo',
    8,
    `
tome: Este tópico é só para o cartaz da roda. Versão três no ar, opinem.
saul: Falta la línea de «esto no lo sabemos todavía».
jussara: E o contraste da letra: branco no amarelo some.
tome: Corrigido. Quatro linhas e fundo escuro. ++ cartaz-versao-quatro.pdf
`,
    'O cartaz',
  ),
];
