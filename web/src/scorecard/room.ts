// "Watch" as a room: the scorecard after the split.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import Gauge from "lucide-react/icons/gauge";
import type { Room } from "../shell/rooms";
import { frameRoute } from "../shell/roots";

/** What came after the split against what was promised, and what needs somebody now. */
export const scorecardRoom: Room = {
  path: "/watch",
  name: "room.scorecard",
  icon: Gauge,
  may: "scorecard.see",
  place: "loop",
  routes: [createRoute({ getParentRoute: () => frameRoute, path: "/watch", component: lazyRouteComponent(() => import("./Watch"), "Watch") })],
};
