// "Decide" as a room: scenarios and their answers, trying with sliders, what the record says.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import Split from "lucide-react/icons/split";
import type { Room } from "../shell/rooms";
import { frameRoute } from "../shell/roots";

const getParentRoute = () => frameRoute;

/** One role or two, how many of each, and when to hand off. */
export const designsRoom: Room = {
  path: "/decide",
  name: "room.designs",
  icon: Split,
  may: "designs.see",
  place: "loop",
  routes: [
    createRoute({ getParentRoute, path: "/decide", component: lazyRouteComponent(() => import("./Decide"), "Decide") }),
    createRoute({ getParentRoute, path: "/decide/try", component: lazyRouteComponent(() => import("./Try"), "Try") }),
    createRoute({ getParentRoute, path: "/decide/record", component: lazyRouteComponent(() => import("./FromRecord"), "FromRecord") }),
    createRoute({ getParentRoute, path: "/decide/studies/$id", component: lazyRouteComponent(() => import("./StudyPage"), "StudyPage") }),
  ],
};
