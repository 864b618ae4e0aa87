// Rules of engagement as a room: what is in force, the editor, gray cases, exceptions.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import Signpost from "lucide-react/icons/signpost";
import type { Room } from "../shell/rooms";
import { frameRoute } from "../shell/roots";

const getParentRoute = () => frameRoute;

/** When and to whom a unit passes on. */
export const rulesRoom: Room = {
  path: "/rules",
  name: "room.rules",
  icon: Signpost,
  place: "loop",
  routes: [
    createRoute({ getParentRoute, path: "/rules", component: lazyRouteComponent(() => import("./InForce"), "InForce") }),
    createRoute({ getParentRoute, path: "/rules/editor", component: lazyRouteComponent(() => import("./Editor"), "Editor") }),
    createRoute({ getParentRoute, path: "/rules/gray-cases", component: lazyRouteComponent(() => import("./GrayCases"), "GrayCases") }),
    createRoute({ getParentRoute, path: "/rules/exceptions", component: lazyRouteComponent(() => import("./Exceptions"), "Exceptions") }),
  ],
};
