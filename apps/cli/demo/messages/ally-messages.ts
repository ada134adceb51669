import { parseMessageScript } from './message-script.js';

/** Messages between allies. */
export const MESSAGES_BETWEEN_ALLIES = [
  parseMessageScript(
    'member1+benicio',
    110,
    `
member1: Gracias por aceptar. ¿Hacemos un programa a dos voces?
benicio: Sim! Você pergunta em espanhol, eu respondo em português, e ninguém traduz.
member1: Se va a entender todo, ya verás.
benicio: Aqui todo mundo entende as duas, só finge que não.
member1: ¿El primer sábado del mes?
benicio: Fechado. Levo o galo. ++ manha-no-rio.png
`,
  ),
  parseMessageScript(
    'member1+benicio',
    0.3,
    `
benicio: Tenho a versão em português do áudio do censo. Quer comparar antes de eu responder?
member1: Sí. La nuestra está cortada al final.
benicio: A minha tem o final. É ele que desmente tudo.
member1: Entonces leemos los dos finales juntos el sábado.
`,
  ),
  parseMessageScript(
    'member1+rumi',
    52,
    `
rumi: Para señas empiezo por la respuesta, no por el rumor. Si solo ven cinco segundos, que sea eso.
member1: En radio hacemos lo contrario y quizá estamos equivocadas.
rumi: Prueben una semana al revés.
member1: Probamos. Llamaron menos personas a preguntar «¿entonces es verdad?».
rumi: Esa es la mejor medida que conozco.
`,
  ),
  parseMessageScript(
    'member2+desmond',
    66,
    `
desmond: First rule for tapes: play nothing until you have looked at it.
member2: I already broke rule one.
desmond: Everybody does, once. What do the labels say?
member2: "Festa", "Festa 2" and "não apagar".
desmond: Begin with the third.
`,
  ),
  parseMessageScript(
    'member3+davi',
    40,
    `
member3: How do you tell people that their message will be gone in seven days?
davi: At the top, before they write. It makes them write more freely.
member3: And nobody minds losing the answer?
davi: I suggest they copy the part they need. Most of them do.
member3: I will try it next week.
`,
  ),
  parseMessageScript(
    'luana+nina',
    58,
    `
nina: En el mercado la pregunta más repetida es cuánto cuesta mandar un paquete.
luana: Aqui é a água. Sempre a água.
nina: ¿Grabamos una carta entre la feria y el mercado?
luana: Uma carta falada! Três minutos cada uma.
nina: La mía sale el jueves, con ruido de fondo incluido.
`,
  ),
];
