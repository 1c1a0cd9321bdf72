import type { EntryText } from '#lib/history/schema.ts'
import type { facts as englishFacts, principles as englishPrinciples, profiles as englishProfiles } from './en-facts.ts'

export const facts = {
  'hong-kong-first-office': {
    title: 'Primera oficina: Shanghái',
    record:
      'La empresa empezó en Shanghái, y una entrevista de 2017 la sitúa allí. La prensa nombra Hong Kong solo después de la salida del continente. El tamaño del local no está confirmado.',
    saysPost:
      'Se dice que el primer equipo se apretaba en menos de cien metros cuadrados en Hong Kong, con mesas plegables como escritorios.',
    note: null,
  },
  't1-july-2017-angel-round': {
    title: 'Dinero recaudado en julio de 2017',
    record: 'El dinero de ese mes fue el de la venta pública de tokens, que según dice Binance recaudó unos 15 millones de dólares.',
    saysPost: 'Una primera tabla da una ronda de cinco millones de inversores ángeles, cerrada en julio de 2017.',
    note: null,
  },
  't1-core-team-formed': {
    title: 'Equipo central, mediados de 2017',
    record:
      'El libro blanco nombra un jefe de tecnología, un arquitecto y responsables de ingeniería, producto y operaciones. Varios venían de BijieTech.',
    saysPost: 'En julio de 2017 ya estaban el equipo central y el primer diseño técnico.',
    note: null,
  },
  'first-day-users': {
    title: 'Usuarios de las primeras semanas',
    record:
      'La carta de aniversario de CZ da 120 000 en total, cerca de un mes después de las devoluciones de septiembre de 2017. Cien mil el día de la apertura no encaja.',
    saysPost: 'Se dice que cien mil personas se registraron el primer día.',
    note: null,
  },
  'investment-landscape': {
    title: 'Primeras inversiones fuera de la plataforma',
    record:
      'Un monedero, Trust Wallet, se compró a finales de julio de 2018. La participación en un medio, Mars Finance, llegó en septiembre de 2019. Nada de lo que leímos respalda la minería en 2018.',
    saysPost: 'Se dice que en marzo de 2018 las inversiones abarcaban monederos, medios y grupos de minería.',
    note: null,
  },
  'multilingual-140-coins': {
    title: 'Monedas e idiomas',
    record:
      'Verosímil, pero sin fecha. La carta de CZ da cinco tokens y dos idiomas en la apertura, y más de 600 tokens y cuarenta idiomas en 2023. Un artículo de mediados de 2018 dice más de 120 monedas.',
    saysPost: 'Las aplicaciones en muchos idiomas y una lista de más de 140 monedas ayudaron a entrar en nuevos mercados.',
    note: null,
  },
  'three-billion-24h': {
    title: 'Negociación en un día, enero de 2018',
    record:
      'Ninguna fuente da tres mil millones de dólares para el día en que fue líder por primera vez. Las noticias de entonces muestran cifras mayores: 5850 millones un día de enero y un máximo cercano a once mil millones ese invierno.',
    saysPost: 'Se dan tres mil millones de dólares de negociación en un día para ese momento.',
    note: null,
  },
  'hundred-eighty-countries': {
    title: 'Países y regiones',
    record:
      'Binance lo dice para años posteriores; no encontramos fuente para 2019. Para entonces los usuarios de Estados Unidos pasaban a una empresa aparte.',
    saysPost: 'Se afirma que en 2019 cubría más de 180 países y regiones.',
    note: null,
  },
  'full-ecosystem-map': {
    title: 'La gama de productos',
    record:
      'Los cuatro llegaron a existir, pero no en 2019. Los futuros llegaron ese septiembre, Smart Chain en 2020 y el mercado de NFT a mediados de 2021.',
    saysPost: 'Contado, derivados, finanzas descentralizadas y coleccionables aparecen como una gama única en 2019.',
    note: null,
  },
  'bsc-low-fees': {
    title: 'Comisiones bajas en Smart Chain, y su coste',
    record: 'Se ha contado mucho, junto con la contrapartida: menos validadores y menos descentralización que Ethereum.',
    saysPost: 'Las transacciones baratas y la compatibilidad con herramientas existentes atrajeron a desarrolladores.',
    note: null,
  },
  'pancakeswap-incubated': {
    title: 'De dónde salió PancakeSwap',
    record:
      'Abrió en septiembre de 2020 y la hizo un equipo anónimo que eligió la cadena. La parte que pudimos leer de su anuncio explica esa elección y no menciona ninguna incubación. No se comprobaron vínculos de inversión posteriores.',
    saysPost: 'PancakeSwap figura como algo que Binance incubó en un año.',
    note: null,
  },
  'bsc-tvl-peak': {
    title: 'Valor bloqueado en Smart Chain en su máximo',
    record:
      'Los contadores usan métodos distintos. Uno da unos 35 000 millones de dólares en la primavera de 2021 y otro un máximo de 20 000.',
    saysPost: 'Se dice que el valor bloqueado en la cadena superó los treinta mil millones de dólares.',
    note: null,
  },
  'orders-per-second': {
    title: 'Órdenes por segundo',
    record: 'Binance dice 1,4 millones, y la cifra aparece en noticias de 2017 y 2018. No encontramos ninguna prueba independiente.',
    saysPost: 'Al motor propio se le atribuyen 1,4 millones de órdenes por segundo.',
    note: null,
  },
  'multi-layer-architecture': {
    title: 'Diseño del sistema',
    record:
      'La redacción se parece a la publicidad de la propia empresa. No encontramos nada que respalde llamar a ese diseño el primero de su clase.',
    saysPost: 'Se atribuye a un diseño por capas haber resistido los picos de carga.',
    note: null,
  },
  'bnb-became-ecosystem-token': {
    title: 'Para qué se usa BNB',
    record: 'Es un buen resumen. BNB pasó a su propia cadena en abril de 2019 y después pagó comisiones en Smart Chain.',
    saysPost: 'BNB pasó de vale de descuento a combustible de un sistema más amplio.',
    note: null,
  },
  'dex-laid-out-2020': {
    title: 'Plataforma descentralizada: abril de 2019',
    record: 'Se publicó el 23 de abril de 2019. La publicación se contradice: su segunda tabla da ese mes.',
    saysPost: 'Una plataforma descentralizada se fecha en 2020.',
    note: null,
  },
  'cz-followers': {
    title: 'Seguidores de CZ en X',
    record: 'Eran 8,7 millones en noviembre de 2023.',
    saysPost: 'A su cuenta en X se le atribuyen más de siete millones de seguidores.',
    note: null,
  },
  'decentralized-operation-2018': {
    title: 'Una empresa sin sede',
    record: 'La empresa decía no tener sede. El regulador de Malta dijo en 2020 que no tenía licencia allí. CZ cambió de postura en 2021.',
    saysPost: 'Se dice que, ante los reguladores, en 2018 repartió la operación por el mundo.',
    note: null,
  },
  'defi-focus-2020': {
    title: 'Finanzas descentralizadas en 2020',
    record: 'Encaja con el inicio de Smart Chain y de su fondo para desarrolladores en septiembre de 2020.',
    saysPost: 'Las finanzas descentralizadas fueron el tema de 2020.',
    note: null,
  },
  'launchpad-150-projects': {
    title: 'Proyectos en Launchpad',
    record: 'ChainCatcher contó 31 en septiembre de 2023. Más de 150 es el tamaño de la cartera de Binance Labs en 2022.',
    saysPost: 'A Launchpad se le atribuyen más de 150 proyectos hasta 2023.',
    note: null,
  },
  'bsc-thousand-dapps': {
    title: 'Aplicaciones en Smart Chain',
    record:
      'En octubre de 2021 se contaron más de 900. Contadores posteriores sitúan la cadena por delante de Ethereum en número de aplicaciones.',
    saysPost: 'Se dice que en Smart Chain funcionan más de mil aplicaciones.',
    note: null,
  },
  't2-coin-pairs-sept-2017': {
    title: 'Pares de criptomonedas desde julio de 2017',
    record: 'La negociación de pares de criptomonedas empezó con la apertura, en julio. No era la primera.',
    saysPost: 'Una segunda tabla fecha en septiembre de 2017 el modelo de pares de criptomonedas.',
    note: null,
  },
  't2-token-model-oct-2017': {
    title: 'El plan del token, mediados de 2017',
    record:
      'El token y su plan de recompra se expusieron en el libro blanco de mediados de 2017. El modelo de minería es de FCoin, otra plataforma. La fila también choca con la fecha de 2018 que la propia publicación da a BNB.',
    saysPost: 'Una economía de tokens se fecha en octubre de 2017 y se liga a la idea de la minería.',
    note: null,
  },
  't2-recovery-fund-nov-2022': {
    title: 'Fondo de recuperación, noviembre de 2022',
    record: 'Se anunció el 14 y se abrió el 24.',
    saysPost: 'El fondo de recuperación se fecha en noviembre de 2022.',
    note: null,
  },
  'distributed-offices': {
    title: 'Oficinas en varios lugares',
    record: 'En ese periodo se nombran Tokio, Hong Kong, Taiwán y Malta.',
    saysPost: 'Tras la salida de China, el trabajo siguió desde oficinas dispersas.',
    note: null,
  },
} satisfies Record<keyof typeof englishFacts, EntryText>

