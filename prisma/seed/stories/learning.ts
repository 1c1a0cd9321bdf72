import { type Film, filmFiles } from './film.ts'
import { music, scenes } from './scenes.ts'

/** Illustrative: pictures learning a new skill later in life, shows nobody real. */
export const learning: Film = {
  slug: 'learning',
  week: 2,
  kind: 'illustrative',
  theme: 'learning',
  releaseAt: '2025-09-10T00:00:00Z',
  durationSeconds: 24.286,
  title: { en: 'Beginning again', es: 'Empezar de nuevo', ar: 'بداية من جديد' },
  summary: {
    en: 'A film about picking up a new skill later in life, and handing it on to others.',
    es: 'Una película sobre aprender algo nuevo con los años, y pasarlo después a otros.',
    ar: 'فيلم عن تعلّم مهارة جديدة في مرحلة لاحقة من العمر، ثم نقلها إلى الآخرين.',
  },
  pictureText: {
    en: 'Illustration: a person with their hair in a bun, seen from behind in a woven shirt, facing a yellow sun. Fine lines bend around them.',
    es: 'Ilustración: una persona con el pelo recogido en un moño, de espaldas y con camisa tejida, frente a un sol amarillo. Unas líneas finas se curvan a su alrededor.',
    ar: 'رسم: شخص شعره معقود، من الخلف، يرتدي قميصًا منسوجًا في مواجهة شمس صفراء. تنحني حوله خطوط رفيعة.',
  },
  files: filmFiles('learning'),
  scenes: [
    {
      id: 'open',
      at: 0,
      chapter: { en: 'Beginning again', es: 'Empezar de nuevo', ar: 'بداية من جديد' },
      shows: scenes.portrait,
      captions: [
        ['sound', 0.4, 1.9, music],
        [
          'open',
          2,
          4.486,
          {
            en: '(Illustrative film) Beginning again.\nLearning later in life',
            es: '(Película ilustrativa) Empezar de nuevo.\nAprender con los años',
            ar: '(فيلم توضيحي) بداية من جديد.\nالتعلّم في مرحلة لاحقة من العمر',
          },
        ],
      ],
    },
    {
      id: 'page',
      at: 4.286,
      chapter: { en: 'The first page', es: 'La primera página', ar: 'الصفحة الأولى' },
      shows: scenes.book,
      captions: [
        [
          'page',
          4.886,
          10.2,
          {
            en: 'Every skill starts as an empty page.',
            es: 'Toda habilidad empieza\ncomo una página en blanco.',
            ar: 'كل مهارة تبدأ صفحة بيضاء.',
          },
        ],
      ],
    },
    {
      id: 'pace',
      at: 10,
      chapter: { en: 'Day by day', es: 'Día a día', ar: 'يومًا بعد يوم' },
      shows: scenes.walk,
      captions: [
        [
          'pace',
          10.6,
          15.2,
          {
            en: 'Age sets the pace. Curiosity sets the way.',
            es: 'La edad marca el paso.\nLa curiosidad, el camino.',
            ar: 'العمر يحدد الخطى.\nوالفضول يحدد الطريق.',
          },
        ],
      ],
    },
    {
      id: 'pass',
      at: 15,
      chapter: { en: 'Passing it on', es: 'Pasarlo a otros', ar: 'نقل ما تعلّمته' },
      shows: scenes.rowOfFour,
      captions: [
        [
          'pass',
          15.6,
          20.2,
          {
            en: 'What you learn, you can hand on.',
            es: 'Lo que aprendes, puedes pasarlo a otros.',
            ar: 'ما تتعلّمه يمكنك أن تنقله إلى غيرك.',
          },
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
          22.627,
          {
            en: 'Humans of Binance.\nTell us what you learned.',
            es: 'Humans of Binance.\nCuéntanos qué aprendiste.',
            ar: 'Humans of Binance.\nأخبرنا بما تعلّمته.',
          },
        ],
        [
          'end-2',
          22.627,
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
