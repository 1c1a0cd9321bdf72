import type { EntryText } from '#lib/history/schema.ts'

export const facts = {
  'hong-kong-first-office': {
    title: 'First office: Shanghai',
    record:
      'The company began in Shanghai, and a 2017 interview calls it Shanghai-based. Press reports name Hong Kong only after the move out of the mainland. The size of the room is unconfirmed.',
    saysPost: 'The first staff are said to have crowded into under a hundred square metres in Hong Kong, with fold-out tables for desks.',
    note: null,
  },
  't1-july-2017-angel-round': {
    title: 'Money raised in July 2017',
    record: 'The money raised that month was the public token sale, which Binance says brought in about 15 million dollars.',
    saysPost: 'A first table gives a five-million angel round, closed in July 2017.',
    note: null,
  },
  't1-core-team-formed': {
    title: 'Core team, mid-2017',
    record:
      'The white paper names a technology chief, an architect, and leads for engineering, product and operations. Several came from BijieTech.',
    saysPost: 'By July 2017 the core team and the first technical design were in place.',
    note: null,
  },
  'first-day-users': {
    title: 'Users in the first weeks',
    record:
      'CZ’s anniversary letter gives 120,000 in all, about a month after the refunds of September 2017. Six figures on opening day does not fit.',
    saysPost: 'A hundred thousand people are said to have signed up on the first day.',
    note: null,
  },
  'investment-landscape': {
    title: 'First investments outside the exchange',
    record:
      'A wallet, Trust Wallet, was bought at the end of July 2018. A stake in a media company, Mars Finance, came in September 2019. Nothing we read supports mining in 2018.',
    saysPost: 'By March 2018 investments are said to have spread to wallets, media and mining pools.',
    note: null,
  },
  'multilingual-140-coins': {
    title: 'Coins and languages',
    record:
      'Plausible but undated. CZ’s letter gives five tokens and two languages at the opening, and over 600 tokens and forty languages by 2023. An article of mid-2018 says over 120 coins.',
    saysPost: 'Apps in many languages and a list of more than 140 coins helped it enter new markets.',
    note: null,
  },
  'three-billion-24h': {
    title: 'Trading in one day, January 2018',
    record:
      'No source gives three billion dollars for the day it first led. Reports of the time show larger numbers: 5.85 billion on one January day, and a peak near eleven billion that winter.',
    saysPost: 'Three billion dollars of trading in a day is given for that moment.',
    note: null,
  },
  'hundred-eighty-countries': {
    title: 'Countries and regions',
    record:
      'Binance says so for later years; we found no source for 2019. By then users in the United States were being moved to a separate firm.',
    saysPost: 'Coverage of over 180 countries and regions is claimed for 2019.',
    note: null,
  },
  'full-ecosystem-map': {
    title: 'The range of products',
    record:
      'All four existed in the end, but not in 2019. Futures came that September, Smart Chain in 2020 and the NFT market in mid-2021.',
    saysPost: 'Spot, derivatives, decentralised finance and collectibles are listed as one joined-up range in 2019.',
    note: null,
  },
  'bsc-low-fees': {
    title: 'Low fees on Smart Chain, and their cost',
    record: 'Widely reported, together with the trade-off: fewer validators and less decentralisation than Ethereum.',
    saysPost: 'Cheap transactions and compatibility with existing tools drew developers.',
    note: null,
  },
  'pancakeswap-incubated': {
    title: 'Where PancakeSwap came from',
    record:
      'It opened in September 2020 from an anonymous team that chose the chain. The part of its launch post we could read explains that choice and does not mention incubation. Later investment links were not checked.',
    saysPost: 'PancakeSwap is listed as something Binance incubated within a year.',
    note: null,
  },
  'bsc-tvl-peak': {
    title: 'Value locked on Smart Chain at its peak',
    record: 'Trackers count differently. One account gives about 35 billion dollars in spring 2021, another a peak of twenty.',
    saysPost: 'Value locked on the chain is said to have topped thirty billion dollars.',
    note: null,
  },
  'orders-per-second': {
    title: 'Orders a second',
    record: 'Binance says 1.4 million, and the number is in coverage of 2017 and 2018. We found no independent test.',
    saysPost: 'The in-house matching engine is rated at 1.4 million orders a second.',
    note: null,
  },
  'multi-layer-architecture': {
    title: 'Design of the system',
    record: 'The wording is close to the company’s own marketing. We found no support for calling the design a first of its kind.',
    saysPost: 'A layered design is credited with holding up under peak load.',
    note: null,
  },
  'bnb-became-ecosystem-token': {
    title: 'What BNB is used for',
    record: 'A fair summary. BNB moved to its own chain in April 2019 and later paid fees on Smart Chain.',
    saysPost: 'BNB grew from a discount coupon into the fuel of a wider system.',
    note: null,
  },
  'dex-laid-out-2020': {
    title: 'Decentralised exchange: April 2019',
    record: 'It was released on 23 April 2019. The post contradicts itself: its own second table gives that month.',
    saysPost: 'A decentralised exchange is dated to 2020.',
    note: null,
  },
  'cz-followers': {
    title: 'CZ’s followers on X',
    record: 'There were 8.7 million in November 2023.',
    saysPost: 'His account on X is credited with more than seven million followers.',
    note: null,
  },
  'decentralized-operation-2018': {
    title: 'A company without headquarters',
    record:
      'The firm described itself as having no headquarters. Malta’s regulator said in 2020 that it was not licensed there. CZ reversed the position in 2021.',
    saysPost: 'Facing regulators in 2018, he is said to have spread the operation across the world.',
    note: null,
  },
  'defi-focus-2020': {
    title: 'Decentralised finance in 2020',
    record: 'This fits the launch of Smart Chain and its developer fund in September 2020.',
    saysPost: 'Decentralised finance was the theme of 2020.',
    note: null,
  },
  'launchpad-150-projects': {
    title: 'Projects on Launchpad',
    record: 'ChainCatcher counted 31 in September 2023. More than 150 is the size of the Binance Labs portfolio in 2022.',
    saysPost: 'Launchpad is credited with more than 150 projects by 2023.',
    note: null,
  },
  'bsc-thousand-dapps': {
    title: 'Applications on Smart Chain',
    record: 'Over 900 were counted in October 2021. Later trackers put the chain ahead of Ethereum by number of applications.',
    saysPost: 'More than a thousand applications are said to run on Smart Chain.',
    note: null,
  },
  't2-coin-pairs-sept-2017': {
    title: 'Coin pairs from the opening in July 2017',
    record: 'Trading in coin pairs began with the opening in July. It was not a first.',
    saysPost: 'A second table dates the coin-pair model to September 2017.',
    note: null,
  },
  't2-token-model-oct-2017': {
    title: 'The token plan, mid-2017',
    record:
      'The token and its buy-back plan were set out in the white paper of mid-2017. The mining model belongs to FCoin, another exchange. The row also clashes with the post’s own 2018 date for BNB.',
    saysPost: 'A token economy is dated October 2017 and tied to the mining idea.',
    note: null,
  },
  't2-recovery-fund-nov-2022': {
    title: 'Recovery fund, November 2022',
    record: 'It was announced on the 14th and opened on the 24th.',
    saysPost: 'The recovery fund is dated November 2022.',
    note: null,
  },
  'distributed-offices': {
    title: 'Offices in several places',
    record: 'Tokyo, Hong Kong, Taiwan and Malta are all named in the period.',
    saysPost: 'After the move out of China, work continued from scattered offices.',
    note: null,
  },
} satisfies Record<string, EntryText>

