// Time as a room: where the hours go, person by person, one's own week, the rules.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import Clock from "lucide-react/icons/clock";
import type { Room } from "../shell/rooms";
import { frameRoute } from "../shell/roots";

const getParentRoute = () => frameRoute;

/** Where the hours go. */
export const timeRoom: Room = {
  path: "/time",
  name: "room.time",
  icon: Clock,
  place: "loop",
  routes: [
    createRoute({ getParentRoute, path: "/time", component: lazyRouteComponent(() => import("./Time"), "Time") }),
    createRoute({ getParentRoute, path: "/time/people/$seller", component: lazyRouteComponent(() => import("./Person"), "Person") }),
    createRoute({ getParentRoute, path: "/time/report", component: lazyRouteComponent(() => import("./Report"), "Report") }),
    createRoute({ getParentRoute, path: "/time/rules", component: lazyRouteComponent(() => import("./Rules"), "Rules") }),
  ],
};
