import type { CampaignDesk } from './settings.ts'

/** What has to be decided before the contest is told of, each read from what is stored. */
export const launchSteps = [
  'closing',
  'results',
  'regions',
  'split',
  'claim',
  'payment',
  'contact',
  'controller',
  'admins',
  'factors',
  'independent',
  'mail',
] as const
export type LaunchStep = (typeof launchSteps)[number]
export type LaunchLine = Readonly<{ step: LaunchStep; done: boolean }>

/** The checklist of the launch. `sendsMail` is false where letters only become files. */
export function launchList({ settings, facts }: Pick<CampaignDesk, 'settings' | 'facts'>, sendsMail: boolean): readonly LaunchLine[] {
  const done: Readonly<Record<LaunchStep, boolean>> = {
    closing: settings.closesAt !== null,
    results: settings.resultsAt !== null,
    regions: facts.regionsDecided,
    split: settings.poolTemplate !== null,
    claim: settings.claimDays !== null,
    payment: settings.payWithinDays !== null,
    contact: settings.contact !== null,
    controller: settings.controller !== null,
    admins: facts.admins >= 2,
    factors: facts.admins > 0 && facts.adminsWithFactor === facts.admins,
    independent: facts.independents > 0,
    mail: sendsMail,
  }
  return launchSteps.map((step) => ({ step, done: done[step] }))
}
