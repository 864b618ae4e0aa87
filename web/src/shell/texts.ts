// All texts of the page. A new capability adds itself to both lists.
import { en as alignments } from "../alignments/en";
import { zhHant as alignmentsZh } from "../alignments/zh-Hant";
import { en as customers } from "../customers/en";
import { zhHant as customersZh } from "../customers/zh-Hant";
import { en as designs } from "../designs/en";
import { zhHant as designsZh } from "../designs/zh-Hant";
import { en as diagnoses } from "../diagnoses/en";
import { zhHant as diagnosesZh } from "../diagnoses/zh-Hant";
import { en as handoffs } from "../handoffs/en";
import { zhHant as handoffsZh } from "../handoffs/zh-Hant";
import { en as imports } from "../imports/en";
import { zhHant as importsZh } from "../imports/zh-Hant";
import { en as incentives } from "../incentives/en";
import { zhHant as incentivesZh } from "../incentives/zh-Hant";
import { en as interventions } from "../interventions/en";
import { zhHant as interventionsZh } from "../interventions/zh-Hant";
import { en as scorecard } from "../scorecard/en";
import { zhHant as scorecardZh } from "../scorecard/zh-Hant";
import { en as notices } from "../notices/en";
import { zhHant as noticesZh } from "../notices/zh-Hant";
import { en as settings } from "../settings/en";
import { zhHant as settingsZh } from "../settings/zh-Hant";
import { en as staffing } from "../staffing/en";
import { zhHant as staffingZh } from "../staffing/zh-Hant";
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
import { en as rules } from "../rules/en";
import { zhHant as rulesZh } from "../rules/zh-Hant";
import { en as time } from "../time/en";
import { zhHant as timeZh } from "../time/zh-Hant";
import { en as welcome } from "../welcome/en";
import { zhHant as welcomeZh } from "../welcome/zh-Hant";
import { en as shell } from "./en";
import { zhHant as shellZh } from "./zh-Hant";

/** By capability, then key. */
export const english = { alignments, customers, designs, diagnoses, handoffs, imports, incentives, interventions, notices, overview, revenue, rules, scorecard, session, settings, shared, shell, staffing, time, users, welcome };

/** The same keys, in Traditional Chinese. */
export const chinese: { [Name in keyof typeof english]: Translated<(typeof english)[Name]> } = {
  alignments: alignmentsZh,
  customers: customersZh,
  designs: designsZh,
  diagnoses: diagnosesZh,
  handoffs: handoffsZh,
  imports: importsZh,
  incentives: incentivesZh,
  interventions: interventionsZh,
  scorecard: scorecardZh,
  notices: noticesZh,
  settings: settingsZh,
  users: usersZh,
  overview: overviewZh,
  revenue: revenueZh,
  rules: rulesZh,
  session: sessionZh,
  shared: sharedZh,
  shell: shellZh,
  staffing: staffingZh,
  time: timeZh,
  welcome: welcomeZh,
};

/** What a translation has to hold: every key but the English singulars, for which Chinese has no form. */
export type Translated<English> = Record<Exclude<keyof English, `${string}_one`>, string>;
