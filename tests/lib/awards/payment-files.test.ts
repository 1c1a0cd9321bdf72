import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { parseAmount } from '#lib/awards/amount.ts'
import { type PayoutRow, payoutCsv, readChainId, readToken, safeFile } from '#lib/awards/payment-files.ts'
import { orderOf } from '#lib/awards/sharing.ts'

const token = '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359'
const row: PayoutRow = {
  ...{ reference: 'HB-7K2M-9XQD', units: 125_050n, kind: 'address', network: 'base', payBy: new Date('2026-11-30T00:00:00Z') },
  destination: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
}

test('the table opens in a spreadsheet without a formula and without a lost character', () => {
  const hostile = ['=1+1', '+1', '-1', '@a', '\tx', 'a "quoted", one', 'two\r\nlines', 'كلمة']
  const csv = payoutCsv([row, ...hostile.map((destination) => ({ ...row, destination, network: null, payBy: null }))])

  expect(csv.startsWith('\ufeffreference,amount')).toBe(true)
  const lines = parse(csv, { bom: true, columns: true, record_delimiter: '\r\n' }) as Record<string, string>[]
  expect(lines[0]).toMatchObject({
    reference: 'HB-7K2M-9XQD',
    amount: '1250.50',
    currency: 'USDC',
    destination: row.destination,
    pay_by: '2026-11-30T00:00:00.000Z',
  })
  expect(lines.slice(1).map(({ destination }) => destination?.replace(/^'/, ''))).toEqual(hostile)
  expect(lines.every(({ destination }) => !/^[=+\-@\t\r]/.test(destination ?? ''))).toBe(true)
})

test('a Safe gets one transfer each, in six decimals, of the token on the chain', () => {
  const at = new Date('2026-11-22T00:00:00Z')

  const file = safeFile([row], { chainId: 8453, token }, { name: 'Sample', at })

  expect(file).toMatchObject({
    version: '1.0',
    chainId: '8453',
    createdAt: at.getTime(),
    meta: { name: 'Sample', description: 'HB-7K2M-9XQD' },
  })
  expect(file.transactions).toMatchObject([
    {
      to: token,
      value: '0',
      data: null,
      contractMethod: { name: 'transfer' },
      contractInputsValues: { to: row.destination, value: '1250500000' },
    },
  ])
})

test('a chain and a token are taken only as they can be', () => {
  expect([readChainId(' 8453 '), readChainId('0'), readChainId('1e3'), readChainId('')]).toEqual([8453, null, null, null])
  expect([readToken(` ${token} `), readToken(token.toLowerCase()), readToken(token.replace('fB', 'FB')), readToken('0x12')]).toEqual([
    token,
    token,
    null,
    null,
  ])
})

test('amounts are read exactly or not at all', () => {
  expect(['500', '1,250', '1250.5', '1 250.05', '0.01'].map(parseAmount)).toEqual([50_000n, 125_000n, 125_050n, 125_005n, 1n])
  expect(['', '0', '-5', '1.005', '1,25', '1e3', '12,34,567', '٥'].map(parseAmount)).toEqual(Array(8).fill(null))
})

test('places are one, two, three and so on, each once; entries without one stay out', () => {
  const placed = (...places: string[]) => orderOf(places.map((place, at) => ({ reference: `R${at}`, place })))
  expect(placed('2', '', ' 1 ')).toEqual({ ok: true, order: ['R2', 'R0'] })
  expect(placed('1', '1')).toMatchObject({ fault: 'twice' })
  expect(placed('1', '3')).toMatchObject({ fault: 'gap', reference: 'R1' })
  expect(placed('x')).toMatchObject({ fault: 'number' })
  expect(placed('', '')).toMatchObject({ fault: 'none' })
})
