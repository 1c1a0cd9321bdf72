import { type Film, filmFiles } from './film.ts'
import { music, scenes } from './scenes.ts'

/** Illustrative: pictures a challenge and the chance behind it, shows nobody real. */
export const hill: Film = {
  slug: 'hill',
  week: 4,
  kind: 'illustrative',
  theme: 'challenge',
  releaseAt: '2025-09-24T00:00:00Z',
  durationSeconds: 24.286,
  title: { en: 'The long way up', es: 'La larga subida', ar: 'الطريق الطويل إلى الأعلى' },
  summary: {
    en: 'A film about something hard in the way, and the chance seen from the other side of it.',
    es: 'Una película sobre algo difícil en el camino, y la oportunidad que se ve desde lo alto.',
    ar: 'فيلم عن أمر صعب يعترض الطريق، وعن الفرصة التي تُرى من أعلاه.',
  },
  pictureText: {
    en: 'Illustration: a person with curls, seen from behind in a woven shirt, facing a yellow sun. Fine lines bend around them.',
    es: 'Ilustración: una persona de pelo rizado, de espaldas y con camisa tejida, frente a un sol amarillo. Unas líneas finas se curvan a su alrededor.',
    ar: 'رسم: شخص شعره مجعّد، من الخلف، يرتدي قميصًا منسوجًا في مواجهة شمس صفراء. تنحني حوله خطوط رفيعة.',
  },
  files: filmFiles('hill'),
  scenes: [
    {
      id: 'open',
      at: 0,
      chapter: { en: 'The long way up', es: 'La larga subida', ar: 'الطريق الطويل إلى الأعلى' },
      shows: scenes.portrait,
      captions: [
        ['sound', 0.4, 1.9, music],
        [
          'open',
          2,
          4.486,
          {
            en: '(Illustrative film) The long way up.\nA challenge, then a chance',
            es: '(Película ilustrativa) La larga subida.\nUn reto y después una oportunidad',
            ar: '(فيلم توضيحي) الطريق الطويل إلى الأعلى.\nتحدٍّ، ثم فرصة',
          },
        ],
      ],
    },
    {
      id: 'road',
      at: 4.286,
      chapter: { en: 'The road', es: 'El camino', ar: 'الطريق' },
      shows: scenes.walk,
      captions: [
        [
          'road',
          4.886,
          9.486,
          { en: 'The road was never going to be flat.', es: 'El camino nunca iba a ser llano.', ar: 'لم يكن الطريق ليكون مستويًا.' },
        ],
      ],
    },
    {
      id: 'hill',
      at: 9.286,
      chapter: { en: 'The hill', es: 'La colina', ar: 'التلة' },
      shows: scenes.hill,
      captions: [
        [
          'hill',
          9.886,
          15.914,
          { en: 'One step up. Then another.', es: 'Un paso hacia arriba. Y luego otro.', ar: 'خطوة إلى أعلى. ثم أخرى.' },
        ],
      ],
    },
    {
      id: 'view',
      at: 15.714,
      chapter: { en: 'The view', es: 'Lo que se ve', ar: 'المشهد' },
      shows: scenes.portrait,
      captions: [
        [
          'view',
          16.314,
          20.2,
          { en: 'From the top, you can see a way on.', es: 'Desde la cima se ve\npor dónde seguir.', ar: 'من القمة ترى طريقًا للمضي.' },
        ],
      ],
    },
    {
      id: 'end',
      at: 20,
      shows: scenes.mark,
      captions: [
        [
          'end',
          20.6,
          22.606,
          {
            en: 'Humans of Binance.\nTell us about your hill.',
            es: 'Humans of Binance.\nHáblanos de tu colina.',
            ar: 'Humans of Binance.\nحدّثنا عن تلّتك.',
          },
        ],
        [
          'end-2',
          22.606,
          24.286,
          {
            en: '#HumansOfBinance (Illustrative film)',
            es: '#HumansOfBinance (Película ilustrativa)',
            ar: '#HumansOfBinance (فيلم توضيحي)',
          },
        ],
      ],
    },
  ],
}
