// The import as a room.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import FileUp from "lucide-react/icons/file-up";
import type { Room } from "../shell/rooms";
import { frameRoute } from "../shell/roots";

/** Files in, records out. */
export const importsRoom: Room = {
  path: "/import",
  name: "room.imports",
  icon: FileUp,
  may: "imports.run",
  place: "loop",
  routes: [
    createRoute({ getParentRoute: () => frameRoute, path: "/import", component: lazyRouteComponent(() => import("./Imports"), "Imports") }),
    createRoute({ getParentRoute: () => frameRoute, path: "/import/$id", component: lazyRouteComponent(() => import("./OneImport"), "OneImport") }),
  ],
};
