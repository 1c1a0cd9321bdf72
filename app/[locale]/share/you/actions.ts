'use server'

import { formAction } from '#app/_forms/action.ts'
import { stepPlan } from '../plan.ts'

export const saveYou = formAction(stepPlan('you'))
