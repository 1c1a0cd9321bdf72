import type { EntryText, EraId, EraText } from '#lib/history/schema.ts'

export const eras = {
  'trading-floors': {
    name: 'Trading floors',
    intro: 'Before crypto, CZ wrote software for people who trade, in Tokyo, New York and Shanghai.',
  },
  'cards-and-a-job-offer': {
    name: 'Cards and a job offer',
    intro:
      'A card game in Shanghai pointed CZ to Bitcoin. A year later He Yi brought him into the company where the two first worked together.',
  },
  'one-summer': {
    name: 'One summer',
    intro:
      'In 2017 the field was already busy: three large exchanges led in China, and the Binance white paper set itself against those that existed. The sale, the opening and He Yi’s arrival all fell within one summer.',
  },
  'out-of-shanghai': {
    name: 'Out of Shanghai',
    intro: 'An order in China sent the new company abroad. Within months reports were calling it the busiest exchange.',
  },
  'building-through-winter': {
    name: 'Building through winter',
    intro:
      'The company added a venture arm, a charity, a chain and futures, lost 7,000 bitcoin to thieves, and set up a separate exchange for the United States.',
  },
  'a-chain-of-its-own': {
    name: 'A chain of its own',
    intro:
      'Smart Chain went live, with money for the developers who would build on it. A marketplace for digital collectibles was announced.',
  },
  'the-autumn-test': {
    name: 'The autumn test',
    intro:
      'The fall of FTX in 2022 shook confidence across the sector. Binance was part of the sequence: on 6 November it said it would sell its FTT tokens, on the 8th it signed a letter of intent, and the next day it withdrew.',
  },
  reckoning: {
    name: 'Reckoning and handover',
    intro: 'The community post ends in 2023. Nothing in this part is in the post: we added it so that the history does not stop early.',
  },
} satisfies Record<EraId, EraText>

