import { expect, type Page, test } from '@playwright/test'

const film = (page: Page) => page.locator('video')
const at = (page: Page) => film(page).evaluate((video: HTMLVideoElement) => video.currentTime)
const paused = (page: Page) => film(page).evaluate((video: HTMLVideoElement) => video.paused)

test('the film plays, pauses and says so', async ({ page }) => {
  await page.goto('/stories/luis')

  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => at(page)).toBeGreaterThan(0.2)
  await page.getByRole('button', { name: 'Pause', exact: true }).click()

  expect(await paused(page)).toBe(true)
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible()
})

test('nothing of the film is loaded before it is asked for', async ({ page }) => {
  const films: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/films/')) films.push(request.url())
  })

  await page.goto('/stories/luis')
  await page.waitForLoadState('networkidle')

  expect(films).toEqual([])
})

test('a line of the transcript and a chapter each lead into the film', async ({ page }) => {
  await page.goto('/stories/luis')

  await page.getByRole('link', { name: 'Play from 0:16' }).click()
  await expect.poll(() => at(page)).toBeGreaterThan(16.4)
  expect(await at(page)).toBeLessThan(20)
  await expect(page.locator('#t-16')).toHaveAttribute('aria-current', 'true')
  expect(new URL(page.url()).hash).toBe('#t=16.5')

  await page.getByRole('link', { name: '0:28 Your turn' }).click()
  await expect.poll(() => at(page)).toBeGreaterThan(28.4)
  await expect(page.locator('[data-line][aria-current]')).toHaveCount(1)
})

for (const [hash, expected] of [
  ['#t=13', 13],
  ['#t=0:13', 13],
  ['#t-10', 10.5],
] as const) {
  test(`an address ending in ${hash} opens the film at that moment`, async ({ page }) => {
    await page.goto(`/stories/luis${hash}`)

    await expect.poll(() => at(page)).toBe(expected)
    await expect(page.locator('#t-10')).toHaveAttribute('aria-current', 'true')
    await page.getByRole('button', { name: 'Play', exact: true }).click()
    await expect.poll(() => at(page)).toBeGreaterThan(expected)
    expect(await at(page)).toBeLessThan(expected + 6)
  })
}

test('the bar seeks and speaks the position', async ({ page }) => {
  await page.goto('/stories/luis')
  const seek = page.getByRole('slider', { name: 'Position in the film' })

  await seek.fill('23')
  expect(await at(page)).toBe(23)
  await expect(seek).toHaveAttribute('aria-valuetext', '0:23 of 0:37')

  await page.getByRole('button', { name: 'Back 10 seconds' }).click()
  await expect.poll(() => at(page)).toBe(13)
})

test('captions are on at first, in the language of the page', async ({ page }) => {
  await page.goto('/es/stories/luis')

  await page.getByRole('button', { name: 'Reproducir', exact: true }).click()

  await expect.poll(() => shownCaption(page)).toMatch(/\[música|Luis/)
})

test('the choice of captions is remembered on this device', async ({ page }) => {
  await page.goto('/stories/luis')
  const captions = page.getByRole('button', { name: 'Captions', exact: true })
  await expect(captions).toHaveAttribute('aria-pressed', 'true')

  await captions.click()
  await page.reload()
  await expect(captions).toHaveAttribute('aria-pressed', 'false')
  expect(await modes(page)).toEqual(['disabled', 'disabled', 'disabled'])

  await page.getByRole('combobox', { name: 'Language of the captions' }).selectOption('ar')
  await page.reload()
  await expect(captions).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect.poll(() => shownCaption(page)).toMatch(/\p{Script=Arabic}/u)
})

test('descriptions are off until they are asked for, then read out one by one', async ({ page }) => {
  await page.goto('/stories/luis')
  const button = page.getByRole('button', { name: 'Descriptions', exact: true })
  const told = page.locator('[data-film] [aria-live=polite]')
  await expect(button).toHaveAttribute('aria-pressed', 'false')

  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('slider', { name: 'Position in the film' }).fill('12')
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  await expect(told).toHaveText(/^The person walks away|^Two hands hold/)
  await expect(told).toHaveAttribute('lang', 'en')

  await button.click()
  await expect(told).toBeEmpty()
})

test('the browser finds captions, chapters and descriptions without a fault', async ({ page }) => {
  await page.goto('/stories/luis')

  const tracks = () =>
    film(page).evaluate((video: HTMLVideoElement) =>
      [...video.querySelectorAll('track')].map(({ kind, srclang, track }) => {
        if (track.mode === 'disabled') track.mode = 'hidden'
        return `${kind} ${srclang} ${track.cues?.length}`
      }),
    )

  await expect.poll(tracks).toEqual(['captions en 9', 'captions es 9', 'captions ar 9', 'chapters en 6', 'descriptions en 7'])
})

test('keys work while the player has the focus and nowhere else', async ({ page }) => {
  await page.goto('/stories/luis')

  await page.keyboard.press('k')
  await page.keyboard.press('c')
  expect(await paused(page)).toBe(true)
  await expect(page.getByRole('button', { name: 'Captions', exact: true })).toHaveAttribute('aria-pressed', 'true')

  await film(page).focus()
  await page.keyboard.press('c')
  await expect(page.getByRole('button', { name: 'Captions', exact: true })).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('k')
  await expect.poll(() => at(page)).toBeGreaterThan(0.1)
  await page.keyboard.press('k')
  expect(await paused(page)).toBe(true)
})

test('the tab key alone reaches every control, each with a name, and leads out again', async ({ page }) => {
  await page.goto('/stories/luis')
  const bar = page.getByRole('group', { name: 'Film controls' })
  await expect(bar).toMatchAriaSnapshot(`
    - slider "Position in the film"
    - button "Play"
    - button "Back 10 seconds"
    - button "Forward 10 seconds"
    - button /1× /
    - button "Captions" [pressed]
    - combobox "Language of the captions"
    - button "Descriptions"
    - button "Mute"
    - button "Full screen"
  `)

  await bar.getByRole('slider').focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => paused(page)).toBe(false)
  await page.keyboard.press('Enter')
  await expect.poll(() => paused(page)).toBe(true)
  for (let step = 0; step < 10; step += 1) await page.keyboard.press('Tab')
  await expect(bar.locator(':focus')).toHaveCount(0)
})

