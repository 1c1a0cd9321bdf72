import { type Film, filmFiles } from './film.ts'
import { everywhere, music, scenes } from './scenes.ts'

/** The debut. Everything known about Luis is here: his name, his age, where he is from, and three things he does. */
export const luis: Film = {
  slug: 'luis',
  week: 1,
  kind: 'storyteller',
  theme: 'learning',
  releaseAt: '2025-09-03T00:00:00Z',
  durationSeconds: 37.5,
  storyteller: {
    age: 57,
    name: { en: 'Luis', es: 'Luis', ar: 'لويس' },
    place: { en: 'Latin America', es: 'América Latina', ar: 'أمريكا اللاتينية' },
  },
  title: { en: 'Luis, 57, shares what he knows', es: 'Luis, 57 años, comparte lo que sabe', ar: 'لويس، 57 عامًا، يشارك ما يعرفه' },
  summary: {
    en: 'Luis is 57 and from Latin America. He took up crypto to stay financially active. What he knows, he shares through Binance Academy, and he mentors other people in Web3.',
    es: 'Luis tiene 57 años y es de América Latina. Empezó con las criptomonedas para mantenerse activo financieramente. Lo que sabe, lo comparte a través de Binance Academy, y es mentor de otras personas en Web3.',
    ar: 'لويس في السابعة والخمسين من عمره، وهو من أمريكا اللاتينية. دخل عالم العملات المشفرة ليبقى نشطًا ماليًا. ما يعرفه يشاركه عبر Binance Academy، ويرشد آخرين في مجال Web3.',
  },
  pictureText: {
    en: 'Illustration: a person seen from behind in a woven shirt, facing a yellow sun. 57 fine lines bend around them, one for each year of Luis’s life.',
    es: 'Ilustración: una persona de espaldas, con camisa tejida, frente a un sol amarillo. 57 líneas finas se curvan a su alrededor, una por cada año de la vida de Luis.',
    ar: 'رسم: شخص من الخلف يرتدي قميصًا منسوجًا، في مواجهة شمس صفراء. ينحني حوله 57 خطًا رفيعًا، خط لكل سنة من عمر لويس.',
  },
  files: filmFiles('luis', true),
  scenes: [
    {
      id: 'open',
      at: 0,
      chapter: { en: 'Meet Luis', es: 'Conoce a Luis', ar: 'تعرّف على لويس' },
      shows: scenes.portrait,
      captions: [
        ['sound', 0.4, 1.9, music],
        ['open', 2, 4.7, { en: 'Luis.\nLatin America', es: 'Luis.\nAmérica Latina', ar: 'لويس.\nأمريكا اللاتينية' }],
      ],
    },
    {
      id: 'years',
      at: 4.5,
      chapter: { en: '57 lines', es: '57 líneas', ar: '57 خطًا' },
      shows: scenes.years,
      captions: [
        [
          'years',
          5.1,
          10.7,
          { en: '57.\nOne line for each year of his life.', es: '57.\nUna línea por cada año de su vida.', ar: '57.\nخط لكل سنة من عمره.' },
        ],
      ],
    },
    {
      id: 'active',
      at: 10.5,
      chapter: { en: 'Staying active', es: 'Mantenerse activo', ar: 'البقاء نشطًا' },
      shows: scenes.walk,
      captions: [
        [
          'active',
          11.1,
          16.7,
          {
            en: 'Luis took up crypto to stay financially\nactive.',
            es: 'Luis empezó con las criptomonedas para\nmantenerse activo financieramente.',
            ar: 'دخل لويس عالم العملات المشفرة\nليبقى نشطًا ماليًا.',
          },
        ],
      ],
    },
    {
      id: 'academy',
      at: 16.5,
      chapter: { en: 'Sharing it', es: 'Compartirlo', ar: 'مشاركة ما يعرفه' },
      shows: scenes.book,
      captions: [
        [
          'academy',
          17.1,
          22.7,
          {
            en: 'What he knows, he shares through Binance\nAcademy.',
            es: 'Lo que sabe, lo comparte a través de\nBinance Academy.',
            ar: 'ما يعرفه يشاركه مع الآخرين\nعبر Binance Academy.',
          },
        ],
      ],
    },
    {
      id: 'mentor',
      at: 22.5,
      chapter: { en: 'Mentoring', es: 'Ser mentor', ar: 'إرشاد الآخرين' },
      shows: scenes.rowOfFive,
      captions: [
        [
          'mentor',
          23.1,
          28.7,
          {
            en: 'And he mentors other people in Web3.',
            es: 'Y es mentor de otras personas en Web3.',
            ar: 'ويرشد أشخاصًا آخرين في مجال Web3.',
          },
        ],
      ],
    },
    {
      id: 'yours',
      at: 28.5,
      chapter: { en: 'Your turn', es: 'Te toca a ti', ar: 'دورك الآن' },
      shows: scenes.frieze,
      captions: [
        ['yours', 29.1, 33.2, { en: 'Which story would you tell?', es: '¿Qué historia contarías tú?', ar: 'ما القصة التي سترويها أنت؟' }],
      ],
    },
    {
      id: 'end',
      at: 33,
      shows: scenes.mark,
      captions: [
        [
          'end',
          33.6,
          36.477,
          {
            en: 'Humans of Binance.\nPost it with this hashtag.',
            es: 'Humans of Binance.\nPublícala con esta etiqueta.',
            ar: 'Humans of Binance.\nانشرها بهذا الوسم.',
          },
        ],
        ['end-2', 36.477, 37.5, everywhere('#HumansOfBinance')],
      ],
    },
  ],
}
