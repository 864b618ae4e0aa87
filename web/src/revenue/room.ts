// Revenue as a room.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import ChartNoAxesCombined from "lucide-react/icons/chart-no-axes-combined";
import type { Room } from "../shell/rooms";
import { frameRoute } from "../shell/roots";

/** How recurring revenue moves. */
export const revenueRoom: Room = {
  path: "/revenue",
  name: "room.revenue",
  icon: ChartNoAxesCombined,
  place: "loop",
  routes: [createRoute({ getParentRoute: () => frameRoute, path: "/revenue", component: lazyRouteComponent(() => import("./Revenue"), "Revenue") })],
};
