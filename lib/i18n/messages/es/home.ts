import type { Translated } from '../../translated.ts'
import type en from '../en/home.ts'

export default {
  title: 'Humans of Binance: cortometrajes sobre vidas corrientes',
  hero: {
    label: 'La película para empezar',
    heading: 'Lo que las criptomonedas han cambiado, vida a vida.',
    running: 'Humans of Binance es una serie de cortometrajes sobre vidas corrientes. Cada semana de la temporada sale una película nueva.',
    over: 'Humans of Binance es una serie de cortometrajes sobre vidas corrientes. Las películas de esta temporada están todas aquí. Empezó con esta.',
    before: 'Humans of Binance es una serie de cortometrajes sobre vidas corrientes. La primera película sale el {date} a las {time}.',
    soon: 'Humans of Binance es una serie de cortometrajes sobre vidas corrientes. La primera película está en camino.',
    watchPerson: 'Ver la historia de {name}',
    watchFilm: 'Ver la película',
    calendar: 'Añadir a mi calendario',
    nameAndAge: '{name}, {age} años',
    lines: '{count, plural, one {# línea, una por cada año} many {# líneas, una por cada año} other {# líneas, una por cada año}}',
  },
  share: 'Comparte tu historia hoy',
  check: 'Consultar tu participación',
  weeks: { running: 'Una película nueva cada semana', over: 'Las películas de esta temporada' },
  how: {
    heading: 'Cómo participar',
    post: {
      heading: 'Publica tu historia',
      text: 'Cuéntala en una red social, a tu manera. Añade la etiqueta {hashtag} y deja la publicación abierta a todo el mundo.',
    },
    survey: {
      heading: 'Responde una breve encuesta',
      text: 'Pega aquí el enlace a tu publicación y responde unas preguntas. Tu participación cuenta cuando has hecho las dos cosas.',
    },
    film: {
      heading: 'Mírala en pantalla',
      text: 'Las historias que más nos emocionan se convierten en cortos animados. Binance los muestra en sus canales por todo el mundo.',
    },
    rules: 'Leer las bases',
    opens: 'Se puede participar a partir del {date}.',
    closed: 'El plazo para participar terminó el {date}.',
  },
  prize: {
    label: 'Premio total:',
    text: 'Hay un solo fondo. Lo comparten las personas cuyas historias son seleccionadas.',
    link: 'Cómo se eligen las historias',
  },
  why: {
    heading: 'Por qué importa',
    say: 'Detrás de cada gráfico hay una persona.',
    text: 'Los números no dicen qué cambió para alguien. Las personas, sí. La serie les da un lugar para contarlo, y a los demás un motivo para escuchar.',
    challenge: 'Superar algo difícil',
    opportunity: 'Aprovechar una oportunidad cuando llegó',
    family: 'Construir algo para la familia',
  },
  history: {
    heading: 'Cómo empezó: la historia de los fundadores',
    text: 'Changpeng Zhao (CZ), He Yi y los años de Binance hasta hoy: lo que se cuenta, frente a lo que está documentado.',
    link: 'Leer la historia',
    before: { name: 'Antes de Binance', years: 'hasta mediados de 2017' },
    summer: { name: 'Un verano', years: '2017' },
    growth: { name: 'Mudarse y construir', years: '2017–2021' },
    reckoning: { name: 'Las pruebas', years: 'de 2022 a hoy' },
  },
  call: {
    open: { heading: 'Comparte tu historia hoy', text: 'Basta con una publicación y una breve encuesta.', button: 'Empezar ahora' },
    before: {
      heading: 'Se puede participar a partir del {date}',
      text: 'Hasta entonces hay tiempo para leer las bases y pensar en tu historia.',
    },
    closed: {
      heading: 'El plazo ha terminado',
      text: 'Aceptamos historias hasta el {date}. Gracias a todas las personas que enviaron la suya.',
    },
    after: {
      heading: 'Ya hay resultados',
      text: 'Mira cuántas personas participaron, cómo elegimos y qué historias fueron seleccionadas.',
      button: 'Ver los resultados',
    },
    watch: 'Ver las películas',
  },
} satisfies Translated<typeof en>
