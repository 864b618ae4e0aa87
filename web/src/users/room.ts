// The people who may sign in, as a room.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import UsersIcon from "lucide-react/icons/users";
import type { Room } from "../shell/rooms";
import { frameRoute } from "../shell/roots";

/** For administrators. */
export const usersRoom: Room = {
  path: "/users",
  name: "room.users",
  icon: UsersIcon,
  may: "users.manage",
  place: "house",
  routes: [createRoute({ getParentRoute: () => frameRoute, path: "/users", component: lazyRouteComponent(() => import("./Users"), "Users") })],
};
