import type { Language } from '../language.js';

export interface AccountText {
  email: string;
  password: string;
  passwordHint: string;
  name: string;
  nameHint: string;
  emailHint: string;
  forgot: { title: string; text: string; send: string; sentTitle: string; sent: string };
  reset: { title: string; text: string; save: string };
  confirm: { title: string; text: string; save: string; doneTitle: string; done: string };
  keep: { title: string; text: string; save: string; doneTitle: string; done: string };
  setUp: {
    title: string;
    text: string;
    /** Text for a staff account, whose link and code come from two people. */
    seatText: string;
    code: string;
    codeHint: string;
    save: string;
  };
  over: { title: string; text: string; again: string };
  signIn: string;
  problems: Record<AccountProblem, string>;
}

/** Error keys that the server can return for an input. */
export type AccountProblem =
  | ('passwordTooShort' | 'passwordCommon' | 'passwordSame' | 'tooLong')
  | ('mixedScripts' | 'malformed' | 'blank' | 'codeWrong');

export const ACCOUNT_TEXT: Record<Language, AccountText> = {
  es: {
    email: 'Correo',
    password: 'Contraseña nueva',
    passwordHint: '12 caracteres o más. Una frase larga que recuerdes sirve muy bien.',
    name: 'Nombre que quieres usar',
    nameHint: 'Puede ser un alias. Es como te verán las demás personas.',
    emailHint: 'Solo sirve para entrar y para avisarte que hay novedades. Nadie de la red lo ve.',
    forgot: {
      title: 'Elegir otra contraseña',
      text: 'Escribe el correo con el que entras. Si hay una cuenta con él, te llega un enlace que sirve durante una hora.',
      send: 'Enviar el enlace',
      sentTitle: 'Revisa tu correo',
      sent: 'Si ese correo tiene una cuenta, en unos minutos llega un enlace. Si no llega, mira en la carpeta de no deseados o prueba otra vez.',
    },
    reset: {
      title: 'Elige otra contraseña',
      text: 'Al guardarla se cierran todas tus sesiones abiertas, en todos los dispositivos. Si pediste borrar tu cuenta, ese pedido se cancela.',
      save: 'Guardar la contraseña',
    },
    confirm: {
      title: 'Confirma tu correo',
      text: 'Toca el botón si este correo es tuyo.',
      save: 'Este correo es mío',
      doneTitle: 'Tu correo quedó confirmado',
      done: 'Desde ahora entras con él.',
    },
    keep: {
      title: 'Conserva tu correo',
      text: 'Tu cuenta sigue con este correo, o vuelve a él. Se cierran tus sesiones en todos los dispositivos. Los demás enlaces y tu contraseña dejan de servir: en el paso siguiente eliges otra contraseña.',
      save: 'Conservar este correo',
      doneTitle: 'Tu cuenta tiene este correo',
      done: 'Cerramos todas las sesiones y tu contraseña de antes ya no sirve, porque quien pidió el cambio la conocía. Elige otra ahora.',
    },
    setUp: {
      title: 'Prepara tu cuenta',
      text: 'Estás entre las primeras personas de esta Trama. Elige cómo te llamamos y cómo entras.',
      seatText:
        'Dos personas de administración te reservaron un lugar: una te da el enlace y la otra un código. Escríbelo aquí y elige cómo te llamamos y cómo entras. Tu correo sirve para entrar cuando abras el enlace que te enviamos.',
      code: 'Código',
      codeHint: 'Te lo da la otra persona, en siete grupos de cuatro letras y números.',
      save: 'Crear mi cuenta',
    },
    over: {
      title: 'Este enlace ya no sirve',
      text: 'Cada enlace sirve por poco tiempo y una sola vez. Si ya lo usaste, no tienes que hacer nada más. Si era para elegir otra contraseña, pide otro aquí. Si era para otra cosa, pídelo donde lo pediste o a quien te lo dio.',
      again: 'Pedir un enlace para la contraseña',
    },
    signIn: 'Entrar',
    problems: {
      passwordTooShort: 'La contraseña necesita 12 caracteres o más.',
      passwordCommon: 'Esa contraseña es fácil de adivinar. Prueba con una frase tuya.',
      passwordSame: 'Es la contraseña que ya tienes. Elige otra.',
      tooLong: 'Es demasiado largo.',
      mixedScripts: 'Escribe tu nombre con letras de un solo alfabeto: aquí hay letras de otro.',
      malformed: 'Ese correo no se puede leer. Revisa cómo está escrito.',
      blank: 'Completa este campo.',
      codeWrong: 'Ese código no es el de este enlace. Revisa cómo está escrito.',
    },
  },
  pt: {
    email: 'E-mail',
    password: 'Senha nova',
    passwordHint: '12 caracteres ou mais. Uma frase longa que você lembre funciona muito bem.',
    name: 'Nome que você quer usar',
    nameHint: 'Pode ser um apelido. É assim que as outras pessoas verão você.',
    emailHint: 'Serve só para entrar e para avisar que há novidades. Ninguém da rede vê.',
    forgot: {
      title: 'Escolher outra senha',
      text: 'Escreva o e-mail com que você entra. Se houver uma conta com ele, você recebe um link que vale por uma hora.',
      send: 'Enviar o link',
      sentTitle: 'Olhe seu e-mail',
      sent: 'Se esse e-mail tem uma conta, em alguns minutos chega um link. Se não chegar, olhe na pasta de spam ou tente de novo.',
    },
    reset: {
      title: 'Escolha outra senha',
      text: 'Ao salvar, todas as suas sessões abertas são encerradas, em todos os aparelhos. Se você pediu para apagar sua conta, esse pedido é cancelado.',
      save: 'Salvar a senha',
    },
    confirm: {
      title: 'Confirme seu e-mail',
      text: 'Toque no botão se este e-mail é seu.',
      save: 'Este e-mail é meu',
      doneTitle: 'Seu e-mail foi confirmado',
      done: 'De agora em diante você entra com ele.',
    },
    keep: {
      title: 'Mantenha seu e-mail',
      text: 'Sua conta continua com este e-mail, ou volta a ele. Suas sessões são encerradas em todos os aparelhos. Os outros links e a sua senha deixam de valer: no passo seguinte você escolhe outra senha.',
      save: 'Manter este e-mail',
      doneTitle: 'Sua conta tem este e-mail',
      done: 'Encerramos todas as sessões, e sua senha de antes não vale mais, porque quem pediu a troca a conhecia. Escolha outra agora.',
    },
    setUp: {
      title: 'Prepare sua conta',
      text: 'Você está entre as primeiras pessoas desta Trama. Escolha como chamamos você e como você entra.',
      seatText:
        'Duas pessoas da administração reservaram um lugar para você: uma dá o link e a outra um código. Escreva o código aqui e escolha como chamamos você e como você entra. Seu e-mail vale para entrar depois que você abrir o link que enviamos.',
      code: 'Código',
      codeHint: 'Quem dá é a outra pessoa, em sete grupos de quatro letras e números.',
      save: 'Criar minha conta',
    },
    over: {
      title: 'Este link não vale mais',
      text: 'Cada link vale por pouco tempo e uma só vez. Se você já usou, não precisa fazer mais nada. Se era para escolher outra senha, peça outro aqui. Se era para outra coisa, peça onde você pediu ou a quem deu o link.',
      again: 'Pedir um link para a senha',
    },
    signIn: 'Entrar',
    problems: {
      passwordTooShort: 'A senha precisa de 12 caracteres ou mais.',
      passwordCommon: 'Essa senha é fácil de adivinhar. Tente uma frase sua.',
      passwordSame: 'É a senha que você já tem. Escolha outra.',
      tooLong: 'É longo demais.',
      mixedScripts: 'Escreva seu nome com letras de um só alfabeto: aqui há letras de outro.',
      malformed: 'Não dá para ler esse e-mail. Confira como está escrito.',
      blank: 'Preencha este campo.',
      codeWrong: 'Esse código não é o deste link. Confira como está escrito.',
    },
  },
  en: {
    email: 'Email',
    password: 'New password',
    passwordHint: '12 characters or more. A long sentence that you remember works very well.',
    name: 'Name you want to use',
    nameHint: 'An alias is fine. It is how other people will see you.',
    emailHint:
      'Only for signing in and for telling you that there is news. No one in the network sees it.',
    forgot: {
      title: 'Choose another password',
      text: 'Type the email you sign in with. If it has an account, we’ll send a link that works for one hour.',
      send: 'Send the link',
      sentTitle: 'Check your email',
      sent: 'If that email has an account, a link arrives within minutes. If it does not, look among the junk or try again.',
    },
    reset: {
      title: 'Choose another password',
      text: 'Saving it ends all your open sessions, on every device. If you asked to delete your account, that request is cancelled.',
      save: 'Save the password',
    },
    confirm: {
      title: 'Confirm your email',
      text: 'Tap the button if this email is yours.',
      save: 'This email is mine',
      doneTitle: 'Your email is confirmed',
      done: 'From now on you sign in with it.',
    },
    keep: {
      title: 'Keep your email',
      text: 'Your account stays with this email, or goes back to it. Your sessions end on every device. Your password and any other links stop working; you choose a new password in the next step.',
      save: 'Keep this email',
      doneTitle: 'Your account has this email',
      done: 'We ended all sessions. Your old password no longer works, since whoever asked for the change knew it. Choose another one now.',
    },
    setUp: {
      title: 'Set up your account',
      text: 'You are among the first people of this Trama. Choose what we call you and how you sign in.',
      seatText:
        'Two administrators reserved a place for you: one gives you the link, the other a code. Type the code here, and choose what we call you and how you sign in. You can sign in with your email once you open the link we send you.',
      code: 'Code',
      codeHint: 'The other person gives it to you, in seven groups of four letters and numbers.',
      save: 'Create my account',
    },
    over: {
      title: 'This link no longer works',
      text: 'Each link works once and for a short time. If you already used it, there is nothing more to do. If it was to choose a password, ask for another here. If it was for something else, ask where you asked before, or whoever gave it to you.',
      again: 'Ask for a password link',
    },
    signIn: 'Sign in',
    problems: {
      passwordTooShort: 'The password needs 12 characters or more.',
      passwordCommon: 'That password is easy to guess. Try a sentence of your own.',
      passwordSame: 'That is the password you already have. Choose another.',
      tooLong: 'It is too long.',
      mixedScripts: 'Write your name in letters of one alphabet: some here are of another.',
      malformed: 'We cannot read that email. Check how it is written.',
      blank: 'Fill in this field.',
      codeWrong: 'That is not the code of this link. Check how it is written.',
    },
  },
};