export const profiles = {
  'cz-early-life': {
    title: 'Jiangsu, Vancouver, Montreal',
    record:
      'Changpeng Zhao nació en Jiangsu, China, y se mudó a Vancouver cuando tenía unos doce años. De adolescente tuvo empleos de servicio y después estudió informática en McGill, en Montreal.',
    saysPost: null,
    note: null,
  },
  'cz-career-began-montreal': {
    title: 'Un primer puesto en Tokio',
    record:
      'Su primer puesto profesional fue en una empresa emergente de software financiero de Tokio. Según cuenta, pasó allí cuatro años antes de Nueva York.',
    saysPost: 'Se dice que su vida laboral empezó en el sector de tecnología financiera de Montreal.',
    note: 'Montreal es donde estudió.',
  },
  'cz-left-okcoin-then-founded': {
    title: 'Dos años entre OKCoin y Binance',
    record:
      'CZ dejó OKCoin en febrero de 2015, más de dos años antes de Binance. Entretanto dirigió BijieTech, que hacía software para plataformas.',
    saysPost: 'Se dice que CZ pasó de dejar OKCoin a planear una plataforma centrada en el usuario.',
    note: 'Solo es cierto a grandes rasgos. Un pasaje posterior de la publicación sí nombra la empresa.',
  },
  'cz-four-years-in-crypto': {
    title: 'En el sector desde 2013',
    record: 'CZ trabajaba en criptomonedas desde 2013, cuando empezó en Blockchain.info.',
    saysPost: 'En 2017 llevaba cuatro años en el sector.',
    note: null,
  },
  'he-yi-early-life': {
    title: 'Una aldea en las colinas de Sichuan',
    record: 'He Yi creció en una aldea de montaña de Sichuan. Ha descrito los cortes de luz y el acarreo de agua de su infancia.',
    saysPost: null,
    note: null,
  },
  'he-yi-cctv': {
    title: 'Presentadora en una televisión de viajes',
    record:
      'Los perfiles y sus propias entrevistas nombran un canal de televisión de viajes, donde presentó dos o tres programas desde 2012.',
    saysPost: 'Se la describe como antigua empleada de la cadena estatal CCTV.',
    note: 'Ninguna fuente que leímos la sitúa en la plantilla de CCTV.',
  },
  'he-yi-media-craft': {
    title: 'Hablar al público',
    record: 'He Yi ha dicho que los primeros inversores la querían justo por esta habilidad.',
    saysPost: 'La televisión le enseñó a hablar al público.',
    note: null,
  },
  'bitcoin-goddess': {
    title: 'Un apodo con varias formas',
    record: 'En el mundo chino del bitcoin la han llamado primera dama, reina y primera hermana.',
    saysPost: 'Se dice que antes de Binance la apodaban diosa de Bitcoin.',
    note: 'No encontramos la forma que usa la publicación.',
  },
  'he-yi-nickname-sister': {
    title: 'Un apodo anterior a Binance',
    record:
      'Los medios en chino usan un apodo que significa más o menos primera hermana del mundo de las criptomonedas. Es anterior a Binance.',
    saysPost: 'Se dice que recorrió el mundo como la hermana mayor de Binance.',
    note: 'La forma de la publicación es otra.',
  },
  'goddess-brigade': {
    title: 'Voluntarios llamados Binance Angels',
    record:
      'Los voluntarios se llaman Binance Angels. El blog de la empresa describe a personas que dan su tiempo para ayudar a usuarios de su región.',
    saysPost: 'Se le atribuye un cuerpo mundial de voluntarios con un nombre que alude a una diosa.',
    note: 'El nombre de la publicación podría ser una traducción libre del verdadero. El papel de ella en su creación no está documentado en las páginas que leímos.',
  },
} satisfies Record<keyof typeof englishProfiles, EntryText>

