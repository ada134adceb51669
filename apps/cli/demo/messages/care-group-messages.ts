import { parseMessageScript } from './message-script.js';

/** Messages of groups two (Casa de Agua) and six (Letra Grande). */
export const CARE_GROUP_MESSAGES = [
  parseMessageScript(
    'two/cuidados',
    84,
    `
steward2: Este lugar es para aprender unas de otras. Contamos situaciones, nunca nombres ni lugares.
jussara: Obrigada por abrir. Aqui a gente começa sempre perguntando: você dormiu?
fidel: Empiezo igual: agua, comida, sueño. Después el teléfono.
rayen: ¿Tienen algo en lectura fácil para esa primera conversación?
steward2: Una hoja de cinco preguntas. Te la leo en la próxima llamada y la mejoras tú.
ixchel: La quinta pregunta es mi favorita: «¿a quién quieres avisar, y a quién no?».
jussara: Essa segunda parte muda tudo.
`,
  ),
  parseMessageScript(
    'two/cuidados',
    40,
    `
alba: Una compañera quiere cambiar todas sus claves hoy. Está muy cansada.
fidel: Yo haría solo una hoy: la del correo. Lo demás puede esperar a mañana.
alba: Eso le dije y respiró.
ikiam: Y que anote en papel qué cambió y cuándo. El papel no se queda sin batería.
steward2: Recordemos preguntarle dónde guarda ese papel.
alba: Lo guardó su hermana. Mañana seguimos con la copia de seguridad.
jussara: Que bom que ela não está sozinha. Você também não, Alba.
alba: Gracias. Me tomo la tarde.
`,
  ),
  parseMessageScript(
    'two/cuidados',
    6,
    `
rayen: Probé la hoja de cinco preguntas con tres personas. Dos no entendieron la palabra «dispositivo».
steward2: ¿Qué palabra propones?
rayen: «Teléfono, tableta o computadora». Es más larga y se entiende.
member1: En radio también funciona mejor así.
ixchel: La paso al kaqchikel esta semana.
rayen: También cambié el dibujo: antes parecía un candado de cárcel.
steward2: Buen ojo. Un candado no siempre da calma.
`,
  ),
  parseMessageScript(
    'two/turnos',
    20,
    `
steward2: Turnos de esta quincena: Fidel hasta el jueves, Jussara el fin de semana, yo el lunes.
jussara: Confirmo. Sábado de manhã fico sem sinal duas horas.
ikiam: Te cubro esas dos horas.
fidel: Yo descanso desde el viernes. De verdad descanso: apago.
steward2: Así se hace.
`,
  ),
  parseMessageScript(
    'two/turnos',
    2,
    `
steward2: ¿Quién puede tomar el miércoles?
alba: Yo puedo de tarde.
member1: Yo hasta el mediodía; después tengo programa.
steward2: Queda entonces: Maritza de mañana, Alba de tarde. Gracias.
`,
  ),
  parseMessageScript(
    'six/pruebas',
    66,
    `
rayen: Traigo un texto sobre copias de seguridad. Cada frase tiene menos de quince palabras.
bruno: Con lector de pantalla se oye bien. Solo la tabla se pierde: lee «columna uno» sin decir qué es.
rayen: ¿La cambio por una lista?
bruno: Sí, una lista con dos puntos. Suena como una receta.
rumi: En señas «copia» se confunde con «imitar». Propongo mostrar dos cajas.
orlanda: Yo dibujo las dos cajas con trazo grueso, para imprimir barato.
otavio: Em Libras também usamos duas caixas. Podemos gravar juntos?
rumi: Me encantaría. Un minuto, dos lenguas de señas, las mismas cajas.
ramiro: Lo pruebo en la escuelita el viernes.
`,
  ),
  parseMessageScript(
    'six/pruebas',
    38,
    `
ramiro: Resultado de la escuelita: entendieron todo menos «nube».
yunior: Normal, aquí la nube casi nunca está.
ramiro: Alguien preguntó si la nube se moja.
rayen: Me quedo con esa pregunta para el próximo taller. ¿Qué palabra usaron al final?
ramiro: «La computadora de otra persona». Les pareció claro y un poco preocupante.
bruno: Es exactamente eso.
davi: Vou usar em português também: «o computador de outra pessoa».
orlanda: Corrijo el dibujo: quito la nube y pongo una casa ajena.
`,
  ),
  parseMessageScript(
    'six/pruebas',
    7,
    `
orlanda: Va la versión nueva: letra de 16, sin cursivas, enlaces que dicen a dónde llevan.
bruno: Probado con teclado. Un solo enlace decía «aquí»; el resto muy bien.
orlanda: Corregido: «Guía para imprimir, 2 páginas».
yunior: ¿Cuánto pesa?
orlanda: 48 KB.
yunior: Entonces llega a todas partes.
otavio: O vídeo com as duas caixas ficou pronto. Rumi sinaliza primeiro, eu depois.
rumi: Y al final nos reímos, pero eso lo cortamos.
rayen: ¡No lo corten!
`,
  ),
  parseMessageScript(
    'six/pruebas',
    1.2,
    `
davi: Alguém já descreveu um gráfico de barras em áudio? Tenho quatro números.
bruno: Empieza por la conclusión y luego di los números de mayor a menor.
davi: «A maioria perguntou sobre remédio; depois, sobre prazo.» Assim?
bruno: Así. Y el dato exacto al final, para quien lo quiera.
ramiro: Yo agregaría cuánta gente es «la mayoría».
davi: Doze de vinte. Coloco no fim.
`,
  ),
];
