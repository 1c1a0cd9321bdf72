import { type Film, filmFiles } from './film.ts'
import { music, scenes } from './scenes.ts'

/** Illustrative: pictures a better future for one's family, shows nobody real. */
export const family: Film = {
  slug: 'family',
  week: 3,
  kind: 'illustrative',
  theme: 'family',
  releaseAt: '2025-09-17T00:00:00Z',
  durationSeconds: 24.286,
  title: { en: 'Row by row', es: 'Hilera a hilera', ar: 'صفًا بعد صف' },
  summary: {
    en: 'A film about a parent and a child, and a home made a little at a time.',
    es: 'Una película sobre padres e hijos, y un hogar que se hace poco a poco.',
    ar: 'فيلم عن أحد الوالدين وطفل، وبيت يُبنى شيئًا فشيئًا.',
  },
  pictureText: {
    en: 'Illustration: an adult with long hair and a child with curls, seen from behind in woven shirts, facing a yellow sun. Fine lines bend around them.',
    es: 'Ilustración: una persona adulta de pelo largo y otra pequeña de pelo rizado, de espaldas y con camisas tejidas, frente a un sol amarillo. Unas líneas finas se curvan a su alrededor.',
    ar: 'رسم: شخص بالغ شعره طويل وطفل شعره مجعّد، من الخلف، يرتديان قميصين منسوجين في مواجهة شمس صفراء. تنحني حولهما خطوط رفيعة.',
  },
  files: filmFiles('family'),
  scenes: [
    {
      id: 'open',
      at: 0,
      chapter: { en: 'Row by row', es: 'Hilera a hilera', ar: 'صفًا بعد صف' },
      shows: scenes.pair,
      captions: [
        ['sound', 0.4, 1.9, music],
        [
          'open',
          2,
          4.486,
          {
            en: '(Illustrative film) Row by row.\nA parent and a child',
            es: '(Película ilustrativa) Hilera a hilera.\nPadres e hijos',
            ar: '(فيلم توضيحي) صفًا بعد صف.\nأحد الوالدين وطفل',
          },
        ],
      ],
    },
    {
      id: 'house',
      at: 4.286,
      chapter: { en: 'Making a home', es: 'Hacer un hogar', ar: 'بناء بيت' },
      shows: scenes.house,
      captions: [
        [
          'house',
          4.886,
          10.914,
          { en: 'A home is made a little at a time.', es: 'Un hogar se hace poco a poco.', ar: 'البيت يُبنى شيئًا فشيئًا.' },
        ],
      ],
    },
    {
      id: 'pattern',
      at: 10.714,
      chapter: { en: 'Learning the pattern', es: 'Aprender el dibujo', ar: 'تعلّم النقشة' },
      shows: scenes.book,
      captions: [
        [
          'pattern',
          11.314,
          15.914,
          { en: 'Small hands learn the pattern.', es: 'Manos pequeñas aprenden el dibujo.', ar: 'أيدٍ صغيرة تتعلّم النقشة.' },
        ],
      ],
    },
    {
      id: 'theirs',
      at: 15.714,
      chapter: { en: 'What comes next', es: 'Lo que viene', ar: 'ما سيأتي' },
      shows: scenes.pair,
      captions: [
        [
          'theirs',
          16.314,
          20.2,
          { en: 'One day, they will add their own.', es: 'Un día añadirán el suyo.', ar: 'وذات يوم سيضيفون نقشتهم.' },
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
          22.517,
          {
            en: 'Humans of Binance.\nTell us about yours.',
            es: 'Humans of Binance.\nHáblanos del tuyo.',
            ar: 'Humans of Binance.\nأخبرنا عن بيتك.',
          },
        ],
        [
          'end-2',
          22.517,
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
