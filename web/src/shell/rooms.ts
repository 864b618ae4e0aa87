// The rooms of the page, in the order of the loop. A new room is one line here; its folder says the rest.
import type { AnyRoute } from "@tanstack/react-router";
import type { LucideIcon } from "lucide-react";
import { alignmentsRoom } from "../alignments/room";
import { customersRoom } from "../customers/room";
import { designsRoom } from "../designs/room";
import { diagnosesRoom } from "../diagnoses/room";
import { handoffsRoom } from "../handoffs/room";
import { importsRoom } from "../imports/room";
import { incentivesRoom } from "../incentives/room";
import { interventionsRoom } from "../interventions/room";
import { scorecardRoom } from "../scorecard/room";
import { settingsRoom } from "../settings/room";
import { staffingRoom } from "../staffing/room";
import { usersRoom } from "../users/room";
import { overviewRoom } from "../overview/room";
import { timeRoom } from "../time/room";
import { revenueRoom } from "../revenue/room";
import { rulesRoom } from "../rules/room";
import type { english } from "./texts";

/** A room: where it is, what it is called, who may enter. */
export interface Room {
  /** The address of its first page. */
  path: string;
  /** The key of its name in the shell's texts. */
  name: Extract<keyof (typeof english)["shell"], `room.${string}`>;
  icon: LucideIcon;
  /** What `me.may` has to hold; absent: everybody. */
  may?: string;
  /** In the loop, or below it. */
  place: "loop" | "house";
  /** Its pages; each loads its code when it is first opened. */
  routes: AnyRoute[];
}

/** All rooms. */
export const rooms: readonly Room[] = [overviewRoom, importsRoom, customersRoom, timeRoom, revenueRoom, diagnosesRoom, interventionsRoom, designsRoom, staffingRoom, alignmentsRoom, rulesRoom, handoffsRoom, incentivesRoom, scorecardRoom, settingsRoom, usersRoom];
