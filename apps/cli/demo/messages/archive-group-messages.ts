import { parseMessageScript } from './message-script.js';

/** Messages of groups four (Archivo Vivo) and eight (Maíz y Memoria). */
export const ARCHIVE_GROUP_MESSAGES = [
  parseMessageScript(
    'four/fichas',
    80,
    `
efrain: Propongo una ficha mínima: qué es, de cuándo, de quién, quién puede verlo. Lo demás, después.
celia: Agregaría «cómo llegó aquí». En el archivo del barrio esa línea nos salvó dos veces.
nicandro: En la fonoteca anotamos también la lengua y quién habla, si quiere que se sepa.
efrain: Cinco líneas entonces, y la lengua cuando hay voz.
iracema: Para áudio uso o minuto em que muda o assunto. Ajuda a achar depois sem ouvir tudo.
cicero: Copiei. Nos álbuns de família o verso da foto vale mais que a frente.
celia: ¡Siempre fotografiar el reverso!
desmond: Also the box. I once dated a whole strike by the label on a biscuit tin.
`,
  ),
  parseMessageScript(
    'four/fichas',
    44,
    `
mateo: ¿Qué hacen cuando la fecha es «la época de la langosta»?
edelmira: La dejo así, entre comillas, y al lado pongo el intervalo probable.
mateo: ¿Y si las personas mayores no coinciden?
edelmira: Pongo las dos. Una ficha puede dudar.
desmond: In English we would say "circa" and pretend to be sure.
killa: Me gusta más «la época de la langosta».
efrain: Queda como regla: primero las palabras de quien recuerda.
`,
  ),
  parseMessageScript(
    'four/fichas',
    13,
    `
marcelino: Terminé treinta cuadernos de cabildo. El más viejo tiene una receta de tinta al final.
celia: ¿La probaste?
marcelino: La hicimos. Escribe bien y mancha mejor.
odalys: Tengo conexión por un rato: dejo aquí que avancé con doce entrevistas. Vuelvo en unos días.
efrain: Gracias, Odalys. Aquí te esperamos, sin apuro.
wilder: Pregunta: ¿guardan el video original o solo el que se mostró?
nicandro: Los dos, en lugares distintos. El mostrado es lo que la asamblea aprobó.
wilder: Tiene sentido. Entonces necesito otro disco.
`,
  ),
  parseMessageScript(
    'four/consentimiento',
    68,
    `
edelmira: Grabo el consentimiento en la misma lengua del relato. Dura un minuto y tiene tres preguntas.
benedita: Quais são?
edelmira: Quién puede oírlo, hasta cuándo, y cómo me avisas si cambias de idea.
benedita: A terceira é a mais bonita. Vou usar com as mais velhas.
mateo: ¿Y si la persona ya no está?
edelmira: Preguntamos a la familia y a la asamblea. Si no hay acuerdo, se guarda cerrado.
iracema: Aqui colocamos uma fita vermelha na caixa. Todo mundo entende que não é para abrir.
celia: Fita roja en la caja. Simple y bueno.
`,
  ),
  parseMessageScript(
    'four/consentimiento',
    29,
    `
benedita: A universidade pediu cópia do nosso acervo. Querem tudo e querem logo.
iracema: O que a comunidade quer?
benedita: Emprestar as músicas, não as reuniões.
efrain: Entonces el acuerdo empieza por esa frase, tal cual.
nicandro: Nosotros pusimos: préstamo por dos años, con nombre, y se devuelve también la copia.
benedita: «Devolver também a cópia». Anotado e sublinhado.
cicero: E pede que levem um técnico para consertar a tomada. Sempre funciona.
benedita: Assinaram! Músicas por dois anos. E consertaram a tomada.
`,
  ),
  parseMessageScript(
    'four/consentimiento',
    5,
    `
killa: Una señora quiere retirar una foto de la fiesta. Ya está impresa en un calendario.
edelmira: ¿Qué le gustaría a ella?
killa: Que no se use más. El calendario no le molesta, dice que sale bien.
efrain: Entonces: fuera del archivo, y una nota de que se retiró, sin decir por qué.
killa: Hecho hoy mismo. Le llevé un calendario de regalo.
celia: Así se retira una foto.
`,
  ),
  parseMessageScript(
    'eight/serie',
    75,
    `
itzel: Primer acuerdo de la serie: seis capítulos, seis lenguas, ninguna traducida encima de otra.
nicandro: O sea, primero suena entera la lengua y después el resumen.
lucrecia: En kʼicheʼ el capítulo sería sobre el telar. Las señoras ya están afinando.
xochitl: En náhuatl propongo el mercado de los domingos, con sus precios cantados.
mateo: En mam, la noche que llegó la radio. Mi papá lo cuenta en catorce minutos exactos.
ixchel: Yo cuido los resúmenes en español. Cortos, sin explicar de más.
wendell: The Garifuna chapter is a boat arriving. It needs silence at the start.
itzel: Silencio al inicio. Queda escrito.
`,
  ),
  parseMessageScript(
    'eight/serie',
    36,
    `
mateo: Mi papá escuchó su capítulo y pidió cambiar una palabra.
itzel: ¿Cuál?
mateo: Dije «pobres». Él dijo «con poca cosecha».
ixchel: Tiene razón. Cambio el resumen también.
lucrecia: Las señoras del telar aprobaron el suyo. Con una condición: que suene completo el final, aunque sea largo.
nicandro: Que suene completo. Son cuarenta segundos y valen.
xochitl: El del mercado tiene un perro de fondo. ¿Lo dejamos?
itzel: El perro se queda.
`,
  ),
  parseMessageScript(
    'eight/serie',
    8,
    `
itzel: Faltan dos sí: el capítulo de Wendell y el de Edilsa, que recién llega.
wendell: Mine is a yes. The captain heard it twice and asked for a third.
edilsa: Gracias por recibirme. En guna quisiera contar una mola que tardó un año.
nicandro: ¡Un séptimo capítulo!
itzel: Habíamos dicho seis, pero esto lo decide el grupo.
lucrecia: Por mí, sí.
xochitl: Sí.
mateo: Sí, y con su tiempo.
ixchel: Sí. Edilsa, cuéntame cuándo puedo oírlo para el resumen.
edilsa: El sábado grabamos. Cosiendo, que así hablan mejor.
`,
  ),
];
