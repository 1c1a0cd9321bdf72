import type { Translated } from '../../translated.ts'
import type en from '../en/verify.ts'

export default {
  pageTitle: '{title} | Humans of Binance',
  title: '¿Este mensaje es nuestro?',
  lead: 'Cada correo que enviamos termina con un código propio. Escríbelo aquí y te decimos si es nuestro.',
  code: 'Código del mensaje',
  codeHint: 'Doce letras y cifras, como <ltr>7K2M-9XQD-B4TR</ltr>. Las minúsculas y los espacios no importan.',
  button: 'Comprobar el código',
  missing: 'Escribe el código del mensaje',
  genuine: {
    title: 'Este código es auténtico',
    entry: 'Auténtico: enviamos este mensaje el {date}, sobre la participación que termina en <ltr>{ending}</ltr>.',
    other: 'Auténtico: enviamos este mensaje el {date}. No trata de una participación enviada.',
    compare:
      'Un código se puede copiar en un mensaje falso. Comprueba que coinciden la fecha y el final de tu referencia, y que el mensaje repite tu frase si elegiste una.',
  },
  unknown: {
    title: 'No hemos enviado este mensaje',
    text: 'Ningún mensaje nuestro lleva el código <ltr>{code}</ltr>.',
    again:
      'Compáralo otra vez con el mensaje. Nuestros códigos no tienen <ltr>0</ltr>, <ltr>1</ltr>, <ltr>I</ltr>, <ltr>L</ltr>, <ltr>O</ltr> ni <ltr>U</ltr>.',
    dont: 'Si lo has escrito tal como aparece, el mensaje no es nuestro. No abras sus enlaces ni lo respondas.',
  },
  signs: {
    title: 'Cómo reconocer un mensaje nuestro',
    code: 'Termina con un código que esta página conoce.',
    phrase: 'Repite tu frase, si elegiste una al participar.',
    asks: 'Nunca pide una contraseña, una frase semilla ni un pago.',
    link: 'Nunca tienes que usar sus enlaces: la dirección de este sitio, escrita por ti, lleva a las mismas páginas.',
  },
  noCode: 'Un correo sin código no es nuestro, lleve el nombre que lleve.',
} satisfies Translated<typeof en>