export const timeline = {
  'cz-tokyo-trading-systems': {
    title: 'Order-matching software in Tokyo',
    record: 'CZ worked in Tokyo for a contractor to the stock exchange, on software that matched orders to buy with orders to sell.',
    saysPost: 'Early on CZ is credited with high-speed dealing software for Tokyo’s stock market.',
    note: 'The high-speed label belongs to Fusion Systems, the Shanghai firm he helped to found in 2005. The first year shown is our inference: he says he spent four years in Tokyo, and he was at Bloomberg from 2001.',
  },
  'cz-bloomberg-2005': {
    title: 'Four years at Bloomberg, then Shanghai',
    record: 'CZ spent about four years at Bloomberg Tradebook, where he headed futures development. He left for Shanghai in 2005.',
    saysPost: 'CZ is said to have arrived at Bloomberg in 2005.',
    note: 'That is the year he left. The post also passes over Fusion Systems, the firm he started next.',
  },
  'fusion-systems-2005': {
    title: 'Fusion Systems in Shanghai',
    record: 'In 2005 CZ moved to Shanghai and co-founded Fusion Systems, which built fast trading software for brokers.',
    saysPost: null,
    note: 'The post skips these eight years.',
  },
  'cz-discovers-bitcoin-2013': {
    title: 'A card game leads to Bitcoin',
    record:
      'Over cards in Shanghai in 2013, an investor and the head of an exchange urged CZ to look into Bitcoin. He was working in the field before the year was out.',
    saysPost: 'Meeting Bitcoin in 2013 changed CZ’s direction.',
    note: null,
  },
  'blockchain-info-2013': {
    title: 'Head of development at Blockchain.info',
    record: 'At the end of 2013 CZ joined the wallet company Blockchain.info as head of development. He stayed for about half a year.',
    saysPost: null,
    note: null,
  },
  'founders-first-meeting': {
    title: 'Two colleagues meet at OKCoin',
    record:
      'CZ and He Yi have known each other since 2014. She was already at OKCoin and brought him in as its technology chief that June.',
    saysPost: 'The two founders are said to have found each other in online chats in 2017.',
    note: 'By 2017 they were former colleagues. That is the year he asked her to join Binance.',
  },
  'cz-sells-shanghai-home': {
    title: 'The Shanghai home is sold',
    record: 'CZ sold his home in Shanghai and put the money into crypto. Forbes and others give the year as 2014.',
    saysPost: 'CZ is said to have sold his Shanghai home and put everything into crypto.',
    note: 'The post dates this to 2013. Reports differ on amounts, so we give none. It is an account of what one man did, not advice.',
  },
  'cz-okcoin-cto': {
    title: 'Eight months as OKCoin technology chief',
    record: 'CZ was chief technical officer of OKCoin from June 2014 to February 2015.',
    saysPost: 'CZ ran technology at OKCoin.',
    note: null,
  },
  'cz-bijie-tech': {
    title: 'BijieTech: software for other exchanges',
    record:
      'CZ founded BijieTech, which sold cloud-based trading technology to exchanges in Asia. Several of its engineers became the first senior staff of Binance.',
    saysPost: 'CZ founded Bijie Tech.',
    note: 'We could not confirm the founding year in the pages we read, so the first year shown is approximate.',
  },
  'he-yi-yixia': {
    title: 'From television to mobile video',
    record: 'After OKCoin He Yi joined the mobile-video company Yixia. On 8 August 2017 she announced that she was leaving it for Binance.',
    saysPost: 'Before Binance He Yi worked at the mobile-video company Yixia.',
    note: null,
  },
  'angel-five-million': {
    title: 'Launch money from a token sale',
    record: 'Binance says its public token sale brought in about 15 million dollars. It ran from late June to early July 2017.',
    saysPost: 'The push for growth is credited to five million dollars from angel investors.',
    note: 'None of the published figures is a five-million angel round. Forbes later argued that the sale itself brought in under five million dollars. PitchBook lists a round of 11.82 million that September. Angels were allotted 20 million BNB.',
  },
  'bnb-launched-2018': {
    title: 'BNB is sold to the public',
    record:
      'Binance sold its token, BNB, before the exchange opened. Of 200 million, half went to the sale, forty per cent to the team and ten per cent to angels.',
    saysPost: 'BNB is dated to 2018.',
    note: 'The sale was in mid-2017. Sources disagree on whether it closed on 3 or 21 July.',
  },
  'first-crypto-to-crypto': {
    title: 'A coin-only exchange by design',
    record:
      'Binance set out to trade coins against other coins only. The focus was deliberate, and it was not new: the white paper itself describes pure-crypto exchanges as an existing kind.',
    saysPost:
      'Binance is presented as the first venue to concentrate on swapping one coin for another while rivals leaned on national currencies.',
    note: 'Traders of the day were already using Poloniex and Bittrex. CZ’s own account is narrower: rivals kept to the major coins while Binance added new tokens quickly.',
  },
  'exchange-launch-date': {
    title: 'Trading opens on 14 July',
    record: 'Binance opened for trading on 14 July 2017. The company marks its anniversary on that date.',
    saysPost: 'The exchange is dated to the first of September 2017.',
    note: 'The post is seven weeks late.',
  },
  'he-yi-joins-core-team': {
    title: 'He Yi joins',
    record: 'He Yi’s move to Binance was announced on 8 August 2017, about three and a half weeks after trading opened.',
    saysPost: 'He Yi soon became one of the central people in the start-up.',
    note: null,
  },
  'china-exit-48-hours': {
    title: 'Leaving mainland China',
    record:
      'After China’s ban of 4 September 2017 the company left the mainland. A Fortune profile describes weeks of quiet work to move data from more than 200 Alibaba servers to Amazon’s cloud before the team settled in Tokyo.',
    saysPost: 'After China’s 2017 ban the servers are said to have been moved abroad in two days.',
    note: 'Weeks, not two days. The Financial Times later reported continuing ties to China, which the company disputed.',
  },
  'refund-2017': {
    title: 'Six million dollars to repay users',
    record:
      'Binance says it spent about six million dollars of its own to repay users of listed projects after China’s order against token sales. CZ puts that at some forty per cent of its cash.',
    saysPost: null,
    note: null,
  },
  'listing-vote': {
    title: 'Users vote on a new listing',
    record:
      'Binance held a monthly community vote on a coin to list. Notices survive for round 4, in November 2017, and round 7, in June 2018.',
    saysPost: 'Users could vote on which coins to add.',
    note: 'Later rounds weighted votes by the BNB a voter held, up to 500 times. Every result stayed subject to company review.',
  },
  'launchpad-launch-jan-2018': {
    title: 'Launchpad, first attempt',
    record:
      'Launchpad, a platform for token sales, appeared at the end of 2017 with two sales. It went quiet through 2018 and came back in January 2019.',
    saysPost: 'The token-sale platform Launchpad is dated to January 2018.',
    note: 'The post’s date falls between the first attempt and the return.',
  },
  'top-of-rankings-jan-2018': {
    title: 'Busiest exchange in the world',
    record: 'Reports in January 2018, citing CoinMarketCap, called Binance the most used exchange.',
    saysPost: 'January 2018 is named as the first time Binance led the world by volume.',
    note: null,
  },
  'million-users-180-days': {
    title: 'Millions of users in six months',
    record:
      'By early January 2018 Binance was being described as the busiest exchange. Counts of its users at that moment run from two million to six million.',
    saysPost: 'Within 180 days the exchange is said to have passed a million users and entered the top three by volume.',
    note: 'True but understated. CZ told Bloomberg two million, other reports say five, and Forbes printed six that February.',
  },
  'regulator-dialogue': {
    title: 'Japan issues a warning',
    record:
      'On 23 March 2018 Japan’s regulator warned Binance over operating there without a licence. CZ said that month that his lawyers were talking to the regulator.',
    saysPost: 'Standing talks with authorities in Japan, the European Union and the United States are claimed.',
    note: 'There was contact, but much of the record is adversarial: Japan’s warnings in 2018 and 2021, Malta’s disclaimer in 2020, lawsuits in the United States in 2023 and the guilty pleas of November 2023.',
  },
  'binance-labs': {
    title: 'A venture arm',
    record:
      'Binance Labs, the company’s venture arm, has invested in start-ups since 2018. By mid-2022 its head counted more than 150 companies in its portfolio.',
    saysPost: 'An incubator called Binance Lab is said to back ideas built with users.',
    note: 'The name is Binance Labs, and it invests in start-ups rather than building ideas with users.',
  },
  'billion-dollar-fund': {
    title: 'A billion-dollar fund is announced',
    record:
      'Binance announced a fund of one billion dollars, reported on 31 May and 1 June 2018. Binance Labs was to invest it in BNB, in ten tranches.',
    saysPost: 'A one-billion-dollar investment fund is placed in March 2018.',
    note: 'The amount is right and the month is not. This was an announcement; it does not show that the money was spent.',
  },
  'charity-foundation': {
    title: 'A charity foundation in Malta',
    record:
      'Binance set up a charity foundation in July 2018 and signed an agreement with Malta’s presidential trust on the 25th. It was presented at a United Nations investment forum that October.',
    saysPost: 'The charity foundation is dated May 2021.',
    note: 'It was almost three years old by then.',
  },
  'ten-million-users-2019': {
    title: 'Ten million users',
    record: 'Binance says it had ten million users by July 2018: CZ gave Bloomberg that number.',
    saysPost: 'Ten million users are claimed for 2019.',
    note: 'The milestone came in the year before.',
  },
  'launchpad-first-project-btt': {
    title: 'Launchpad returns with BitTorrent',
    record:
      'BitTorrent’s token was sold on Launchpad on 28 January 2019. Two sessions closed in under fifteen minutes and raised about seven million dollars.',
    saysPost: 'BitTorrent’s token is called the first sale, done in a quarter of an hour.',
    note: 'The speed is right. It was not the first: Gifto and Bread were sold there in 2017.',
  },
  'dex-april-2019': {
    title: 'Binance Chain and a decentralised exchange',
    record: 'Binance Chain went live on 18 April 2019. The decentralised exchange built on it was released on the 23rd.',
    saysPost: 'The decentralised exchange is dated April 2019.',
    note: null,
  },
  'hack-2019': {
    title: '7,000 bitcoin stolen, users repaid',
    record:
      'On 7 May 2019 thieves took 7,000 bitcoin, about two per cent of the company’s bitcoin. Binance says its reserve fund covered the losses; withdrawals were frozen for about a week.',
    saysPost: 'A break-in during 2019 is recalled as a moment that tested users’ nerves.',
    note: null,
  },
  'binance-us-2019': {
    title: 'A separate American exchange',
    record:
      'On 13 June 2019 Binance announced a separate exchange for the United States, with BAM Trading Services. American customers were told they could not trade on the main site after 12 September.',
    saysPost: 'Stricter rules in 2019 are given as the reason for a separate American brand.',
    note: 'Prosecutors in the United States alleged in the 2023 case that some large American customers were kept on after that date.',
  },
  'derivatives-2019': {
    title: 'Futures trading begins',
    record: 'Binance opened futures trading in September 2019.',
    saysPost: 'Derivatives were added in 2019.',
    note: null,
  },
  'bsc-launch-2020': {
    title: 'Smart Chain goes live',
    record: 'Smart Chain was proposed in April 2020 and went live in September of that year.',
    saysPost: 'Smart Chain arrived in 2020 in answer to the boom in decentralised finance.',
    note: 'Sources differ on the day, the 1st or the 17th, so we give the month. A report of a livestream that September fits the earlier one.',
  },
  'bsc-developer-incentives': {
    title: 'A fund for developers',
    record: 'In September 2020 CZ announced a fund of 100 million dollars for Smart Chain projects, on a livestream.',
    saysPost: 'He Yi is said to have run a developer reward scheme with online hackathons alongside Smart Chain.',
    note: 'The programme existed. Her part in it is not documented.',
  },
  'nft-2021': {
    title: 'An NFT marketplace',
    record: 'In the spring of 2021 Binance announced a marketplace for digital collectibles, to open that June.',
    saysPost: 'Digital collectibles followed in 2021.',
    note: 'We read the announcement. We did not find a report of the opening itself.',
  },
  'recovery-fund-two-billion': {
    title: 'A recovery fund after FTX',
    record: 'Binance named the plan on 14 November 2022. It opened on the 24th with one billion dollars, and two if needed.',
    saysPost: 'CZ is said to have promised two billion dollars for the industry.',
    note: 'A day after the opening CZ wrote that another billion had been set aside, and several outlets made that two. By March 2023 he was again calling it a one-billion initiative, with about 985 million still unspent.',
  },
  'proof-of-reserves': {
    title: 'Reserves published',
    record:
      'Binance published addresses holding its reserves as of 10 November 2022. A way to check its bitcoin, by Merkle tree, followed on the 25th.',
    saysPost: 'Reserves are said to have been published live.',
    note: 'These are snapshots, not live figures. The accounting firm Mazars later withdrew its report.',
  },
  'coincheck-licence': {
    title: 'Into Japan through Sakura Exchange BitCoin',
    record:
      'Binance entered Japan by buying Sakura Exchange BitCoin, announced on 30 November 2022. Japan’s regulator had warned it in 2018 and again in 2021.',
    saysPost: 'A Japanese licence is said to have come by way of Coincheck.',
    note: 'Coincheck went to another buyer: Monex Group bought all of it in April 2018.',
  },
  'sec-lawsuit-2023': {
    title: 'The SEC sues; the case is later dismissed',
    record:
      'The US Securities and Exchange Commission sued Binance and CZ in June 2023. The case was dismissed with prejudice on 29 May 2025, at the request of both sides, after a change of policy at the regulator.',
    saysPost: null,
    note: null,
  },
  'guilty-pleas-2023': {
    title: 'Guilty pleas, and CZ resigns',
    record:
      'On 21 November 2023 Binance pleaded guilty in the United States to anti-money-laundering, unlicensed money-transmission and sanctions offences and agreed to pay about 4.3 billion dollars. CZ pleaded guilty to failing to maintain an effective anti-money-laundering programme, agreed to a fine of 50 million dollars and resigned.',
    saysPost: null,
    note: null,
  },
  'sentence-2024': {
    title: 'Sentence and release',
    record: 'CZ was sentenced to four months on 30 April 2024. He was released on 27 September 2024.',
    saysPost: null,
    note: null,
  },
  'humans-of-binance-2025': {
    title: 'Humans of Binance is announced',
    record: 'The campaign this site belongs to was announced on 3 September 2025.',
    saysPost: null,
    note: null,
  },
  'pardon-2025': {
    title: 'A presidential pardon',
    record: 'On 23 October 2025 the White House confirmed that the US president had pardoned CZ.',
    saysPost: null,
    note: null,
  },
  'co-ceo-2025': {
    title: 'He Yi becomes co-chief executive',
    record: 'He Yi was named co-chief executive of Binance on 3 December 2025.',
    saysPost: null,
    note: null,
  },
  'memoir-2026': {
    title: 'CZ’s autobiography appears',
    record: 'Freedom of Money, CZ’s autobiography, appeared in April 2026 with a foreword by He Yi.',
    saysPost: null,
    note: 'We have not yet checked the founding years on this page against the book.',
  },
} satisfies Record<string, EntryText>