export const profiles = {
  'cz-early-life': {
    title: 'Jiangsu, Vancouver, Montreal',
    record:
      'Changpeng Zhao was born in Jiangsu, China, and moved to Vancouver as a boy of about twelve. He took service jobs as a teenager and later studied computing at McGill in Montreal.',
    saysPost: null,
    note: null,
  },
  'cz-career-began-montreal': {
    title: 'A first post in Tokyo',
    record:
      'His first professional post was with a financial-software start-up in Tokyo. By his own account he spent four years there before New York.',
    saysPost: 'His working life is said to have started in Montreal’s financial-technology scene.',
    note: 'Montreal is where he studied.',
  },
  'cz-left-okcoin-then-founded': {
    title: 'Two years between OKCoin and Binance',
    record:
      'CZ left OKCoin in February 2015, more than two years before Binance. In between he ran BijieTech, which made software for exchanges.',
    saysPost: 'CZ is said to have gone from leaving OKCoin to planning a user-first exchange.',
    note: 'This is true only loosely. A later passage of the post does name the firm.',
  },
  'cz-four-years-in-crypto': {
    title: 'In the field since 2013',
    record: 'CZ had worked in crypto since 2013, when he started at Blockchain.info.',
    saysPost: 'By 2017 he had four years in the field.',
    note: null,
  },
  'he-yi-early-life': {
    title: 'A hill village in Sichuan',
    record: 'He Yi grew up in a hill village in Sichuan. She has described the power cuts and the carrying of water in her childhood.',
    saysPost: null,
    note: null,
  },
  'he-yi-cctv': {
    title: 'A presenter on travel television',
    record: 'Profiles and her own interviews name a travel television channel, where she presented two or three programmes from 2012.',
    saysPost: 'She is described as a former employee of the state broadcaster CCTV.',
    note: 'No source we read puts her on the staff of CCTV.',
  },
  'he-yi-media-craft': {
    title: 'Speaking to the public',
    record: 'He Yi has said that early investors wanted her for exactly this skill.',
    saysPost: 'Television taught her how to speak to the public.',
    note: null,
  },
  'bitcoin-goddess': {
    title: 'A nickname, in several forms',
    record: 'In the Chinese bitcoin scene she has been called first lady, queen and first sister.',
    saysPost: 'Before Binance she is said to have been nicknamed a goddess of Bitcoin.',
    note: 'We did not find the form the post uses.',
  },
  'he-yi-nickname-sister': {
    title: 'A nickname older than Binance',
    record: 'Chinese-language media use a nickname that means roughly first sister of the coin world. It predates Binance.',
    saysPost: 'She is said to have toured the world as Binance’s elder sister.',
    note: 'The post’s wording differs.',
  },
  'goddess-brigade': {
    title: 'Volunteers called Binance Angels',
    record:
      'The volunteers are called Binance Angels. The company’s blog describes people who give their own time to help users in their region.',
    saysPost: 'A worldwide volunteer corps with a goddess-themed name is attributed to her.',
    note: 'The post’s name could be a loose rendering of the real one. Her role in setting them up is not documented in the pages we read.',
  },
} satisfies Record<string, EntryText>

