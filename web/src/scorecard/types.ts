// The wire types of the scorecard by short names.
import type { Wire } from "../api/client";

export type Scorecard = Wire["Scorecard"];
export type Line = Wire["ScorecardLine"];
export type Warning = Wire["ScorecardWarning"];
export type Pairs = Wire["ScorecardPairs"];
export type Pair = Wire["ScorecardPair"];
export type HandedOver = Wire["HandedOverUnits"];
export type Difference = Wire["MatchedDifference"];
export type Channel = Wire["InsideChannel"];
export type Tally = Wire["OutcomeTally"];
