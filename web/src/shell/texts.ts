// All texts of the page. A new capability adds itself to both lists.
import { en as customers } from "../customers/en";
import { zhHant as customersZh } from "../customers/zh-Hant";
import { en as diagnoses } from "../diagnoses/en";
import { zhHant as diagnosesZh } from "../diagnoses/zh-Hant";
import { en as imports } from "../imports/en";
import { zhHant as importsZh } from "../imports/zh-Hant";
import { en as settings } from "../settings/en";
import { zhHant as settingsZh } from "../settings/zh-Hant";
import { en as users } from "../users/en";
import { zhHant as usersZh } from "../users/zh-Hant";
import { en as overview } from "../overview/en";
import { zhHant as overviewZh } from "../overview/zh-Hant";
import { en as session } from "../session/en";
import { zhHant as sessionZh } from "../session/zh-Hant";
import { en as shared } from "../shared/en";
import { zhHant as sharedZh } from "../shared/zh-Hant";
import { en as revenue } from "../revenue/en";
import { zhHant as revenueZh } from "../revenue/zh-Hant";
import { en as time } from "../time/en";
import { zhHant as timeZh } from "../time/zh-Hant";
import { en as shell } from "./en";
import { zhHant as shellZh } from "./zh-Hant";

/** By capability, then key. */
export const english = { customers, diagnoses, imports, overview, revenue, session, settings, shared, shell, time, users };

/** The same keys, in Traditional Chinese. */
export const chinese: { [Name in keyof typeof english]: Translated<(typeof english)[Name]> } = {
  customers: customersZh,
  diagnoses: diagnosesZh,
  imports: importsZh,
  settings: settingsZh,
  users: usersZh,
  overview: overviewZh,
  revenue: revenueZh,
  session: sessionZh,
  shared: sharedZh,
  shell: shellZh,
  time: timeZh,
};

/** What a translation has to hold: every key but the English singulars, for which Chinese has no form. */
export type Translated<English> = Record<Exclude<keyof English, `${string}_one`>, string>;
