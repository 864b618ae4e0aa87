// "Stretched?" as a room.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import Scale from "lucide-react/icons/scale";
import type { Room } from "../shell/rooms";
import { frameRoute } from "../shell/roots";

/** Whether the team is stretched, and how sure that is. */
export const diagnosesRoom: Room = {
  path: "/stretched",
  name: "room.diagnoses",
  icon: Scale,
  place: "loop",
  routes: [createRoute({ getParentRoute: () => frameRoute, path: "/stretched", component: lazyRouteComponent(() => import("./Diagnoses"), "Diagnoses") })],
};
