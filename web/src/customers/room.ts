// Customers as a room: the list, and the record of one.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import Building from "lucide-react/icons/building-2";
import type { Room } from "../shell/rooms";
import { frameRoute } from "../shell/roots";

/** Who buys, who owns them, and everything known of one. */
export const customersRoom: Room = {
  path: "/customers",
  name: "room.customers",
  icon: Building,
  place: "loop",
  routes: [
    createRoute({ getParentRoute: () => frameRoute, path: "/customers", component: lazyRouteComponent(() => import("./Customers"), "Customers") }),
    createRoute({ getParentRoute: () => frameRoute, path: "/customers/$id", component: lazyRouteComponent(() => import("./Customer"), "Customer") }),
  ],
};
