/** One language of sample entries: how often it occurs in a hundred, and sentences that say of themselves that they are sample content. */
export type SampleLanguage = Readonly<{ tag: string; share: number; opening: string; sentences: readonly string[] }>

const en = [
  'Before, part of what I sent home was lost on the way.',
  'A free course showed me another way, and I practised with very small amounts.',
  'Now I teach the neighbours on Saturday mornings.',
  'My daughter laughed when I asked her to explain it again.',
  'The shop in our street began to take it, and I kept the books.',
  'I was sixty when I learned what a wallet is.',
  'We collected for the school roof and everybody could see where it went.',
  'After the flood the bank stayed shut, so we found each other on the phone.',
] as const

export const sampleLanguages: readonly SampleLanguage[] = [
  { tag: 'en', share: 34, opening: 'Sample content, not a real person.', sentences: en },
  {
    ...{ tag: 'es', share: 16, opening: 'Contenido de muestra, no es una persona real.' },
    sentences: [
      'Antes perdía una parte en el camino.',
      'Un curso gratuito me enseñó otra manera.',
      'Ahora enseño a mis vecinas los sábados.',
    ],
  },
  {
    ...{ tag: 'pt', share: 9, opening: 'Conteúdo de amostra, não é uma pessoa real.' },
    sentences: ['Antes, uma parte perdia-se no caminho.', 'Aprendi devagar, com valores muito pequenos.', 'Hoje ensino os vizinhos.'],
  },
  {
    ...{ tag: 'ar', share: 7, opening: 'محتوى تجريبي، ليس شخصًا حقيقيًا.' },
    sentences: ['كنت أخسر جزءًا مما أرسله إلى البيت.', 'علّمتني دورة مجانية طريقة أخرى.', 'الآن أعلّم الجيران كل سبت.'],
  },
  {
    ...{ tag: 'fr', share: 6, opening: 'Contenu d’exemple, pas une vraie personne.' },
    sentences: [
      'Avant, une partie se perdait en route.',
      'Un cours gratuit m’a montré une autre façon.',
      'J’enseigne aux voisins le samedi.',
    ],
  },
  {
    ...{ tag: 'tr', share: 5, opening: 'Örnek içerik, gerçek bir kişi değil.' },
    sentences: ['Eskiden bir kısmı yolda kaybolurdu.', 'Küçük tutarlarla çalıştım.', 'Şimdi komşularıma öğretiyorum.'],
  },
  {
    ...{ tag: 'zh', share: 5, opening: '示例内容，并非真人。' },
    sentences: ['以前寄钱回家，路上总要少一部分。', '一门免费课程教会了我另一种办法。', '现在我每个星期六教邻居。'],
  },
  {
    ...{ tag: 'vi', share: 4, opening: 'Nội dung mẫu, không phải người thật.' },
    sentences: ['Trước đây một phần tiền mất trên đường.', 'Tôi tập với số tiền rất nhỏ.', 'Bây giờ tôi dạy hàng xóm.'],
  },
  {
    ...{ tag: 'ru', share: 4, opening: 'Пример, не реальный человек.' },
    sentences: ['Раньше часть денег терялась в пути.', 'Бесплатный курс показал другой способ.', 'Теперь я учу соседей.'],
  },
  {
    ...{ tag: 'hi', share: 3, opening: 'नमूना सामग्री, कोई वास्तविक व्यक्ति नहीं।' },
    sentences: ['पहले भेजे पैसे का एक हिस्सा रास्ते में खो जाता था।', 'मैंने छोटी रकम से अभ्यास किया।', 'अब मैं पड़ोसियों को सिखाती हूँ।'],
  },
  {
    ...{ tag: 'ja', share: 2, opening: 'サンプルです。実在の人物ではありません。' },
    sentences: ['以前は送金のたびに一部が失われました。', '無料の講座で別の方法を学びました。', '今は土曜日に近所の人に教えています。'],
  },
  {
    ...{ tag: 'ko', share: 2, opening: '예시 내용이며 실제 인물이 아닙니다.' },
    sentences: ['예전에는 보낸 돈의 일부가 사라졌습니다.', '아주 작은 금액으로 연습했습니다.', '이제 이웃을 가르칩니다.'],
  },
  {
    ...{ tag: 'th', share: 2, opening: 'เนื้อหาตัวอย่าง ไม่ใช่บุคคลจริง' },
    sentences: ['เมื่อก่อนเงินส่วนหนึ่งหายไประหว่างทาง', 'ฉันฝึกด้วยจำนวนเงินเล็กน้อย', 'ตอนนี้ฉันสอนเพื่อนบ้าน'],
  },
  {
    ...{ tag: 'is', share: 1, opening: 'Sýnishorn, ekki raunveruleg manneskja.' },
    sentences: ['Áður tapaðist hluti á leiðinni.', 'Ókeypis námskeið kenndi mér aðra leið.', 'Nú kenni ég nágrönnum.'],
  },
]

/** Statuses of sample entries, by how often they occur in a thousand. */
export const sampleStatuses = {
  submitted: 300,
  needs_info: 40,
  eligible: 400,
  ineligible: 100,
  selected: 3,
  reserve: 7,
  not_selected: 80,
  withdrawn: 45,
  disqualified: 5,
  erased: 20,
} as const

export const sampleCountries =
  'NG BR IN VN TR PH ID AR MX KE PK UA ES FR PT EG MA ZA CO PE CL TH JP KR DE IT GB PL RO GH UG TZ ET SN CM BD LK NP MY SG AU NZ CA AE SA JO LB TN DZ GR NL SE NO FI DK IS IE CH AT CZ'.split(
    ' ',
  )
