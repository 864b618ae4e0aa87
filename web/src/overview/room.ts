// The overview as a room.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import LayoutDashboard from "lucide-react/icons/layout-dashboard";
import type { Room } from "../shell/rooms";
import { frameRoute } from "../shell/roots";

/** Everything at a glance. */
export const overviewRoom: Room = {
  path: "/",
  name: "room.overview",
  icon: LayoutDashboard,
  place: "loop",
  routes: [createRoute({ getParentRoute: () => frameRoute, path: "/", component: lazyRouteComponent(() => import("./Overview"), "Overview") })],
};
