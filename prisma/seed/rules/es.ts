import type { RulesSection } from '#lib/campaign/schema.ts'

/** Version 1 of the rules in Spanish. */
export const spanish: readonly RulesSection[] = [
  {
    id: 'who-can-enter',
    heading: 'Quién puede participar',
    paragraphs: [
      'Puedes participar si tienes 18 años o más. Donde la mayoría de edad llega después de los 18, cuenta esa edad.',
      'No puedes participar si trabajas para Binance o para esta campaña, ni si vives con alguien que lo hace.',
      'La ley cambia de un país a otro. En cada país ocurre una de tres cosas: puedes participar; puedes participar, pero no se puede entregar premio; o no puedes participar. Todavía no se ha anunciado qué países son. El formulario te dice qué vale donde vives antes de guardar nada de lo que escribiste.',
      'Participar no cuesta nada. No hace falta usar Binance ni tener criptomonedas.',
    ],
  },
  {
    id: 'how-to-enter',
    heading: 'Cómo participar',
    paragraphs: [
      'Cuenta tu historia en una publicación pública con la etiqueta #HumansOfBinance, en uno de los sitios que nombra el formulario. Después envíanos el enlace a esa publicación y responde a la breve encuesta de este sitio.',
      'La publicación tiene que hacerse mientras el plazo está abierto. Se abrió el 3 de septiembre de 2025. La fecha de cierre todavía no se ha anunciado; aparecerá aquí y en la página de tu participación.',
      'Para la fecha de cierre cuenta el momento en que tu participación nos llega, según nuestro reloj. Has participado cuando recibes una referencia como HB-7K2M-9XQD.',
      'Deja la publicación pública y con la etiqueta hasta que salgan los resultados. Una participación no es válida si no encontramos su publicación o no podemos abrirla sin seguirte, si falta la etiqueta o si la publicación se hizo en otro momento.',
      'Di en tu publicación que participas en un concurso organizado por Binance.',
    ],
  },
  {
    id: 'one-post-one-entry',
    heading: 'Una publicación, una participación',
    paragraphs: [
      'Con una publicación se participa una sola vez, se escriba como se escriba su enlace. Otra historia necesita otra publicación.',
      'Si alguien ha participado con una publicación tuya, dínoslo. Una persona lo revisará.',
    ],
  },
  {
    id: 'what-we-look-for',
    heading: 'Qué buscamos',
    paragraphs: [
      'Cada persona que lee da a cada historia de uno a cinco puntos en cinco preguntas. No todas pesan lo mismo; juntas suman 100.',
      'Verdad humana, 30: ¿hay una persona real, en momentos que podemos imaginar? Un eslogan no es una historia.',
      'Cambio, 25: ¿cómo era todo antes, qué ocurrió, qué hizo falta y cómo es ahora?',
      'Relación con el tema, 15: ¿son las criptomonedas una herramienta en esta vida? Hablar de precios o ganancias no suma nada.',
      'Utilidad para otros, 15: ¿puede alguien aprender de ella o tomar ánimo?',
      'Adecuada para un corto, 15: ¿hay escenas que dibujar y una voz que escuchar?',
      'El idioma, la ortografía, el estilo, la calidad de las imágenes y el número de seguidores no dan ni quitan puntos.',
      'La historia tiene que ser tuya y verdadera. No podemos aceptar una que sea de otra persona, que anuncie algo, prometa ganancias o diga a la gente qué hacer con su dinero, que pueda ponerte en peligro a ti o a otros, o que muestre a personas reconocibles que no están de acuerdo.',
    ],
  },
  {
    id: 'how-entries-are-read',
    heading: 'Cómo se leen las participaciones',
    paragraphs: [
      'Primero comprobamos que tu publicación se abre, lleva la etiqueta, se hizo a tiempo y no pone a nadie en peligro. Si necesitamos algo de ti, te lo pedimos por correo y decimos para qué día.',
      'Después leen tu historia al menos dos personas, cada una por su cuenta. No ven tu nombre, tu dirección, tu país, el enlace, tus imágenes ni cuánta gente te sigue.',
      'Ninguna historia se selecciona antes de que la hayan leído al menos tres personas, una de ellas independiente de quienes organizan.',
      'Dos personas publican juntas los resultados, para todo el mundo en el mismo momento. Todas las personas que participan reciben una respuesta. La fecha de los resultados todavía no se ha anunciado; aparecerá aquí y en la página de tu participación.',
    ],
  },
  {
    id: 'prize-pool',
    heading: 'El fondo de premios',
    paragraphs: [
      'Las personas seleccionadas se reparten 8.000 USDC. USDC es una criptomoneda: lo que vale en el dinero que usas puede cambiar.',
      'Todavía no se ha decidido cómo se reparte el fondo ni a cuántas personas se selecciona. Ambas cosas aparecerán aquí y en la página de tu participación.',
      'Si en tu país no se puede entregar premio, tu historia se lee como las demás y también puede convertirse en un corto.',
      'Las participaciones que más nos inspiran se convierten en cortos animados, que se muestran en los canales de Binance de todo el mundo. Un corto se hace solo si estás de acuerdo, y decir que no no cambia los puntos de tu historia.',
    ],
  },
  {
    id: 'what-you-keep',
    heading: 'Qué sigue siendo tuyo',
    paragraphs: [
      'Tu historia sigue siendo tuya. Lo que nos das es un permiso solo para esta campaña, y no es exclusivo: puedes contar, publicar y vender tu historia donde quieras.',
      'Para participar nos permites leer y valorar tu publicación y tus respuestas. Todo lo demás lo decides tú, cosa por cosa: un corto, mostrar tu publicación, publicar tu nombre, novedades por correo.',
      'Si va a haber un corto, te pedimos el sí dos veces: para el guion gráfico y para el corto terminado. Sin los dos no se muestra.',
      'Puedes retirar cada uno de estos permisos, o tu participación entera, en cualquier momento.',
    ],
  },
  {
    id: 'reaching-you',
    heading: 'Si no podemos contactar contigo',
    paragraphs: [
      'Te escribimos a la dirección que nos diste. Cada mensaje nuestro lleva un código que puedes comprobar en este sitio.',
      'Si te preguntamos algo sobre tu participación y no hay respuesta el día que dijimos, la participación no es válida.',
      'Si recibes un premio, tienes que reclamarlo dentro de un plazo que todavía no se ha anunciado; aparecerá aquí y en la página de tu participación. Un premio que no se reclama a tiempo pasa a la siguiente persona de la lista de reserva.',
    ],
  },
  {
    id: 'tax-and-checks',
    heading: 'Impuestos y comprobaciones',
    paragraphs: [
      'Antes de pagar un premio puede que tengamos que comprobar quién eres y si la ley nos permite pagarte. Esto lo pedimos solo a las personas seleccionadas. Nunca pedimos una contraseña, una frase semilla ni dinero.',
      'Un premio puede pagar impuestos donde vives. Declararlos y pagarlos te corresponde a ti, y puede que tengas que rellenar un formulario para ello.',
    ],
  },
  {
    id: 'general-notice',
    heading: 'Aviso general',
    paragraphs: [
      'Este concurso se anuncia a todo el mundo por igual. Puede que los productos y servicios de Binance que se mencionan en este sitio no se ofrezcan donde vives.',
      'Nada de lo que dice aquí es un consejo sobre dinero ni una oferta de compra o de venta.',
      'Los sitios donde la gente publica no toman parte en este concurso ni responden de nada en él. A tu publicación se le aplican sus propias condiciones.',
      'Las bases están escritas en inglés. Donde una traducción diga otra cosa, vale el texto en inglés.',
    ],
  },
  {
    id: 'changes',
    heading: 'Cambios en estas bases',
    paragraphs: [
      'Esta es la versión 1. A tu participación se le aplica la versión que aceptaste, y ninguna posterior a menos que la aceptes también.',
      'Cuando se decida algo que sigue abierto, o cambie una regla, aparecerá en esta página una versión nueva con su propia fecha.',
    ],
  },
]
