import { parseMessageScript } from './message-script.js';

/** Messages of group one (Río Arriba). */
export const RIVER_GROUP_MESSAGES = [
  parseMessageScript(
    'one/verificacion',
    96,
    `
steward1: Abro este canal para lo que hay que comprobar. Traigan el texto o cuenten el audio con sus palabras; no hace falta decir quién lo envió.
benicio: Bom jeito. Aqui a gente anota a semana, a língua e mais ou menos por onde passou.
iracema: Tenho uma tabela de quatro colunas. Posso dividir o modelo com vocês.
steward1: Sí, por favor. Que sea corta, para llenarla desde el teléfono.
iracema: Está assim: o que diz, em que língua, desde quando, o que sabemos. Mais nada.
wilder: ¿Y si no sabemos nada todavía?
iracema: Escreve «ainda não sabemos». Também é uma resposta.
sarita: Me gusta. En asamblea eso se agradece más que un apuro.
`,
  ),
  parseMessageScript(
    'one/verificacion',
    61,
    `
nelly: Llegó un texto que dice que el agua de la escuela está «prohibida desde hoy». No tiene sello ni fecha.
ikiam: Aquí también, pero con otro nombre de escuela. El mismo texto, cambiado.
nelly: Entonces es una plantilla. Llamo mañana a la junta de agua y pregunto si hay algún aviso.
deiby: En este lado circuló hace un mes con la palabra «río» en vez de «escuela».
steward1: Anoto: tres versiones, ningún aviso oficial. Esperamos a la junta antes de decir nada.
nelly: Respondió la junta: no hay prohibición, hay limpieza del tanque el jueves.
steward1: Perfecto. Respuesta corta: «El jueves limpian el tanque. Guarda agua el miércoles. Lo dice la junta».
nelly: La grabo en kichwa esta tarde.
ikiam: Yo en shuar.
`,
  ),
  parseMessageScript(
    'one/verificacion',
    33,
    `
tadeu: Circula uma foto de máquina na mata, dizem que é desta semana. A placa do caminhão não é daqui.
iracema: Vi a mesma foto num boletim de dois anos atrás. Vou procurar o número.
tadeu: A sombra também não bate com a época de chuva.
member1: Por aquí no ha llegado. ¿La nombramos o esperamos?
iracema: Achei. É de outro estado e tem mais de dois anos.
tadeu: Então respondo só a quem perguntou. Se a gente publica, a foto anda mais.
steward1: De acuerdo. Queda en la tabla como «foto vieja, de otro lugar».
jaciara: Posso usar o caso na oficina de jovens, sem a foto?
tadeu: Pode. Conta a história da sombra, eles gostam.
`,
  ),
  parseMessageScript(
    'one/verificacion',
    9,
    `
member1: Este sábado leímos al aire cinco dudas. Cuatro eran sobre vacunas y una sobre el censo.
marcelino: Acá también preguntan por el censo: si contar las casas sirve para quitar tierra.
member1: ¿Alguien tiene una respuesta que ya haya funcionado?
marcelino: En el cabildo dijimos: «El censo cuenta personas, no cambia linderos». Y leímos la frase de la norma.
benicio: Posso traduzir para português e tikuna se me mandarem a frase exata.
marcelino: Te la paso escrita hoy, con el número del artículo.
member1: Y yo preparo la versión en shipibo con mi tía, que corrige mejor que nadie.
benicio: Traga sua tia para este canal!
member1: Dice que ella no usa canales, que la llamen por radio.
`,
  ),
  parseMessageScript(
    'one/verificacion',
    0.21,
    `
steward1: Llegó a dos comunidades el audio que dice que el censo quita tierras. Es el mismo de marzo.
benicio: Aqui também. Tenho a versão em português e sei por quais três rádios passou.
member1: ¿Es la misma voz?
benicio^1: A mesma voz e o mesmo galo no fundo. Ouvi duas vezes.
iracema: O galo já é nossa melhor testemunha. || 😂 member1 benicio steward1 · 🐓 member4
member4: En mi zona lo oyeron ayer, pero cortado. Falta el final, donde se contradice.
steward1: Ese dato sirve. ¿Puedes contarnos en una línea qué dice el final?
member4^1: Dice que «solo cuentan a quien quiere». O sea, que no quita nada a nadie. || 👏 benicio iracema
benicio: Então a resposta é: é de março, está cortado, e o final diz o contrário. O texto vai aqui. ++ resposta-censo.pdf || 👍 member1 steward1 member4 · 📌 steward1
member1: Yo lo paso al shipibo y lo leemos el sábado.
steward1: Gracias a todas las orillas. Nada de reenviar el audio, por favor. || 💚 iracema member1
`,
  ),
  parseMessageScript(
    'one/avisos',
    47,
    `
steward1: Aviso: el sábado no hay luz en media cuenca. Si su programa es grabado, mándenlo a la radio vecina el viernes.
wilder: El mío sale por la radio de Sarita, ya quedamos.
sarita: Confirmado. También puedo recibir uno más de veinte minutos.
yara: Mando o nosso na sexta cedo, em arquivo pequeno.
steward1: Gracias. Quien no pueda, avise aquí y buscamos.
yara: Chegou inteiro? Cortei a música para pesar menos.
sarita: Llegó entero y suena bien.
`,
  ),
  parseMessageScript(
    'one/avisos',
    15,
    `
deiby: Aviso de hoy: dicen que cierran el paso del río mañana. La capitanía no sabe nada.
steward1: ¿Quién lo dice?
deiby: Un mensaje sin firma. Llamé dos veces, nadie lo confirma.
benicio: Do lado de cá a balsa sai no horário de sempre. Falei com o dono.
steward1: Respuesta para hoy: «Hasta las cinco de la tarde nadie ha anunciado un cierre. Preguntamos en los dos lados».
deiby: Lo leo a las seis y a las ocho.
nelly: Bien puesta la hora. Mañana ya será otra cosa.
deiby: Actualizo: la lancha salió normal. Cierro el aviso.
`,
  ),
  parseMessageScript(
    'one/avisos',
    1.6,
    `
deiby: ¿Quién me pasa los teléfonos de las comunicadoras del otro lado? Los necesito hoy.
member1: Esos números no los damos aquí. Si quieres, les pregunto yo.
deiby: No tengo tiempo de preguntar. Ya tengo dos y leo al aire los que falten.
nelly: Así no. Hay gente que se cuida por una razón.
deiby: Nelly, te escribo hasta que me los pases.
`,
  ),
  parseMessageScript(
    'one/avisos',
    0.4,
    `
ikiam: Mañana por la tarde actualizo los equipos de dos emisoras. Si algo deja de sonar, es por eso.
member1: ¿A qué hora? Grabamos a las cuatro.
ikiam: Empiezo a las cinco, entonces.
member1: Gracias. Te guardo masato.
ikiam: Con eso sí trabajo contento.
`,
  ),
  parseMessageScript(
    'one/traducciones',
    72,
    `
jaciara: Preciso de ajuda com «fonte». Em macuxi a palavra que temos é «de onde vem a água».
sarita: En asháninka usamos «quién lo vio».
member1: En shipibo mi tía dice «la boca de donde salió».
jaciara: Gostei de «quem viu». Vou testar na roda de amanhã.
steward1: Hagamos una lista de diez palabras: fuente, rumor, prueba, fecha, permiso…
yara: Em baniwa «permissão» é quase «pedir a mão». Fica bonito no rádio.
jaciara: A roda aprovou «quem viu». Saiu até desenho. ++ desenho-quem-viu.png
sarita: ¡Comparte el dibujo en el encuentro!
`,
  ),
  parseMessageScript(
    'one/traducciones',
    24,
    `
benicio: Terminei a resposta do censo em tikuna. Um minuto e dez segundos.
iracema: Ouvi. Está clara. Só o número da lei está rápido demais.
benicio: Regravo mais devagar.
member2: Se quiserem, limpo o chiado. Tenho um filtro que não estraga a voz.
benicio: Aceito. Mando o original e você devolve sem mudar o nome do arquivo?
member2: Combinado. Nome igual, com «limpo» no fim.
iracema: E guardamos os dois, o chiado também conta onde foi gravado.
`,
  ),
  parseMessageScript(
    'one/traducciones',
    4,
    `
member4: Buenas, soy nueva aquí. Puedo traducir al shuar y hago boletines de un minuto.
steward1: Te damos la bienvenida, Rosalía. Aquí vamos despacio y en confianza.
ikiam: Qué bueno, ya no seré la única voz shuar. ¿Empezamos con la lista de diez palabras?
member4: Sí. La de «rumor» me hizo pensar toda la noche.
ikiam: ¿Qué encontraste?
member4: «Palabra que camina sola». Mi abuela la entendió enseguida.
benicio: Palavra que anda sozinha. Vou contar isso no programa, com sua licença.
member4: Con gusto.
`,
  ),
];
