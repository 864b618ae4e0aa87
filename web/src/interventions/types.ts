// The wire types of interventions by short names.
import type { Wire } from "../api/client";

export type Short = Wire["InterventionShort"];
export type Intervention = Wire["Intervention"];
export type Effect = Wire["Effect"];
export type Point = Wire["EffectPoint"];
export type Participant = Wire["Participant"];
export type Choices = Wire["InterventionChoices"];
export type PersonChoice = Wire["PersonChoice"];
export type Plan = Wire["NewInterventionText"];
export type PilotPlan = Wire["PilotPlan"];
export type Sentence = Wire["Sentence"];
