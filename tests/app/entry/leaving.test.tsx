import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { fresh } from '#app/_forms/state.ts'
import { EraseForm } from '#app/[locale]/entry/[key]/erase/form.tsx'
import { WithdrawForm } from '#app/[locale]/entry/[key]/withdraw/form.tsx'

const shown = { locale: 'en', action: async () => fresh(), entryHref: '/entry/key' } as const

test('who is selected reads what leaving does to their award, before they leave', () => {
  for (const Form of [WithdrawForm, EraseForm]) {
    expect(renderToStaticMarkup(<Form {...shown} isSelected />)).toContain('an award that is not paid yet')
    expect(renderToStaticMarkup(<Form {...shown} isSelected={false} />)).not.toContain('not paid yet')
  }
})

test('what stays of a payment is said before an entry is erased', () => {
  expect(renderToStaticMarkup(<EraseForm {...shown} isSelected={false} />)).toContain('the reference of the payment')
})