test('a film that does not load says so and offers ways on', async ({ page }) => {
  await page.route('**/films/**', (route) => route.abort())
  await page.goto('/stories/luis')

  await page.getByRole('button', { name: 'Play', exact: true }).click()

  await expect(page.getByRole('alert')).toContainText('The film would not load')
  await expect(page.getByRole('alert').getByRole('button', { name: 'Try again' })).toBeVisible()
})

test('an upright phone gets the upright film', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 844 } })).newPage()
  await page.goto('/stories/luis')

  expect(await film(page).evaluate((video: HTMLVideoElement) => new URL(video.currentSrc).pathname)).toBe('/films/luis/luis-9x16.mp4')
  await page.context().close()
})

test('on an upright phone, where the bar is further down, the still says that it is a film until it is played', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 390, height: 664 } })).newPage()
  await page.goto('/stories/luis')
  const mark = () => page.locator('.film__stage').evaluate((stage) => getComputedStyle(stage, '::after').content)
  await expect.poll(mark).toBe('""')

  await film(page).click({ position: { x: 40, y: 40 } })
  await expect.poll(() => film(page).evaluate((video: HTMLVideoElement) => video.currentTime)).toBeGreaterThan(0)
  expect(await mark()).toBe('none')
  await page.context().close()
})

test('the modules of a film page weigh at most 8 KB together', async ({ page }) => {
  const sizes: number[] = []
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') sizes.push((await response.body()).length)
  })

  await page.goto('/stories/luis')
  await page.waitForLoadState('networkidle')

  expect(sizes.length).toBeGreaterThan(0)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(8192)
})

test('with scripts off the browser’s own controls, the tracks and the transcript are there', async ({ browser }) => {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await page.goto('/stories/luis')

  await expect(page.locator('video[controls]')).toBeVisible()
  await expect(page.locator('[data-bar]')).toBeHidden()
  await expect(page.locator('track[kind=captions][default]')).toHaveAttribute('srclang', 'en')
  await expect(page.locator('track[kind=chapters]')).toHaveCount(1)
  await expect(page.getByRole('heading', { name: 'Transcript' })).toBeVisible()
  await expect(page.getByText('Luis took up crypto to stay financially active.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Play from 0:10' })).toHaveAttribute('href', '/films/luis/luis.mp4#t=10.5')
  await page.getByRole('link', { name: '0:22 Mentoring' }).click()
  expect(new URL(page.url()).hash).toBe('#t-22')
  await page.context().close()
})

test('in full screen on a phone held across, the film has most of the height', async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 390 })
  await page.goto('/stories/luis')
  await page.getByRole('button', { name: 'Full screen' }).click()
  await expect.poll(() => page.evaluate(() => document.querySelector('video')?.clientHeight ?? 0)).toBeGreaterThan(300)
  await expect(page.getByRole('button', { name: 'Full screen' })).toBeInViewport()
})

test('the browser’s own controls wait for ours, and come where ours do not', async ({ page, browser }) => {
  await page.goto('/stories/luis')
  await expect(page.locator('[data-bar]')).toBeVisible()
  expect(await nativePlay(page)).toBe(0)

  await page.route('**/modules/player.js', (route) => route.abort())
  await page.reload()
  expect(await nativePlay(page)).toBe(0)
  await expect.poll(() => nativePlay(page)).toBe(1)

  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
  await plain.goto('/stories/luis')
  expect(await nativePlay(plain)).toBe(1)
  await plain.context().close()
})

function shownCaption(page: Page): Promise<string> {
  return film(page).evaluate((video: HTMLVideoElement) => {
    const showing = [...video.textTracks].find((track) => track.mode === 'showing')
    return [...(showing?.activeCues ?? [])].map((cue) => (cue as VTTCue).text).join(' ')
  })
}

function modes(page: Page): Promise<string[]> {
  return film(page).evaluate((video: HTMLVideoElement) => {
    return [...video.textTracks].filter(({ kind }) => kind === 'captions').map(({ mode }) => mode)
  })
}

/** How many buttons of the browser's own, which stand in no markup, play the film. */
async function nativePlay(page: Page): Promise<number> {
  const tools = await page.context().newCDPSession(page)
  const { nodes } = await tools.send('Accessibility.getFullAXTree')
  return nodes.filter(({ role, name }) => role?.value === 'button' && name?.value === 'play').length
}
