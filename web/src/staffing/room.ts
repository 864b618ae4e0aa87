// Staffing as a room: the own page, the team, one person, proposals, and what scores can and cannot tell.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import UserCheck from "lucide-react/icons/user-check";
import type { Room } from "../shell/rooms";
import { frameRoute } from "../shell/roots";

const getParentRoute = () => frameRoute;

/** Who suits which role, who is ready, who could have which. */
export const staffingRoom: Room = {
  path: "/staffing",
  name: "room.staffing",
  icon: UserCheck,
  place: "loop",
  routes: [
    createRoute({ getParentRoute, path: "/staffing", component: lazyRouteComponent(() => import("./Mine"), "Mine") }),
    createRoute({ getParentRoute, path: "/staffing/team", component: lazyRouteComponent(() => import("./Team"), "Team") }),
    createRoute({ getParentRoute, path: "/staffing/people/$person", component: lazyRouteComponent(() => import("./Theirs"), "Theirs") }),
    createRoute({ getParentRoute, path: "/staffing/proposals", component: lazyRouteComponent(() => import("./Proposals"), "Proposals") }),
    createRoute({ getParentRoute, path: "/staffing/proposals/$proposal", component: lazyRouteComponent(() => import("./One"), "One") }),
    createRoute({ getParentRoute, path: "/staffing/limits", component: lazyRouteComponent(() => import("./Limits"), "Limits") }),
  ],
};
