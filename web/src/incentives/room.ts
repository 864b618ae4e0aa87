// Incentives as a room: the own statement, the team's, the plan, the editor.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import Coins from "lucide-react/icons/coins";
import type { Room } from "../shell/rooms";
import { frameRoute } from "../shell/roots";

const getParentRoute = () => frameRoute;

/** Who earns what, and why. */
export const incentivesRoom: Room = {
  path: "/incentives",
  name: "room.incentives",
  icon: Coins,
  place: "loop",
  routes: [
    createRoute({ getParentRoute, path: "/incentives", component: lazyRouteComponent(() => import("./Mine"), "Mine") }),
    createRoute({ getParentRoute, path: "/incentives/people/$person", component: lazyRouteComponent(() => import("./Theirs"), "Theirs") }),
    createRoute({ getParentRoute, path: "/incentives/team", component: lazyRouteComponent(() => import("./Team"), "Team") }),
    createRoute({ getParentRoute, path: "/incentives/payments", component: lazyRouteComponent(() => import("./Payments"), "Payments") }),
    createRoute({ getParentRoute, path: "/incentives/plans", component: lazyRouteComponent(() => import("./Plans"), "Plans") }),
    createRoute({ getParentRoute, path: "/incentives/editor", component: lazyRouteComponent(() => import("./Editor"), "Editor") }),
  ],
};
