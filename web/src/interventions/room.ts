// "Redirect" as a room: interventions, one of them, planning one, drawing a pilot.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import Compass from "lucide-react/icons/compass";
import type { Room } from "../shell/rooms";
import { frameRoute } from "../shell/roots";

const getParentRoute = () => frameRoute;

/** Training, incentives and management before anybody speaks of splitting a role, and whether they worked. */
export const interventionsRoom: Room = {
  path: "/redirect",
  name: "room.interventions",
  icon: Compass,
  may: "interventions.see",
  place: "loop",
  routes: [
    createRoute({ getParentRoute, path: "/redirect", component: lazyRouteComponent(() => import("./List"), "List") }),
    createRoute({ getParentRoute, path: "/redirect/pilot", component: lazyRouteComponent(() => import("./Pilot"), "Pilot") }),
    createRoute({ getParentRoute, path: "/redirect/new", component: lazyRouteComponent(() => import("./PlanPage"), "PlanPage") }),
    createRoute({ getParentRoute, path: "/redirect/$id", component: lazyRouteComponent(() => import("./One"), "One") }),
    createRoute({ getParentRoute, path: "/redirect/$id/change", component: lazyRouteComponent(() => import("./PlanPage"), "ChangePage") }),
  ],
};
