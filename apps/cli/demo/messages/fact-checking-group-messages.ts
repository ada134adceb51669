import { parseMessageScript } from './message-script.js';

/** Messages of group seven (Roda de Checagem). */
export const FACT_CHECKING_GROUP_MESSAGES = [
  parseMessageScript(
    'seven/metodo',
    82,
    `
tome: Regra número um da roda: o boato nunca vai no título. Que mais vocês usam?
silvio: Digo primero lo que sí se sabe. El engaño va en la tercera línea, sin adornos.
jussara: Pergunto se responder ajuda ou espalha. Às vezes o melhor é só responder a quem perguntou.
saul: Yo anoto cuánta gente preguntó. Si fueron dos, contesto a dos.
iracema: E conto como sabemos: liguei, li, fui ver.
alba: Y lo que no pudimos comprobar. Con esas palabras.
tome: Está virando um cartaz.
bruno: Que el cartel tenga texto alternativo, por favor.
tome: Prometido. ++ cartaz-da-roda.png
`,
  ),
  parseMessageScript(
    'seven/metodo',
    55,
    `
davi: Dúvida: quando a fonte é uma pessoa da comunidade, como vocês escrevem?
tadeu: «Conversamos com quatro moradoras.» Sem nome, sem rua.
saul: Yo agrego por qué no van los nombres: «para cuidarlas».
ubirata: Com dado público é o contrário: nome do arquivo, data e onde baixar.
davi: Ótimo contraste. Gente sem nome, documento com nome completo.
silvio: Esa frase va al cartel también.
`,
  ),
  parseMessageScript(
    'seven/metodo',
    23,
    `
alba: Estoy revisando una campaña contra comunicadoras. ¿Cómo muestran un patrón sin mostrar a las personas?
jussara: Conta por semana e por tipo de frase. Nada de captura de tela.
alba: Eso hice. Cuatro frases se repiten casi iguales.
silvio: ¿Cuentas copiadas?
alba: Parece, pero no puedo asegurarlo. Escribiré «frases iguales en cuentas distintas».
tome: Exato: o que se vê, não o que se supõe.
alba: Gracias. Lo cierro mañana y lo lee alguien más antes de salir.
saul: Yo lo leo.
`,
  ),
  parseMessageScript(
    'seven/plantao',
    45,
    `
tome: Plantão de hoje: aviso de que a ponte vai fechar três dias.
ubirata: O diário oficial fala em uma noite, das dez às cinco.
tome: Ligo na defesa civil para confirmar a noite.
tome: Confirmaram: só hoje, das dez às cinco.
ubirata: Texto: «A ponte fecha só esta noite, das 22h às 5h. Está no diário oficial e a defesa civil confirmou.»
davi: Publicado. Guardei a página do diário em arquivo.
tome: Fechado em vinte minutos. Café para todo mundo.
`,
  ),
  parseMessageScript(
    'seven/plantao',
    17,
    `
silvio: Acá circula un «decreto» sobre semillas con un sello mal recortado.
bruno: El sello es de otro ministerio. Se ve en la letra.
silvio: Busqué el número: ese decreto trata de horarios de oficina.
bruno: Entonces la respuesta es fácil y hasta simpática.
silvio: «El decreto 114 habla de horarios de oficina. No menciona semillas. Aquí está el texto».
saul: Llegó también a este lado de la frontera. Uso tu respuesta con tu permiso.
silvio: Toda tuya.
`,
  ),
  parseMessageScript(
    'seven/plantao',
    1.5,
    `
tadeu: Chegou um vídeo de enchente com data de ontem. O rio está baixo esta semana.
ubirata: Medição de hoje cedo: três metros abaixo da cota de alerta.
iracema: O barco do vídeo já não navega há um ano. Reconheço a pintura.
tadeu: Três sinais. Respondo: «O vídeo é antigo. Hoje o rio está abaixo do alerta, segundo a medição das sete».
tome: Muito bom. Só quem perguntou, ou programa também?
tadeu: No programa, sem mostrar o vídeo.
iracema: E amanhã medimos de novo.
`,
  ),
];
