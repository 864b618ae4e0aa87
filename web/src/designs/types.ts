// The wire types of designs by short names. Values of parameters are any JSON; the document calls them objects.
import type { Wire } from "../api/client";

export type Value = number | string | null | Value[];
export type Changed = Record<string, Value>;
export type Designs = Wire["Designs"];
export type Scenario = Omit<Wire["Scenario"], "changed"> & { changed: Changed };
export type StudyShort = Wire["StudyShort"];
export type Study = Wire["Study"];
export type Compared = Wire["ComparedScenarios"];
export type Searched = Wire["SearchedPlans"];
export type Judged = Wire["JudgedPlan"];
export type Plan = Wire["SimulatedScenario"];
export type Fan = Wire["SimulatedFan"];
export type Verdict = Wire["StudyVerdict"];
export type Drivers = Wire["StudyDrivers"];
export type Driver = Wire["StudyDriver"];
export type TakenPlan = Wire["SalesPlan"];
export type Difference = Wire["SimulatedDifference"];
export type Estimate = Omit<Wire["EstimatedParameter"], "value" | "low" | "high"> & { value: Value; low?: Value; high?: Value };
export type Predicted = Wire["PredictedCount"];
export type Calibration = Omit<Wire["Calibration"], "estimates"> & { estimates: Estimate[] };

/** The scenarios of an answer, with what they hold as it is. */
export function scenariosOf(designs: Designs): Scenario[] {
  return designs.scenarios as unknown as Scenario[];
}
