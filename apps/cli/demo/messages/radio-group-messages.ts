import { parseMessageScript } from './message-script.js';

/** Messages of group ten (Ondas Vizinhas). */
export const RADIO_GROUP_MESSAGES = [
  parseMessageScript(
    'ten/no-ar',
    90,
    `
luana: Bom dia! Esta semana nosso programa é sobre semente guardada. Quem quiser emprestado, é só avisar.
benedita: Quero! Tenho quinze minutos livres na quinta.
luana: Mando em duas partes, com a ficha de quem fala.
mora: Acá lo pasaría con una presentación en español y guaraní. ¿Puedo?
luana: Pode, com o nome de quem fez, como a gente combinou.
lucrecia: En la radio los martes tenemos espacio. Nosotras mandamos uno sobre partería a cambio.
luana: Troca feita.
nina: ¡Así da gusto! Yo me sumo con el noticiero de diez minutos.
`,
  ),
  parseMessageScript(
    'ten/no-ar',
    52,
    `
marlene: O jornal mural vai virar programa? As professoras querem testar em kaingang.
otavio: Vai sim! E a transcrição pode ir para o mural. Um alimenta o outro.
marlene: Primeiro tema: nomes das plantas do pátio.
yara: As crianças daqui podem mandar os nomes em baniwa.
marlene: Que alegria. Faço uma lista com dez plantas e vocês completam.
yara: Sete já vieram. As outras três não crescem por aqui.
marlene: Então pergunto que planta vocês poriam no lugar.
otavio: Isso já é o segundo programa.
`,
  ),
  parseMessageScript(
    'ten/no-ar',
    19,
    `
benicio: Segunda-feira abrimos o programa com três perguntas da comunidade. Foi o melhor começo do ano.
luana: Como escolhem as perguntas?
benicio: Uma caixinha na cantina. Tiramos ao vivo.
arami: Nosotras usamos una lata de galletas. Funciona igual y huele mejor.
nina: En el mercado la caja se llena sola. El problema es leer la letra.
benedita: Aqui as mais velhas ditam para as netas escreverem. Sai tudo legível e com opinião.
luana: Vou pôr uma caixa na feira de sexta.
`,
  ),
  parseMessageScript(
    'ten/no-ar',
    0.9,
    `
luana: A caixa da feira deu dezoito perguntas. Onze eram sobre o preço da água.
taina: Tenho o pedido de informação sobre tarifa, com resposta. Pode usar.
luana: Perfeito. Cabe em três minutos?
taina: Cabe em dois. Mando o texto já em voz de rádio.
rosimar: Cheguei agora no grupo! Aqui a pergunta campeã é sobre a maré vermelha.
benedita: Chegue, Rosimar. Conta pra gente na quinta?
rosimar: Conto. Vou com duas marisqueiras, pode ser?
benedita: Pode e deve.
`,
  ),
  parseMessageScript(
    'ten/oficina-de-som',
    77,
    `
member2: Dica de madrugada: para tirar vento do microfone, meia de lã funciona melhor que espuma.
soraya: Confirmed upriver. Two socks when the boat is moving.
member2: Duas meias! Vou testar na balsa.
yara: E onde a energia cai, gravo em pedaços de cinco minutos. Se perde um, não perde tudo.
soraya: Same here. I say the time out loud at the start of each piece.
member2: Isso salva na hora de montar. Adotado.
mora: Yo digo también el lugar, pero en general: «orilla norte», y nada más.
`,
  ),
  parseMessageScript(
    'ten/oficina-de-som',
    30,
    `
otavio: Pergunta de um professor surdo: vocês transcrevem antes ou depois de editar?
member2: Antes. Edito pelo texto, é mais rápido.
lucrecia: Nosotras después, porque improvisamos mucho.
otavio: Se transcrever antes, já temos legenda quase pronta.
luana: Boa. Quem topa transcrever um programa por semana em dupla?
marlene: Eu topo.
taina: Eu também, às quartas.
otavio: Então tem vídeo em Libras toda sexta.
`,
  ),
  parseMessageScript(
    'ten/oficina-de-som',
    5,
    `
benedita: O gravador velho começou a chiar. Troco o cabo ou já é despedida?
member2: Primeiro o cabo. Se mexer e o chiado mudar, é ele.
benedita: Mudou! Era o cabo.
member2: Guarda o velho para estudo, ensina muito.
yara: Manda foto do conector? Acho que tenho um igual sobrando.
benedita: Mando amanhã com luz.
soraya: Label the good one with tape. Future you will be grateful.
`,
  ),
];
