// Handoffs as a room: what I have to do, all of them, late steps of a team, one handoff, proposing one.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import ArrowRightLeft from "lucide-react/icons/arrow-right-left";
import type { Room } from "../shell/rooms";
import { frameRoute } from "../shell/roots";

const getParentRoute = () => frameRoute;

/** Passing a unit on without losing anything. */
export const handoffsRoom: Room = {
  path: "/handoffs",
  name: "room.handoffs",
  icon: ArrowRightLeft,
  place: "loop",
  routes: [
    createRoute({ getParentRoute, path: "/handoffs", component: lazyRouteComponent(() => import("./Work"), "Work") }),
    createRoute({ getParentRoute, path: "/handoffs/all", component: lazyRouteComponent(() => import("./All"), "All") }),
    createRoute({ getParentRoute, path: "/handoffs/late", component: lazyRouteComponent(() => import("./Late"), "Late") }),
    createRoute({ getParentRoute, path: "/handoffs/mass", component: lazyRouteComponent(() => import("./Mass"), "Mass") }),
    createRoute({ getParentRoute, path: "/handoffs/mass/new", component: lazyRouteComponent(() => import("./MassNew"), "MassNew") }),
    createRoute({ getParentRoute, path: "/handoffs/mass/$id", component: lazyRouteComponent(() => import("./MassRunPage"), "MassRunPage") }),
    createRoute({ getParentRoute, path: "/handoffs/report", component: lazyRouteComponent(() => import("./ReportPage"), "ReportPage") }),
    createRoute({ getParentRoute, path: "/handoffs/propose/$unit", component: lazyRouteComponent(() => import("./Propose"), "Propose") }),
    createRoute({ getParentRoute, path: "/handoffs/$id", component: lazyRouteComponent(() => import("./One"), "One") }),
  ],
};
