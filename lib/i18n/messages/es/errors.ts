import type { Translated } from '../../translated.ts'
import type en from '../en/errors.ts'

export default {
  heading: 'Hay un problema',
  word: 'Error:',
  title: 'Error: {title}',
  country: { missing: 'Elige el país o la región donde vives' },
  adult: { missing: 'Dinos si tienes 18 años o más' },
  affiliated: { missing: 'Dinos si tú o alguien de tu casa trabaja para Binance o esta campaña' },
  binanceUser: { missing: 'Dinos si usas Binance, o elige «Prefiero no decirlo»' },
  postUrl: { missing: 'Escribe el enlace a tu publicación' },
  postText: { 'too-long': 'El texto de tu publicación puede tener hasta {max} caracteres. Este tiene {count}' },
  story: {
    missing: 'Escribe tu historia',
    'too-short': 'Tu historia debe tener al menos {min} caracteres. Tiene {count}',
    'too-long': 'Tu historia puede tener hasta {max} caracteres. Tiene {count}',
  },
  storyLanguage: { missing: 'Elige el idioma en que está escrita tu historia' },
  themes: { 'too-many': 'Elige {max} como máximo' },
  othersShown: { missing: 'Dinos si se puede reconocer a otras personas' },
  displayName: {
    missing: 'Escribe un nombre o apodo para llamarte',
    'too-long': 'El nombre puede tener hasta {max} caracteres. Tiene {count}',
  },
  email: {
    missing: 'Escribe tu correo electrónico',
    invalid: 'Escribe un correo electrónico como nombre@example.com',
    'too-long': 'Un correo electrónico puede tener hasta {max} caracteres. Este tiene {count}',
  },
  mailLanguage: { missing: 'Elige el idioma de nuestros correos' },
  phrase: {
    'too-short': 'La frase debe tener al menos {min} caracteres, o quedar vacía. Tiene {count}',
    'too-long': 'La frase puede tener hasta {max} caracteres. Tiene {count}',
  },
  needs: { 'too-long': 'Esto puede tener hasta {max} caracteres. Tiene {count}' },
  acceptRules: { missing: 'Marca la casilla para aceptar las bases. Sin ella no podemos aceptar una participación' },
  permitReading: { missing: 'Marca la casilla para que podamos leer tu participación. Sin leerla no podemos valorarla' },
  film: {
    missing: 'Elige qué te parece una película',
    'words-missing': 'Escribe qué debería ser distinto',
    'words-too-long': 'Puede tener hasta {max} caracteres. Tiene {count}',
    stopped: 'Esta película está detenida. Ahora no se puede aceptar nada',
    'not-asked': 'Aquí nada espera tu respuesta. Abre tu película otra vez para ver cómo va',
    changed: 'La película cambió mientras la mirabas, así que no guardamos tu respuesta. Esta página la muestra como es ahora',
  },
  answer: {
    missing: 'Escribe tu respuesta',
    'too-long': 'Tu respuesta puede tener hasta {max} caracteres. Tiene {count}',
  },
  appeal: {
    missing: 'Escribe por qué tu participación debería entrar en el concurso',
    'too-short': 'Este texto debe tener al menos {min} caracteres. Tiene {count}',
    'too-long': 'Este texto puede tener hasta {max} caracteres. Tiene {count}',
    'not-possible': 'No hay ninguna decisión sobre esta participación que puedas reclamar',
    already: 'Ya has reclamado. Cada participación admite una sola reclamación',
    'too-late': 'El plazo para reclamar terminó el {closesAt}',
  },
  erase: { missing: 'Marca la casilla para decir que quieres borrarlo todo' },
  edit: {
    'too-late':
      'Tu participación ya no se puede cambiar, porque ha empezado la lectura o ya no está en el concurso. Copia lo que escribiste si quieres conservarlo',
    closed: 'El plazo terminó el {closesAt} y tu participación ya no se puede cambiar. Copia lo que escribiste si quieres conservarlo',
  },
  withdraw: { 'too-late': 'Esta participación ya no está en el concurso, así que no se puede retirar' },
  restore: {
    'not-withdrawn': 'Esta participación no está retirada',
    'too-late': 'El plazo para volver ha terminado',
    'post-taken':
      'La publicación de esta participación se ha inscrito de nuevo desde que la retiraste. Solo puede participar una de las dos',
  },
  permission: {
    'needs-withdrawal': 'Sin este permiso no podemos valorar una participación. Para quitarlo, retira tu participación',
    unknown: 'Elige una de las respuestas de esta página',
  },
  claim: {
    'code-missing': 'Escribe las ocho cifras del código que te enviamos por correo',
    'code-wrong': 'Este código es incorrecto, ya se usó o tiene más de diez minutos. Pide uno nuevo',
    'code-tries': 'Se probaron demasiados códigos. Espera {minutes} minutos y pide un código nuevo',
    'code-limit': 'Ya hemos enviado varios códigos. Espera {minutes} minutos antes de pedir otro',
    'kind-missing': 'Elige dónde quieres recibir el pago',
    uid: 'Escribe tu ID de usuario de Binance: de 6 a 12 cifras, sin letras',
    'network-missing': 'Elige la red de la dirección',
    address: 'Esto no es una dirección de la red elegida. Cópiala otra vez desde tu monedero',
    checksum: 'Una letra de esta dirección está mal. Cópiala otra vez desde tu monedero',
    secret:
      'Esto parece una frase semilla o una clave privada. La hemos borrado y no hemos guardado nada. No se la des a nadie: quien la tiene, tiene tu dinero. Escribe solo un ID o una dirección',
    'not-understood': 'Marca la casilla para decir que has comprobado adónde va el dinero',
    'not-open': 'Este premio no se puede reclamar ni cambiar ahora. Abre la página de tu participación para ver cómo va',
    'no-longer': 'Este premio ya no se puede rechazar. Abre la página de tu participación para ver cómo va',
  },
  report: {
    missing: 'Escribe qué está mal',
    'too-short': 'Este texto debe tener al menos {min} caracteres. Tiene {count}',
    'too-long': 'Este texto puede tener hasta {max} caracteres. Tiene {count}',
    source: 'Escribe una dirección web completa, como https://example.com/articulo, o deja esto vacío',
  },
  choice: { unknown: 'Elige una de las respuestas de esta página' },
  text: {
    forbidden:
      '{character, select, direction {Aquí hay un signo invisible que cambia la dirección de la escritura ({codePoint}) y podría hacer que tus palabras se lean de otra forma. Borra el texto y escríbelo otra vez} surrogate {Aquí hay medio carácter, quizá de una copia incompleta ({codePoint}). Bórralo y escríbelo otra vez} replacement {Aquí hay un carácter que se perdió por el camino ({codePoint}). Bórralo y escríbelo otra vez} other {Aquí hay un carácter de control invisible que no podemos guardar ({codePoint}). Borra el texto que lo rodea y escríbelo otra vez}}',
    'too-heavy': 'Aquí hay demasiados acentos o partes de emoji apilados unos sobre otros. Quita algunos',
  },
  form: {
    trap: 'Deja vacía la casilla «Sitio web» y envía el formulario otra vez. Está ahí para detectar programas',
    limit:
      'Han llegado demasiadas respuestas desde tu red en poco tiempo. Espera {minutes} e inténtalo de nuevo. Lo que escribiste sigue aquí',
    minutes: '{count, plural, one {un minuto} other {# minutos}}',
    fault:
      'No hemos podido guardar esto: algo ha fallado por nuestra parte. Lo que escribiste sigue aquí. Inténtalo de nuevo en unos minutos. Si vuelve a pasar, dinos este número: {reference}',
  },
  draft: {
    missing: 'No encontramos la parte anterior de tu participación en este navegador. Copia lo que escribiste aquí y empieza de nuevo',
    sent: 'Esta participación ya se envió. Lo que cambiaste aquí no se ha añadido',
    incomplete: 'Aún faltan algunas respuestas. Repásalas una vez más',
    other: 'Esta página pertenece a una participación anterior de este navegador. Revisa las respuestas de abajo y envíalas',
  },
  campaign: {
    stopped:
      'Hemos dejado de recibir participaciones por un tiempo. Esto no se envió. Lo que escribiste se guarda aquí: inténtalo más tarde',
    closed: 'El plazo terminó el {closesAt}. Esto no se ha enviado. Lo que escribiste sigue aquí para que puedas copiarlo',
    'not-open': 'El plazo empieza el {opensAt}. Esto no se ha enviado. Lo que escribiste sigue aquí',
  },
  limit: {
    reached: 'Han llegado demasiadas participaciones con este correo. Espera {minutes} y vuelve a enviarla. Tus respuestas están a salvo',
  },
  send: {
    slow: 'Ahora mismo llegan muchas más historias de lo habitual. Espera medio minuto y pulsa el botón otra vez. Tus respuestas están a salvo',
  },
  region: { closed: 'No podemos aceptar participaciones desde donde vives' },
  post: {
    own: 'Ya has participado con esta publicación. Tu referencia es {reference}. Pide el enlace a tu participación',
    taken: 'Esta publicación ya participa. Escribe el enlace a otra publicación',
    mine: 'Si esta publicación es tuya, puedes reclamarla y enviar tu historia de todos modos',
  },
  rules: { changed: 'Las bases han cambiado desde que las aceptaste. Léelas y acéptalas de nuevo' },
  question: {
    answered: 'Ya tenemos una respuesta a esta pregunta',
    closed: 'Esta pregunta ya no se puede responder',
  },
  entry: {
    missing: 'Ya no encontramos esta participación o esta pregunta. Copia lo que escribiste y abre el enlace de nuestro último correo',
    changed:
      'Tu participación ha cambiado desde que abriste esta página. No se ha guardado nada. Revisa lo que hay aquí y guarda otra vez para sustituirla',
  },
  share: { 'not-eligible': 'Con estas respuestas no puedes participar' },
} satisfies Translated<typeof en>
