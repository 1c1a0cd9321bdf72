import type { EntryText, EraId, EraText } from '#lib/history/schema.ts'
import type { timeline as english } from './en.ts'

export const eras = {
  'trading-floors': {
    name: 'Salas de negociación',
    intro: 'Antes de las criptomonedas, CZ escribía software para quienes negocian en bolsa, en Tokio, Nueva York y Shanghái.',
  },
  'cards-and-a-job-offer': {
    name: 'Cartas y una oferta de trabajo',
    intro:
      'Una partida de cartas en Shanghái llevó a CZ hacia Bitcoin. Un año después, He Yi lo incorporó a la empresa donde trabajaron juntos por primera vez.',
  },
  'one-summer': {
    name: 'Un verano',
    intro:
      'En 2017 el sector ya estaba muy concurrido: tres grandes plataformas dominaban en China y el libro blanco de Binance se comparaba con las existentes. La venta, la apertura y la llegada de He Yi cupieron en un solo verano.',
  },
  'out-of-shanghai': {
    name: 'Lejos de Shanghái',
    intro:
      'Una orden en China llevó a la nueva empresa al extranjero. En pocos meses la prensa la llamaba la plataforma con más actividad.',
  },
  'building-through-winter': {
    name: 'Construir en invierno',
    intro:
      'La empresa sumó una rama de inversión, una fundación benéfica, una cadena y los futuros, sufrió el robo de 7000 bitcoins y creó una plataforma aparte para Estados Unidos.',
  },
  'a-chain-of-its-own': {
    name: 'Una cadena propia',
    intro:
      'Smart Chain entró en funcionamiento, con dinero para quienes desarrollaran sobre ella. Se anunció un mercado de coleccionables digitales.',
  },
  'the-autumn-test': {
    name: 'La prueba del otoño',
    intro:
      'La caída de FTX en 2022 sacudió la confianza en todo el sector. Binance fue parte de la secuencia: el 6 de noviembre dijo que vendería sus FTT, el 8 firmó una carta de intenciones y al día siguiente se retiró.',
  },
  reckoning: {
    name: 'Rendición de cuentas y relevo',
    intro:
      'La publicación de la comunidad termina en 2023. Nada de esta parte está en ella: la añadimos para que la historia no acabe antes de tiempo.',
  },
} satisfies Record<EraId, EraText>

