// The wire types of the diagnosis by short names.
import type { Wire } from "../api/client";

export type Diagnosis = Wire["Diagnosis"];
export type Finding = Wire["Finding"];
export type Reason = Wire["Reason"];
export type Measure = Wire["Measure"];
export type Answer = Wire["Answer"];
export type Slowdown = Wire["Slowdown"];
export type SlowdownPoint = Wire["SlowdownPoint"];
export type DriftPoint = Wire["DriftPoint"];
export type Seller = Wire["SellerDiagnosis"];