export const principles = {
  'speed-and-user-first-slogans': {
    title: 'Primero los usuarios',
    record:
      'Poner primero a los usuarios es algo de lo que He Yi y la empresa siguen hablando. La rapidez como lema no está documentada en lo que leímos.',
    saysPost: 'Entregar rápido y poner primero a los usuarios eran los dos mensajes que He Yi repetía.',
    note: null,
  },
  'complementary-roles': {
    title: 'Dos papeles que encajan',
    record:
      'CZ en la tecnología y el largo plazo, He Yi en el mercado y en cómo se sienten los usuarios: así se los describe desde hace tiempo.',
    saysPost: 'Él se ocupa de la tecnología y el largo plazo; ella, del mercado y de cómo se sienten los usuarios.',
    note: null,
  },
  'learning-founders': {
    title: 'Seguir aprendiendo',
    record: 'Los dos fundadores cambiaron de campo: CZ venía del software de negociación, He Yi de la televisión y el vídeo.',
    saysPost: 'Se pone a los dos fundadores como ejemplo de cambio de campo: de las finanzas y de los medios a la cadena de bloques.',
    note: null,
  },
  'technology-driven': {
    title: 'Primero la tecnología',
    record: 'Las personas que nombra el libro blanco son en su mayoría ingenieros.',
    saysPost: 'Se dice que la formación de ingeniero de CZ marcó un rumbo en el que la tecnología va primero.',
    note: null,
  },
  'trend-insight': {
    title: 'El momento adecuado',
    record: 'La lista de la propia He Yi en 2024 ponía primero el momento y después a las personas.',
    saysPost: 'Leer pronto el mercado se señala como la raíz del éxito de la empresa.',
    note: null,
  },
  'compliance-is-survival': {
    title: 'Primero cumplir las normas',
    record:
      'El acuerdo de 2023 con las autoridades de Estados Unidos, y los supervisores que vinieron después, son el mejor ejemplo. La publicación no los menciona.',
    saysPost: 'Cumplir las normas se presenta como condición para seguir vivo y no como una opción.',
    note: null,
  },
} satisfies Record<keyof typeof englishPrinciples, EntryText>