export const timeline = {
  'cz-tokyo-trading-systems': {
    title: 'Software para casar órdenes en Tokio',
    record: 'CZ trabajó en Tokio para un contratista de la bolsa, en un software que casaba órdenes de compra con órdenes de venta.',
    saysPost: 'Se atribuye a CZ, en sus comienzos, software de negociación de alta velocidad para la bolsa de Tokio.',
    note: 'Lo de alta velocidad corresponde a Fusion Systems, la firma de Shanghái que ayudó a fundar en 2005. El primer año que se muestra es una deducción nuestra: él dice que pasó cuatro años en Tokio, y desde 2001 estaba en Bloomberg.',
  },
  'cz-bloomberg-2005': {
    title: 'Cuatro años en Bloomberg, después Shanghái',
    record: 'CZ pasó unos cuatro años en Bloomberg Tradebook, donde dirigió el desarrollo de futuros. En 2005 se marchó a Shanghái.',
    saysPost: 'Se dice que CZ llegó a Bloomberg en 2005.',
    note: 'Ese es el año en que se fue. La publicación tampoco menciona Fusion Systems, la firma que creó después.',
  },
  'fusion-systems-2005': {
    title: 'Fusion Systems en Shanghái',
    record: 'En 2005 CZ se mudó a Shanghái y cofundó Fusion Systems, que creaba software de negociación rápida para intermediarios.',
    saysPost: null,
    note: 'La publicación se salta estos ocho años.',
  },
  'cz-discovers-bitcoin-2013': {
    title: 'Una partida de cartas lleva a Bitcoin',
    record:
      'En 2013, jugando a las cartas en Shanghái, un inversor y el director de una plataforma animaron a CZ a estudiar Bitcoin. Antes de acabar el año ya trabajaba en el sector.',
    saysPost: 'El encuentro con Bitcoin en 2013 cambió el rumbo de CZ.',
    note: null,
  },
  'blockchain-info-2013': {
    title: 'Jefe de desarrollo en Blockchain.info',
    record:
      'A finales de 2013 CZ entró en la empresa de monederos Blockchain.info como jefe de desarrollo. Estuvo allí cerca de medio año.',
    saysPost: null,
    note: null,
  },
  'founders-first-meeting': {
    title: 'Dos colegas se conocen en OKCoin',
    record: 'CZ y He Yi se conocen desde 2014. Ella ya estaba en OKCoin y en junio de ese año lo incorporó como jefe de tecnología.',
    saysPost: 'Se dice que los dos fundadores se encontraron en chats de internet en 2017.',
    note: 'En 2017 eran antiguos compañeros de trabajo. Ese año él le pidió que se uniera a Binance.',
  },
  'cz-sells-shanghai-home': {
    title: 'La venta de la casa de Shanghái',
    record: 'CZ vendió su casa de Shanghái y puso el dinero en criptomonedas. Forbes y otros medios dan el año 2014.',
    saysPost: 'Se dice que CZ vendió su casa de Shanghái y lo puso todo en criptomonedas.',
    note: 'La publicación lo sitúa en 2013. Los importes varían según la fuente, así que no damos ninguno. Es el relato de lo que hizo una persona, no un consejo.',
  },
  'cz-okcoin-cto': {
    title: 'Ocho meses como jefe de tecnología de OKCoin',
    record: 'CZ fue director técnico de OKCoin de junio de 2014 a febrero de 2015.',
    saysPost: 'CZ dirigió la tecnología de OKCoin.',
    note: null,
  },
  'cz-bijie-tech': {
    title: 'BijieTech: software para otras plataformas',
    record:
      'CZ fundó BijieTech, que vendía tecnología de negociación en la nube a plataformas de Asia. Varios de sus ingenieros fueron los primeros responsables de Binance.',
    saysPost: 'CZ fundó Bijie Tech.',
    note: 'No pudimos confirmar el año de fundación en las páginas que leímos, así que el primer año que se muestra es aproximado.',
  },
  'he-yi-yixia': {
    title: 'De la televisión al vídeo móvil',
    record:
      'Después de OKCoin, He Yi entró en Yixia, una empresa de vídeo móvil. El 8 de agosto de 2017 anunció que la dejaba por Binance.',
    saysPost: 'Antes de Binance, He Yi trabajó en la empresa de vídeo móvil Yixia.',
    note: null,
  },
  'angel-five-million': {
    title: 'El dinero inicial vino de una venta de tokens',
    record:
      'Binance dice que su venta pública de tokens recaudó unos 15 millones de dólares. Se celebró entre finales de junio y principios de julio de 2017.',
    saysPost: 'El impulso inicial se atribuye a cinco millones de dólares de inversores ángeles.',
    note: 'Ninguna de las cifras publicadas es una ronda de cinco millones de inversores ángeles. Forbes sostuvo después que la propia venta recaudó menos de cinco millones. PitchBook registra una ronda de 11,82 millones ese septiembre. A los ángeles se les asignaron 20 millones de BNB.',
  },
  'bnb-launched-2018': {
    title: 'BNB se vende al público',
    record:
      'Binance vendió su token, BNB, antes de abrir la plataforma. De 200 millones, la mitad fue a la venta, el cuarenta por ciento al equipo y el diez por ciento a inversores ángeles.',
    saysPost: 'BNB se sitúa en 2018.',
    note: 'La venta fue a mediados de 2017. Las fuentes no coinciden en si se cerró el 3 o el 21 de julio.',
  },
  'first-crypto-to-crypto': {
    title: 'Una plataforma solo de criptomonedas, por diseño',
    record:
      'Binance se propuso negociar unas criptomonedas por otras y nada más. Fue una decisión deliberada y no era nueva: el propio libro blanco describe las plataformas solo de criptomonedas como un tipo ya existente.',
    saysPost:
      'Binance se presenta como la primera plataforma centrada en cambiar una criptomoneda por otra, mientras sus rivales se apoyaban en monedas nacionales.',
    note: 'Quienes negociaban entonces ya usaban Poloniex y Bittrex. CZ lo cuenta de forma más modesta: los rivales se limitaban a las monedas principales y Binance añadía tokens nuevos con rapidez.',
  },
  'exchange-launch-date': {
    title: 'La negociación empieza el 14 de julio',
    record: 'Binance abrió el 14 de julio de 2017. La empresa celebra su aniversario en esa fecha.',
    saysPost: 'La apertura se fecha el primero de septiembre de 2017.',
    note: 'La publicación la sitúa siete semanas tarde.',
  },
  'he-yi-joins-core-team': {
    title: 'He Yi se incorpora',
    record: 'La llegada de He Yi a Binance se anunció el 8 de agosto de 2017, unas tres semanas y media después de la apertura.',
    saysPost: 'He Yi pronto fue una de las personas centrales de la empresa.',
    note: null,
  },
  'china-exit-48-hours': {
    title: 'La salida de China continental',
    record:
      'Tras la prohibición china del 4 de septiembre de 2017, la empresa dejó el continente. Un perfil de Fortune describe semanas de trabajo discreto para pasar datos de más de 200 servidores de Alibaba a la nube de Amazon antes de que el equipo se instalara en Tokio.',
    saysPost: 'Se dice que, tras la prohibición de 2017, los servidores se trasladaron al extranjero en dos días.',
    note: 'Semanas, no dos días. El Financial Times informó más tarde de vínculos que seguían en China, algo que la empresa negó.',
  },
  'refund-2017': {
    title: 'Seis millones de dólares para devolver a los usuarios',
    record:
      'Binance dice que gastó unos seis millones de dólares propios en devolver el dinero a usuarios de proyectos listados tras la orden china contra las ventas de tokens. CZ lo cifra en cerca del cuarenta por ciento de su efectivo.',
    saysPost: null,
    note: null,
  },
  'listing-vote': {
    title: 'Los usuarios votan qué se lista',
    record:
      'Binance celebraba cada mes una votación de la comunidad para listar una moneda. Se conservan avisos de la ronda 4, de noviembre de 2017, y de la ronda 7, de junio de 2018.',
    saysPost: 'Los usuarios podían votar qué monedas añadir.',
    note: 'En rondas posteriores el voto pesaba según los BNB de cada votante, hasta 500 veces más. Todo resultado quedaba sujeto a revisión de la empresa.',
  },
  'launchpad-launch-jan-2018': {
    title: 'Launchpad, primer intento',
    record:
      'Launchpad, una plataforma de venta de tokens, apareció a finales de 2017 con dos ventas. Estuvo inactiva durante 2018 y volvió en enero de 2019.',
    saysPost: 'La plataforma de venta de tokens Launchpad se fecha en enero de 2018.',
    note: 'La fecha de la publicación cae entre el primer intento y el regreso.',
  },
  'top-of-rankings-jan-2018': {
    title: 'La plataforma con más actividad del mundo',
    record: 'En enero de 2018, noticias que citaban CoinMarketCap llamaban a Binance la plataforma más usada.',
    saysPost: 'Enero de 2018 se señala como la primera vez que Binance fue líder mundial por volumen.',
    note: null,
  },
  'million-users-180-days': {
    title: 'Millones de usuarios en seis meses',
    record:
      'A principios de enero de 2018 ya se hablaba de Binance como la plataforma con más actividad. Los recuentos de usuarios de ese momento van de dos a seis millones.',
    saysPost: 'Se dice que en 180 días la plataforma superó el millón de usuarios y entró en las tres primeras por volumen.',
    note: 'Es cierto, pero se queda corto. CZ dijo dos millones a Bloomberg, otras noticias hablan de cinco y Forbes publicó seis ese febrero.',
  },
  'regulator-dialogue': {
    title: 'Japón emite una advertencia',
    record:
      'El 23 de marzo de 2018 el regulador de Japón advirtió a Binance por operar allí sin licencia. CZ dijo ese mes que sus abogados hablaban con el regulador.',
    saysPost: 'Se afirma que había conversaciones permanentes con las autoridades de Japón, la Unión Europea y Estados Unidos.',
    note: 'Hubo contacto, pero gran parte de lo registrado es de enfrentamiento: las advertencias de Japón en 2018 y 2021, el desmentido de Malta en 2020, las demandas en Estados Unidos en 2023 y las declaraciones de culpabilidad de noviembre de 2023.',
  },
  'binance-labs': {
    title: 'Una rama de inversión',
    record:
      'Binance Labs, la rama de inversión de la empresa, invierte en empresas emergentes desde 2018. A mediados de 2022 su director contaba más de 150 compañías en cartera.',
    saysPost: 'Se dice que una incubadora llamada Binance Lab apoya ideas creadas con los usuarios.',
    note: 'Se llama Binance Labs, e invierte en empresas emergentes en lugar de crear ideas con los usuarios.',
  },
  'billion-dollar-fund': {
    title: 'Se anuncia un fondo de mil millones',
    record:
      'Binance anunció un fondo de mil millones de dólares, del que se informó el 31 de mayo y el 1 de junio de 2018. Binance Labs debía invertirlo en BNB, en diez tramos.',
    saysPost: 'Un fondo de inversión de mil millones de dólares se sitúa en marzo de 2018.',
    note: 'La cantidad es correcta y el mes no. Fue un anuncio; no demuestra que el dinero se gastara.',
  },
  'charity-foundation': {
    title: 'Una fundación benéfica en Malta',
    record:
      'Binance creó una fundación benéfica en julio de 2018 y el día 25 firmó un acuerdo con la fundación presidencial de Malta. Se presentó en octubre en un foro de inversiones de las Naciones Unidas.',
    saysPost: 'La fundación benéfica se fecha en mayo de 2021.',
    note: 'Para entonces tenía casi tres años.',
  },
  'ten-million-users-2019': {
    title: 'Diez millones de usuarios',
    record: 'Binance dice que tenía diez millones de usuarios en julio de 2018: CZ dio esa cifra a Bloomberg.',
    saysPost: 'Se afirma que hubo diez millones de usuarios en 2019.',
    note: 'La cifra se alcanzó el año anterior.',
  },
  'launchpad-first-project-btt': {
    title: 'Launchpad vuelve con BitTorrent',
    record:
      'El token de BitTorrent se vendió en Launchpad el 28 de enero de 2019. Dos sesiones se cerraron en menos de quince minutos y recaudaron unos siete millones de dólares.',
    saysPost: 'El token de BitTorrent se presenta como la primera venta, hecha en un cuarto de hora.',
    note: 'La rapidez es cierta. No fue la primera: Gifto y Bread se vendieron allí en 2017.',
  },
  'dex-april-2019': {
    title: 'Binance Chain y una plataforma descentralizada',
    record:
      'Binance Chain empezó a funcionar el 18 de abril de 2019. La plataforma descentralizada construida sobre ella se publicó el día 23.',
    saysPost: 'La plataforma descentralizada se fecha en abril de 2019.',
    note: null,
  },
  'hack-2019': {
    title: '7000 bitcoins robados, usuarios compensados',
    record:
      'El 7 de mayo de 2019 robaron 7000 bitcoins, cerca del dos por ciento de los que tenía la empresa. Binance dice que su fondo de reserva cubrió las pérdidas; los retiros estuvieron parados alrededor de una semana.',
    saysPost: 'Se recuerda un asalto en 2019 como un momento que puso a prueba los nervios de los usuarios.',
    note: null,
  },
  'binance-us-2019': {
    title: 'Una plataforma aparte en Estados Unidos',
    record:
      'El 13 de junio de 2019 Binance anunció una plataforma aparte para Estados Unidos, con BAM Trading Services. A los clientes estadounidenses se les dijo que no podrían operar en el sitio principal después del 12 de septiembre.',
    saysPost: 'Se dan las normas más estrictas de 2019 como motivo de una marca estadounidense aparte.',
    note: 'La fiscalía de Estados Unidos alegó en el caso de 2023 que algunos grandes clientes estadounidenses siguieron después de esa fecha.',
  },
  'derivatives-2019': {
    title: 'Empieza la negociación de futuros',
    record: 'Binance abrió la negociación de futuros en septiembre de 2019.',
    saysPost: 'Los derivados se añadieron en 2019.',
    note: null,
  },
  'bsc-launch-2020': {
    title: 'Smart Chain entra en funcionamiento',
    record: 'Smart Chain se propuso en abril de 2020 y empezó a funcionar en septiembre de ese año.',
    saysPost: 'Smart Chain llegó en 2020 como respuesta al auge de las finanzas descentralizadas.',
    note: 'Las fuentes no coinciden en el día, el 1 o el 17, así que damos el mes. La noticia de una emisión en directo de ese septiembre encaja con el primero.',
  },
  'bsc-developer-incentives': {
    title: 'Un fondo para desarrolladores',
    record:
      'En septiembre de 2020 CZ anunció, en una emisión en directo, un fondo de 100 millones de dólares para proyectos de Smart Chain.',
    saysPost:
      'Se dice que He Yi dirigió, junto a Smart Chain, un plan de recompensas para desarrolladores con maratones de programación en línea.',
    note: 'El programa existió. La parte de ella no está documentada.',
  },
  'nft-2021': {
    title: 'Un mercado de NFT',
    record: 'En la primavera de 2021 Binance anunció un mercado de coleccionables digitales que abriría ese junio.',
    saysPost: 'Los coleccionables digitales llegaron en 2021.',
    note: 'Leímos el anuncio. No encontramos ninguna noticia de la apertura.',
  },
  'recovery-fund-two-billion': {
    title: 'Un fondo de recuperación tras FTX',
    record: 'Binance dio nombre al plan el 14 de noviembre de 2022. Se abrió el 24 con mil millones de dólares, y dos mil si hacía falta.',
    saysPost: 'Se dice que CZ prometió dos mil millones de dólares para el sector.',
    note: 'Un día después de la apertura CZ escribió que se habían apartado otros mil millones, y varios medios sumaron dos mil. En marzo de 2023 volvía a llamarlo una iniciativa de mil millones, con unos 985 millones aún sin gastar.',
  },
  'proof-of-reserves': {
    title: 'Las reservas se publican',
    record:
      'Binance publicó direcciones con sus reservas a fecha de 10 de noviembre de 2022. El día 25 llegó una forma de comprobar sus bitcoins, con un árbol de Merkle.',
    saysPost: 'Se dice que las reservas se publicaron en tiempo real.',
    note: 'Son fotos fijas, no cifras en directo. La auditora Mazars retiró después su informe.',
  },
  'coincheck-licence': {
    title: 'A Japón por medio de Sakura Exchange BitCoin',
    record:
      'Binance entró en Japón con la compra de Sakura Exchange BitCoin, anunciada el 30 de noviembre de 2022. El regulador japonés le había advertido en 2018 y de nuevo en 2021.',
    saysPost: 'Se dice que una licencia japonesa llegó por medio de Coincheck.',
    note: 'Coincheck tuvo otro comprador: Monex Group la adquirió entera en abril de 2018.',
  },
  'sec-lawsuit-2023': {
    title: 'La SEC demanda; el caso se archiva después',
    record:
      'La Comisión de Bolsa y Valores de Estados Unidos demandó a Binance y a CZ en junio de 2023. El caso se desestimó de forma definitiva el 29 de mayo de 2025, a petición de ambas partes, tras un cambio de política en el regulador.',
    saysPost: null,
    note: null,
  },
  'guilty-pleas-2023': {
    title: 'Declaraciones de culpabilidad y dimisión de CZ',
    record:
      'El 21 de noviembre de 2023 Binance se declaró culpable en Estados Unidos de delitos contra las normas de blanqueo de capitales, de transmisión de dinero sin licencia y de sanciones, y aceptó pagar unos 4300 millones de dólares. CZ se declaró culpable de no mantener un programa eficaz contra el blanqueo, aceptó una multa de 50 millones de dólares y dimitió.',
    saysPost: null,
    note: null,
  },
  'sentence-2024': {
    title: 'Condena y puesta en libertad',
    record: 'CZ fue condenado a cuatro meses el 30 de abril de 2024. Salió en libertad el 27 de septiembre de 2024.',
    saysPost: null,
    note: null,
  },
  'humans-of-binance-2025': {
    title: 'Se anuncia Humans of Binance',
    record: 'La campaña a la que pertenece este sitio se anunció el 3 de septiembre de 2025.',
    saysPost: null,
    note: null,
  },
  'pardon-2025': {
    title: 'Un indulto presidencial',
    record: 'El 23 de octubre de 2025 la Casa Blanca confirmó que el presidente de Estados Unidos había indultado a CZ.',
    saysPost: null,
    note: null,
  },
  'co-ceo-2025': {
    title: 'He Yi, codirectora ejecutiva',
    record: 'He Yi fue nombrada codirectora ejecutiva de Binance el 3 de diciembre de 2025.',
    saysPost: null,
    note: null,
  },
  'memoir-2026': {
    title: 'Se publica la autobiografía de CZ',
    record: 'Freedom of Money, la autobiografía de CZ, apareció en abril de 2026 con un prólogo de He Yi.',
    saysPost: null,
    note: 'Aún no hemos contrastado con el libro los años fundacionales de esta página.',
  },
} satisfies Record<keyof typeof english, EntryText>
