// The settings as a room.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import SettingsIcon from "lucide-react/icons/settings";
import type { Room } from "../shell/rooms";
import { frameRoute } from "../shell/roots";

/** What holds for the whole company. */
export const settingsRoom: Room = {
  path: "/settings",
  name: "room.settings",
  icon: SettingsIcon,
  may: "settings.write",
  place: "house",
  routes: [createRoute({ getParentRoute: () => frameRoute, path: "/settings", component: lazyRouteComponent(() => import("./Settings"), "Settings") })],
};