export const principles = {
  'speed-and-user-first-slogans': {
    title: 'Users first',
    record: 'Putting users first is something He Yi and the company still speak of. Speed as a slogan is not documented in what we read.',
    saysPost: 'Fast delivery and putting users first were the two messages He Yi repeated.',
    note: null,
  },
  'complementary-roles': {
    title: 'Two roles that fit',
    record: 'CZ on technology and the long view, He Yi on the market and how users feel: both have long been described this way.',
    saysPost: 'He takes technology and the long view, she the market and how users feel.',
    note: null,
  },
  'learning-founders': {
    title: 'Keep learning',
    record: 'Both founders changed field: CZ came from trading software, He Yi from television and video.',
    saysPost: 'Both founders are held up for changing fields: from finance to blockchain, from media to blockchain.',
    note: null,
  },
  'technology-driven': {
    title: 'Technology first',
    record: 'The people named in the white paper are mostly engineers.',
    saysPost: 'CZ’s background as an engineer is said to have set a technology-first course.',
    note: null,
  },
  'trend-insight': {
    title: 'Timing',
    record: 'He Yi’s own list in 2024 put timing first and people second.',
    saysPost: 'Reading the market early is named as the root of the company’s success.',
    note: null,
  },
  'compliance-is-survival': {
    title: 'Compliance first',
    record:
      'The settlement of 2023 with authorities in the United States, and the monitors that followed, show this best. The post leaves them out.',
    saysPost: 'Following the rules is presented as a condition of staying alive rather than an option.',
    note: null,
  },
} satisfies Record<string, EntryText>
